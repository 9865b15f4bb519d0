# Read by the scripts beside it: where the project is, and how they build it.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "${root}" || exit

# Objects compiled in one folder serve in any other.
export CCACHE_BASEDIR="${root}" CCACHE_NOHASHDIR=1

say() { # say WORDS...: what the script does now
  printf '\n== %s\n' "$*"
}

# build PRESET TARGET...: configures the preset and builds the targets.
build() {
  local preset=$1
  shift
  cmake --preset "${preset}" >"${root}/build/${preset}.configure.log" 2>&1 || {
    cat "${root}/build/${preset}.configure.log" >&2
    return 1
  }
  cmake --build --preset "${preset}" --target "$@"
}
mkdir -p "${root}/build"
