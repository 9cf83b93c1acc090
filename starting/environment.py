"""The Python environment of Open Roads: made once, filled again only when the pinned list has changed."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from start import version_problem
from starting.places import Trouble, python_in, say
from starting.progress import PipProgress, count_packages, follow_pip


def prepare(environment: Path, *lists: Path) -> None:
    """Make the environment if needed and install the pinned lists into it. Raises Trouble."""
    if is_usable(environment) and all(is_installed(environment, requirements) for requirements in lists):
        return
    make_environment(environment)
    for requirements in lists:
        install(environment, requirements)


def is_usable(environment: Path) -> bool:
    """Whether its Python still runs (the one it was made from may have been removed) and is one of ours."""
    python = python_in(environment)
    if not python.exists():
        return False
    ask = [str(python), "-c", "import sys; print(*sys.version_info[:2])"]
    answer = subprocess.run(ask, capture_output=True, text=True)
    return answer.returncode == 0 and not version_problem([int(part) for part in answer.stdout.split()])


def make_environment(environment: Path) -> None:
    """Make an empty environment; a whole one stays as it is. Raises Trouble when the folder is not ours to empty."""
    if is_usable(environment) and has_pip(environment):  # an install cut short can leave half a pip
        return
    if environment.exists() and any(environment.iterdir()) and not (environment / "pyvenv.cfg").exists():
        raise Trouble(f"{environment} holds other things. Empty it, or name another folder in OPEN_ROADS_VENV.")
    say(f"Making a place for the parts of Open Roads: {environment}")
    made = subprocess.run(make_command(environment), capture_output=True, text=True)
    if made.returncode != 0:
        raise Trouble(f"Could not make {environment}:\n{(made.stdout + made.stderr).strip()}")


def make_command(environment: Path) -> list[str]:
    """The command that makes the environment. Raises Trouble where Python comes without the part for it."""
    command = [sys.executable, "-m", "venv", "--clear", str(environment)]
    if importlib.util.find_spec("ensurepip") is not None:
        return command
    if importlib.util.find_spec("pip") is not None:  # a Debian with python3-pip but no python3-venv
        return [*command, "--without-pip"]
    raise Trouble(
        "This Python cannot make environments, because its part 'venv' is missing. On Debian and Ubuntu it comes with "
        "'sudo apt install python3-venv'. Or use a Python from https://www.python.org/downloads/"
    )


def install(environment: Path, requirements: Path) -> None:
    """Install a pinned list unless it is installed already. Raises Trouble with pip's own reason."""
    if is_installed(environment, requirements):
        return
    stamp_file(environment, requirements).unlink(missing_ok=True)
    say(f"Installing what {requirements.name} names (only the first time and after an update):")
    command = [*pip_command(environment), "install", "--require-hashes", "--progress-bar=off", "-r", str(requirements)]
    command.append("--only-binary=:all:")  # where a part is not ready-made, say so; a school laptop has no compiler
    failure = follow_pip(command, PipProgress(count_packages(requirements), environment))
    if failure:
        log = environment / "install.log"
        log.write_text("".join(failure), encoding="utf-8")
        raise Trouble(failure_text(failure, log))
    stamp_file(environment, requirements).write_text(fingerprint(requirements), encoding="ascii")


def has_pip(environment: Path) -> bool:
    return subprocess.run([str(python_in(environment)), "-m", "pip", "--version"], capture_output=True).returncode == 0


def pip_command(environment: Path) -> list[str]:
    """Always `python -m pip`: the bare `pip` cannot replace itself on Windows, and the list contains a pip."""
    if has_pip(environment):
        return [str(python_in(environment)), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(python_in(environment))]


def stamp_file(environment: Path, requirements: Path) -> Path:
    return environment / f"{requirements.name}.sha256"


def fingerprint(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def is_installed(environment: Path, requirements: Path) -> bool:
    """Whether exactly this list was installed here, to the end."""
    stamp = stamp_file(environment, requirements)
    return stamp.exists() and stamp.read_text(encoding="ascii", errors="replace").strip() == fingerprint(requirements)


def failure_text(said: list[str], log: Path) -> str:
    reasons = [line.strip() for line in said if line.startswith("ERROR:")] or [line.strip() for line in said]
    return "\n".join(
        [
            "Installing stopped. Is this computer connected to the internet, and has it 1 GB of free space?",
            *reasons[-3:],
            f"All that was said stands in {log}. Start again to go on from here.",
        ]
    )
