@echo off
rem Double-click this file to start Open Roads on Windows.
rem The data and everything that gets installed stay in this computer's local folder, %LOCALAPPDATA%\OpenRoads.
setlocal
cd /d "%~dp0"

rem Take the newest Python that fits; the last two lines get a Python that can at least say what is wrong.
for %%V in (3.13 3.12 3.11) do (
    py -%%V -c "" >nul 2>nul
    if not errorlevel 1 (
        py -%%V start.py --installed %*
        goto ended
    )
)
for %%P in ("py -3" "python" "python3") do (
    %%~P -c "" >nul 2>nul
    if not errorlevel 1 (
        %%~P start.py --installed %*
        goto ended
    )
)
echo Open Roads needs Python 3.11, 3.12 or 3.13, and this computer has no Python.
echo Get one at https://www.python.org/downloads/ (no administrator needed), then double-click this file again.

:ended
rem The window stays open so that the last lines can be read.
pause
