#!/usr/bin/env bash
# Prepares an image of Ubuntu 22.04, 24.04 or Debian 12 for grading. Gradescope runs it once, as root,
# when it builds the image. The judge stays in this folder, which only root may read; Python and the
# packages go into a folder beside it, which student code reads too.
set -euo pipefail
umask 022

judge="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname "$judge")"
python="$root/python"
pip_hash=sha256:f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13

step="looking around"
begin() {
    step="$1"
    echo "== $step"
}
tell() {
    status=$?
    if [ "$status" -ne 0 ]; then
        echo "!! setup.sh failed (exit code $status) at: $step. The lines above say why."
    fi
}
trap tell EXIT

install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}
# Whether this Python is one that the packages are there for.
fits() {
    command -v "$1" >/dev/null && "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
}

begin "installing libseccomp and Python from the system's packages"
if [ "$(id -u)" != 0 ]; then
    echo "Only root can prepare an image."
    exit 1
fi
apt-get update -q
install ca-certificates libseccomp2 python3 python3-venv
base=python3
if ! fits "$base"; then
    base=python3.11
    install python3.11 python3.11-venv
fi
if ! fits "$base"; then
    echo "There is no Python from 3.11 to 3.13 here: choose Ubuntu 22.04 or 24.04 as the base image."
    exit 1
fi

begin "making an environment for $("$base" --version)"
rm -rf "$python"
"$base" -m venv "$python"

begin "installing the locked packages"
install_locked() {
    "$python/bin/python" -m pip install -q --no-cache-dir --disable-pip-version-check \
        --require-hashes -r "$1"
}
# The pip of Ubuntu 22.04 takes its Python, 3.11.0rc1, for none that is older than 3.12.
install_locked <(echo "pip==26.3 --hash=$pip_hash")
install_locked "$judge/requirements-grading.lock"

begin "compiling to bytecode"
# Some packages carry files for other versions of Python, which do not compile.
"$python/bin/python" -m compileall -q -j 0 "$python/lib" "$judge/autograder" >/dev/null || true

begin "closing the judge to everybody but root"
# Student code runs as a user of its own, who reads Python and the public images alone.
chmod go+x "$root"
chmod -R go-rwx "$judge"
chmod go+x "$judge" "$judge/autograder" "$judge/autograder/data"
for public in "$judge/autograder/data"/*/public; do
    chmod go+x "$(dirname "$public")" && chmod -R go+rX "$public"
done

begin "trying the sandbox"
umask 077
cd "$judge"
if ! "$python/bin/python" -m autograder doctor; then
    echo "!! Something is marked !! above. If it is the sandbox, no submission will be graded."
fi
