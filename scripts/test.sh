#!/usr/bin/env bash
# Builds everything and runs the tests.
#
# usage: scripts/test.sh [--preset NAME] [--update-golden] [-R REGEX]
#   --preset NAME     dev (default), release, asan, or tsan (thread sanitizer:
#                     only the tests whose programs have no gRPC in them)
#   --update-golden   rewrites the golden files with what comes out now; read
#                     the differences before you commit them
#   -R REGEX          only the tests whose names match
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

preset=dev
filter=()
update=
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; }
while (($# > 0)); do
  case "$1" in
    --preset) preset=${2:?--preset needs a name} && shift 2 ;;
    --update-golden) update=1 && shift ;;
    -R) filter=(-R "${2:?-R needs a regular expression}") && shift 2 ;;
    -h | --help) usage && exit 0 ;;
    *)
      echo "test: unknown argument $1" >&2
      usage >&2
      exit 2
      ;;
  esac
done

# test_programs_without_grpc: their names. gRPC's own code is not instrumented
# for the thread sanitizer, which then reports races that are none.
test_programs_without_grpc() {
  local inputs name
  for name in $(ctest --test-dir "build/${preset}" -N |
    sed -n 's/^ *Test *#[0-9]*: //p'); do
    inputs=$(ninja -C "build/${preset}" -t inputs "bin/${name}" 2>/dev/null) ||
      continue # a script
    grep -q libgrpc <<<"${inputs}" || echo "${name}"
  done
}

scripts/install_deps.sh build test
targets=(all)
if [[ ${preset} == tsan ]]; then
  say "Configure ${preset}"
  cmake --preset "${preset}" >/dev/null
  mapfile -t targets < <(test_programs_without_grpc)
  ((${#filter[@]} > 0)) || filter=(-R "^($(IFS='|' && echo "${targets[*]}"))\$")
fi
say "Build ${preset}"
build "${preset}" "${targets[@]}"
say "Test ${preset}"
if [[ -n ${update} ]]; then
  export NIANBAO_UPDATE_GOLDEN=1
fi
code=0
ctest --test-dir "build/${preset}" -j2 --output-on-failure \
  --no-tests=error "${filter[@]}" || code=$?
if [[ -n ${update} ]]; then
  say "Golden files and others that differ from the last commit"
  git --no-pager diff --stat
fi
exit "${code}"
