#!/usr/bin/env bash
# Builds what is measured, optimised, and measures it beside what it is
# compared with, in turns and in one run. Prints medians and ratios with the
# load of the machine; ratios say more than seconds do.
#
# usage: scripts/bench.sh SUBJECT [--runs N] [--json FILE] [--check] [FILE]
#   SUBJECT      reading: documents and facts from txt, docx, xlsx, csv and pdf,
#                beside pdftotext and a LibreOffice conversion to text;
#                rules: rules over thousands of schools, beside loops over
#                doubles, DuckDB and, where it is installed, R's validate;
#                metrics: indicators, aggregates and ranks over thousands of
#                schools, nothing cached, beside DuckDB and PostgreSQL, and the
#                load of a snapshot;
#                checking: errors found by class in the invented reports, and
#                the time of checking beside that of reading;
#                mutations [--count N] [--seed N]: single figures changed at
#                random (5,000), and what is found of them;
#                store: submissions in bulk on SQLite and PostgreSQL, beside
#                multi-row inserts of the same rows through their C interfaces;
#                organisations: import of 12,000 organisations into SQLite and
#                PostgreSQL, beside multi-row inserts through their C interfaces;
#                cache: up to 5,000,000 keys in Redis and in process;
#                aggregate_rpc: cached aggregates over gRPC, beside a bare echo;
#                start: from the start of metrics until it has the record of an
#                intake with 70,002 submissions
#   --runs N     how often each program runs (default: 7)
#   --json FILE  writes all figures there too
#   --check      fails where a target is missed
#   FILE         the report to read, as text (default: the sample)
# environment:
#   NIANBAO_PEERS  folder of another generator with agreed answers, for rules
#                  and metrics
set -euo pipefail
arguments=()
for argument in "$@"; do
  [[ -f ${argument} ]] && argument=$(realpath -- "${argument}")
  arguments+=("${argument}")
done
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

case "${1:-}" in
  reading) targets=(nianbao reading_bench) ;;
  rules) targets=(rules_bench) ;;
  metrics) targets=(metrics_bench snapshot_bench) ;;
  checking | mutations) targets=(check_edits) ;;
  store) targets=(store_bench nianbao-intake) ;;
  organisations) targets=(organisations_bench) ;;
  cache) targets=(cache_bench) ;;
  start) targets=(record_filler nianbao-intake nianbao-metrics) ;;
  aggregate_rpc)
    targets=(nianbao nianbao-intake nianbao-metrics unary_callers echo_server)
    ;;
  -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" && exit 0 ;;
  *)
    echo "bench: name a subject; scripts/bench.sh --help lists them" >&2
    exit 2
    ;;
esac

scripts/install_deps.sh build bench
say "Build release"
build bench "${targets[@]}"
say "Measure $1"
if [[ $1 == mutations ]]; then
  /usr/bin/python3 tests/score/mutations.py --bin build/bench/bin \
    "${arguments[@]:1}"
else
  /usr/bin/python3 "tests/bench/$1.py" "${arguments[@]:1}"
fi
# What metrics answers from its cache, over gRPC.
if [[ $1 == metrics ]]; then exec scripts/bench.sh aggregate_rpc; fi
