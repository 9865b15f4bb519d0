#!/usr/bin/env bash
# Builds the fuzzers and runs each for a while; what they find is kept in
# build/fuzz/found, and what they learn in build/fuzz/corpus for the next run.
# A crash, a leak, an input that takes 10 s or 512 MB, or a broken promise of
# the code fails the run.
#
# usage: scripts/endurance.sh [--seconds N] [--jobs N] [TARGET...]
#        scripts/endurance.sh sanitizers [asan|tsan]
#        scripts/endurance.sh watch [--kills N]
#        scripts/endurance.sh redis [--seconds N]
#   --seconds N   how long each target runs (default: 600)
#   --jobs N      how many run at the same time (default: one for each CPU)
#   TARGET        only these (default: all; --list prints them)
#   sanitizers    instead: builds the tests of readers, figures, stated relations
#                 and rules with address and undefined-behaviour sanitizers, and
#                 those of the rules and caches with the thread sanitizer, and
#                 runs them
#   watch         instead: kills intake N times (100) while schools hand facts in
#                 and a watcher follows, on SQLite and on PostgreSQL, and checks
#                 that the watcher saw exactly what was acknowledged
#   redis         instead: asks two metrics servers all the time while their
#                 Redis is killed, frozen, slow, full and restarted; compares
#                 each answer with the computed one
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

seconds=600
jobs=$(nproc)
targets=()
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0"; }

# sanitize PRESET TEST...: builds these tests and runs each.
sanitize() {
  local preset=$1
  shift
  say "Build ${preset}"
  build "${preset}" "$@"
  say "Test ${preset}"
  UBSAN_OPTIONS="print_stacktrace=1" nice ctest --test-dir "build/${preset}" \
    --output-on-failure --no-tests=error \
    -R "^($(IFS='|' && echo "$*"))\$"
}

if [[ ${1:-} == sanitizers ]]; then
  if [[ ! ${2:-} =~ ^(asan|tsan|)$ ]]; then
    echo "endurance: sanitizers takes asan, tsan or nothing" >&2
    exit 2
  fi
  scripts/install_deps.sh build test
  if [[ ${2:-} != tsan ]]; then
    sanitize asan core_test intake_readers_test intake_files_test \
      intake_pdf_test intake_reading_test validation_domain_test \
      validation_property_test validation_rules_test
  fi
  if [[ ${2:-} != asan ]]; then
    sanitize tsan core_test validation_rules_test nianbao_cache_test \
      nianbao_aggregate_cache_contract_test
  fi
  echo "endurance: all good"
  exit 0
fi
if [[ ${1:-} == watch ]]; then
  kills=100
  if [[ ${2:-} == --kills ]]; then
    kills=${3:?--kills needs a number}
  fi
  scripts/install_deps.sh build test
  say "Build dev"
  build dev nianbao-intake watch_kills
  for store in sqlite postgres; do
    say "Kill intake ${kills} times on ${store}"
    NIANBAO_BIN=build/dev/bin build/dev/bin/watch_kills --store "${store}" \
      --kills "${kills}"
  done
  echo "endurance: all good"
  exit 0
fi
if [[ ${1:-} == redis ]]; then
  scripts/install_deps.sh build test
  say "Build dev"
  build dev nianbao nianbao-intake nianbao-metrics unary_callers
  say "Hurt Redis"
  NIANBAO_BIN=build/dev/bin /usr/bin/python3 tests/endurance/redis_chaos.py \
    --seconds 600 "${@:2}"
  exit
fi
mapfile -t known < <(sed -n 's/^ *nianbao_fuzzer(\([a-z_]*\) .*/\1/p' \
  tests/fuzz/CMakeLists.txt)
while (($# > 0)); do
  case "$1" in
    --seconds) seconds=${2:?--seconds needs a number} && shift 2 ;;
    --jobs) jobs=${2:?--jobs needs a number} && shift 2 ;;
    --list) printf '%s\n' "${known[@]}" && exit 0 ;;
    -h | --help) usage && exit 0 ;;
    -*)
      echo "endurance: unknown argument $1" >&2
      usage >&2
      exit 2
      ;;
    *)
      if [[ " ${known[*]} " != *" $1 "* ]]; then
        echo "endurance: no target \"$1\"; known are ${known[*]}" >&2
        exit 2
      fi
      targets+=("$1") && shift
      ;;
  esac
done
((${#targets[@]} > 0)) || targets=("${known[@]}")

scripts/install_deps.sh build fuzz
say "Build fuzz"
build fuzz "${targets[@]/#/fuzz_}"

out="${root}/build/fuzz"
mkdir -p "${out}/found" "${out}/logs"
# Freed memory is kept only for a while, so that the limit is the code's.
export ASAN_OPTIONS="quarantine_size_mb=16:detect_leaks=1"
export UBSAN_OPTIONS="print_stacktrace=1"
if command -v llvm-symbolizer-19 >/dev/null; then # names in stack traces
  ASAN_SYMBOLIZER_PATH=$(command -v llvm-symbolizer-19)
  export ASAN_SYMBOLIZER_PATH
fi

# fuzz TARGET: one line with its result; fails where something was found.
fuzz() {
  local target=$1 log="${out}/logs/$1.log" code=0
  mkdir -p "${out}/corpus/${target}"
  nice "${out}/bin/fuzz_${target}" "${out}/corpus/${target}" \
    "tests/fuzz/seeds/${target}" -dict=tests/fuzz/words.dict \
    -artifact_prefix="${out}/found/${target}-" -max_total_time="${seconds}" \
    -max_len=16384 -rss_limit_mb=512 -timeout=10 -print_final_stats=1 \
    >"${log}" 2>&1 || code=$?
  local runs features
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "${log}")
  features=$(sed -n 's/.* ft: \([0-9]*\) .*/\1/p' "${log}" | tail -n 1)
  printf '%-7s %-14s %9s inputs, %6s features\n' \
    "$( ((code == 0)) && echo ok || echo FAILED)" "${target}" \
    "${runs:-?}" "${features:-?}"
  return "${code}"
}

say "Fuzz ${#targets[@]} targets, ${seconds} s each, ${jobs} at a time"
failed=0
running=0
for target in "${targets[@]}"; do
  if ((running >= jobs)); then
    wait -n || failed=$((failed + 1))
    running=$((running - 1))
  fi
  fuzz "${target}" &
  running=$((running + 1))
done
while ((running > 0)); do
  wait -n || failed=$((failed + 1))
  running=$((running - 1))
done

if ((failed > 0)); then
  say "Found"
  for target in "${targets[@]}"; do
    grep -HE '^(==[0-9]+== ?)?(ERROR|SUMMARY)|^broken promise|runtime error' \
      "${out}/logs/${target}.log" | sed "s|^${out}/||" || true
  done
  find "${out}/found" -type f -newer "${out}/build.ninja" | sort
  echo "endurance: FAILED: ${failed} of ${#targets[@]} targets found something;" \
    "once it is mended, add the input to tests/fuzz/seeds/TARGET" >&2
  exit 1
fi
echo "endurance: all good"
