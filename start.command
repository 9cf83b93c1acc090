#!/bin/bash
# Double-click this file to start Open Roads on macOS. (On Linux: bash start.command)
# The data and everything that gets installed stay in this computer's local folder, never in a synced one.
cd "$(dirname "$0")" || exit 1
PATH="$PATH:/opt/homebrew/bin:/usr/local/bin"
for version in 3.13 3.12 3.11; do
    PATH="$PATH:/Library/Frameworks/Python.framework/Versions/$version/bin"
done

# The newest Python that fits; the last one can at least say what is wrong.
for python in python3.13 python3.12 python3.11 python3; do
    if "$python" -c "" >/dev/null 2>&1; then
        exec "$python" start.py --installed "$@"
    fi
done
echo "Open Roads needs Python 3.11, 3.12 or 3.13, and this computer has no Python."
echo "Get one at https://www.python.org/downloads/ and double-click this file again."
exit 1
