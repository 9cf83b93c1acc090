"""Start Open Roads.

    python start.py                 the app, at http://localhost:8501 or the next free port
    python start.py test [...]      the tests; what comes after "test" goes to pytest

The work is done in starting/, which uses the standard library only. This file is kept so plain that any old Python
can read it far enough to say that it is too old.
"""

import sys


def version_problem(version):
    """One sentence when this Python cannot run Open Roads, else an empty text; `version` as in sys.version_info."""
    if (3, 11) <= tuple(version[:2]) <= (3, 13):
        return ""
    number = ".".join(str(part) for part in version[:2])
    return (
        "Open Roads needs Python 3.11, 3.12 or 3.13, and this is Python " + number + ". "
        "Get one at https://www.python.org/downloads/ and start again."
    )


if __name__ == "__main__":
    if version_problem(sys.version_info):
        sys.exit(version_problem(sys.version_info))
    from starting.command import run

    sys.exit(run(sys.argv[1:]))
