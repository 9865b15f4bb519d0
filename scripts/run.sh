#!/usr/bin/env bash
# Builds Nianbao and runs its main job on a sample report: reads it, checks
# every figure, computes the indicators and writes the reports. Ends with
# their paths. Reports of your own may be given instead of the sample.
#
# usage: scripts/run.sh [FILE...]
set -euo pipefail
files=()
for file in "$@"; do files+=("$(realpath -- "${file}")"); done
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"
out="${root}/out/reports"
if ((${#files[@]} == 0)); then
  files=("${root}/samples/linjiang-2021.txt")
  out="${root}/out/sample"
fi

say "1/3 Packages"
scripts/install_deps.sh build
say "2/3 Build (some minutes the first time)"
build release nianbao
say "3/3 Read, check, compute, report: ${files[*]}"
code=0
build/release/bin/nianbao run "${files[@]}" -o "${out}" || code=$?
if ((code > 1)); then
  echo "run: nianbao ended with code ${code}; its message stands above" >&2
  exit "${code}"
fi
if ((code == 1)); then
  echo "The findings above are Nianbao's work, not a failure of this script."
  if (($# == 0)); then
    echo "The sample holds 14 errors, planted on purpose and listed in" \
      "samples/linjiang-2021.errors.jsonl."
  fi
fi
say "Open in a browser:"
find "${out}" -name '*.html' | sort
