#!/bin/sh
# Makes .venv, or brings it up to date: environment.sh LOCK. The lock names every package with
# its version and hash. PYTHON=/path/to/python chooses the Python.
set -eu

lock=$1
wanted="Python 3.11, 3.12 or 3.13"

fits() { # PYTHON: does it run, and is it one that TensorFlow has packages for?
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

can_make_environments() { # PYTHON: Debian and Ubuntu take these out into a package of their own
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

find_python() { # the first that can make environments, else the first that fits
    second_best=
    for python in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        fits "$python" || continue
        if can_make_environments "$python"; then
            echo "$python"
            return
        fi
        second_best=${second_best:-$python}
    done
    echo "$second_best"
}

install_venv_package() { # PYTHON
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, which Python needs to make environments."
        apt-get update >/dev/null || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y "$package" >/dev/null
    else
        echo "Python cannot make environments here. This brings what it lacks:" \
            "sudo apt-get install -y $package" >&2
        exit 1
    fi
}

make_environment() {
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "FaceGallery needs $wanted, and found none (PYTHON=/path/to/python names one)." >&2
        exit 1
    fi
    can_make_environments "$python" || install_venv_package "$python"
    "$python" -m venv --clear .venv
}

{ [ -x .venv/bin/python ] && fits .venv/bin/python; } || make_environment

# Compiled once now, not at every start: some machines switch that off for all of Python.
unset PYTHONDONTWRITEBYTECODE
pip=".venv/bin/python -m pip install --disable-pip-version-check --no-deps"

echo "Getting the packages that $lock names; the first time this takes some minutes."
rm -f .venv/failed
{ $pip --require-hashes --progress-bar off --requirement "$lock" || touch .venv/failed; } |
    sed -n -e 's/^ *Downloading \([^-]*\)-\([^-]*\)-.*\(([0-9.]* MB)\)$/  \1 \2 \3/p' \
        -e 's/^Installing collected packages.*/  putting them in place/p'
[ ! -e .venv/failed ]
$pip --no-build-isolation --quiet --editable .
