#!/usr/bin/env bash
# Checks what tests do not: format, lint, layers, contracts, data, deployment.
# One line for each step; the output of those that fail; the failed ones once
# more at the end. People and CI run the same.
#
# usage: scripts/check.sh [--layers] [--tidy-all]
#   --layers     only who includes whom; needs no build
#   --tidy-all   clang-tidy on every file, not only on changed ones
set -euo pipefail
# shellcheck source=scripts/common.sh
source "$(dirname "$0")/common.sh"

readonly buf_version=1.75.0
readonly tidy_most=40 # files of one run; the rest is said aloud
tidy_all=
only=
for argument in "$@"; do
  case "${argument}" in
    --layers) only=layers ;;
    --tidy-all) tidy_all=1 ;;
    -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" && exit 0 ;;
    *)
      echo "check: unknown argument ${argument}; try --help" >&2
      exit 2
      ;;
  esac
done

failed=()
output=$(mktemp)
trap 'rm -f "${output}"' EXIT

# step NAME COMMAND...: runs it; its last line of output is its result.
step() {
  local name=$1 start=${SECONDS} code=0 word=ok
  shift
  set +e
  (set -e && "$@") >"${output}" 2>&1 # not in a condition: that unsets -e
  code=$?
  set -e
  if ((code == 0)); then
    grep -q '^NOT RUN' "${output}" && word='-'
    printf '%-7s %-16s %s (%d s)\n' "${word}" "${name}" \
      "$(tail -n 1 "${output}")" $((SECONDS - start))
  else
    printf 'FAILED  %-16s (%d s)\n' "${name}" $((SECONDS - start))
    sed 's/^/        /' "${output}"
    failed+=("${name}")
  fi
}

# Files of the tree, with new ones and without those that git ignores.
files() {
  git ls-files -co --exclude-standard -- "$@" | sort -u |
    while read -r file; do if [[ -f ${file} ]]; then echo "${file}"; fi; done
}

# The commit that changes are measured from; nothing where there is none.
find_base() {
  local base
  base=$(git merge-base HEAD origin/main 2>/dev/null || true)
  if [[ -z ${base} || ${base} == "$(git rev-parse HEAD)" ]]; then
    base=$(git rev-parse --verify --quiet HEAD~1 || true)
  fi
  echo "${base}"
}

check_format() {
  local sources
  mapfile -t sources < <(files '*.cc' '*.h')
  local found
  if ! found=$(clang-format-19 --dry-run --Werror "${sources[@]}" 2>&1); then
    echo "clang-format-19 -i would change:"
    sed -n 's/^\([^ :]*\):[0-9]*:[0-9]*: error: .*/  \1/p' <<<"${found}" |
      sort | uniq -c
    return 1
  fi
  echo "${#sources[@]} files"
}

# The .cc files to lint: changed, or beside a changed header.
tidy_files() {
  local changed
  if [[ -n ${tidy_all} ]]; then
    changed=$(files '*.cc')
  else
    changed=$({
      git diff --name-only --diff-filter=d "${base}" -- '*.cc' '*.h'
      git ls-files -o --exclude-standard -- '*.cc' '*.h'
    } | sed 's/\.h$/.cc/')
  fi
  sort -u <<<"${changed}" | while read -r file; do
    if grep -qF "${root}/${file}\"" build/dev/compile_commands.json; then
      echo "${file}"
    fi
  done
}

check_tidy() {
  local sources left=""
  if [[ -z ${base} && -z ${tidy_all} ]]; then
    echo "NOT RUN: no earlier commit to compare with; try --tidy-all"
    return
  fi
  mapfile -t sources < <(tidy_files)
  if [[ -z ${tidy_all} ]] && ((${#sources[@]} > tidy_most)); then
    left="; NOT LOOKED AT: $((${#sources[@]} - tidy_most)) more (--tidy-all)"
    # Spread over the tree, and the same in every run.
    mapfile -t sources < <(printf '%s\n' "${sources[@]}" |
      awk -v most="${tidy_most}" -v count="${#sources[@]}" \
        'int(NR * most / count) > int((NR - 1) * most / count)')
  fi
  if ((${#sources[@]} == 0)); then
    echo "no changed files"
    return
  fi
  printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(nproc)" \
    clang-tidy-19 -p build/dev --quiet 2>&1 | sed '/ warnings\? generated\.$/d'
  echo "${#sources[@]} changed files${left}"
}

buf() {
  npm exec --yes --package="@bufbuild/buf@${buf_version}" -- buf "$@"
}

check_buf_lint() {
  buf lint proto
  buf format proto --diff --exit-code
  echo "$(files 'proto/*.proto' | wc -l) files"
}

check_buf_breaking() {
  if [[ -z ${base} ]]; then
    echo "NOT RUN: no earlier commit to compare with"
    return
  fi
  if [[ -z $(git ls-tree --name-only "${base}" proto/) ]]; then
    echo "NOT RUN: commit ${base:0:12} has no proto/"
    return
  fi
  buf breaking proto --against ".git#ref=${base},subdir=proto"
  echo "against ${base:0:12}"
}

check_layers() {
  python3 tests/layers/check_layers.py .
}

# Adding an indicator must touch its catalogue file only.
check_indicator_codes() {
  local codes
  codes=$(cat deploy/catalogue/indicators/*.textproto |
    grep -oP '^\s*(indicators\s*\{)?\s*code:\s*"\K[a-z0-9_]+' | sort -u)
  # Tests and what only they use may name codes, and so may comments.
  if files 'services/*.cc' 'services/*.h' |
    grep -vE '_test(_[a-z]+)*\.(cc|h)$|/test_[a-z_]+\.(cc|h)$' |
    xargs grep -nwFf <(echo "${codes}") | grep -vE '^[^:]+:[0-9]+: *//'; then
    echo "An indicator's code in C++: ask the catalogue, or move it to a test."
    return 1
  fi
  echo "none of $(wc -l <<<"${codes}") codes in C++"
}

check_catalogue() {
  [[ -x build/dev/bin/nianbao ]] || build dev nianbao
  build/dev/bin/nianbao catalogue check deploy/catalogue
}

check_deploy() {
  /usr/bin/python3 tests/deploy/check_deploy.py .
}

check_shell() {
  local scripts
  mapfile -t scripts < <(files 'scripts/*.sh' '.ci/run')
  shellcheck -x "${scripts[@]}"
  echo "${#scripts[@]} scripts"
}

# Words that don't belong in a commit. Brackets keep them from matching here.
check_words() {
  local words='TOD[O]|FIXM[E]' bad=0
  local hosts='registry\.(npmj[s]|k8[s])|\b(docke[r]|ghc[r]|qua[y]|gc[r])\.io\b'
  local paths='/wor[k]/|/roo[t]/|/hom[e]/[a-z]'
  if files | grep -v '^LICENSE$' |
    xargs -d '\n' grep -InE "${words}|${hosts}|${paths}"; then
    echo "Unfinished work, a registry's host or a path of one machine."
    bad=1
  fi
  if files | grep -v '^\.ci/run$' | xargs -d '\n' grep -InF "../""shared"; then
    echo "A folder beside the project; only .ci/run may know it."
    bad=1
  fi
  if files '*package-lock.json' | grep .; then
    echo "A lock file names the registry it was made with."
    bad=1
  fi
  ((bad == 0)) && echo "none found"
}

if [[ ${only} == layers ]]; then
  step layers check_layers
  exit $((${#failed[@]} > 0))
fi

scripts/install_deps.sh build test check
status_before=$(git status --porcelain)
base=$(find_base)
if [[ -n ${base} ]]; then
  echo "changes are those since $(git log -1 --format='%h %s' "${base}")"
else
  echo "no earlier commit to compare with: clang-tidy and buf breaking not run"
fi
# clang-tidy reads generated headers and how each file is compiled.
step configure build dev nianbao_messages nianbao_rpc google_rpc_messages
step layers check_layers
step indicator-codes check_indicator_codes
step words check_words
step shellcheck check_shell
step clang-format check_format
step catalogue check_catalogue
step deploy check_deploy
step buf-lint check_buf_lint
step buf-breaking check_buf_breaking
step clang-tidy check_tidy

if [[ $(git status --porcelain) != "${status_before}" ]]; then
  echo "FAILED  the checks changed the tree:"
  diff <(echo "${status_before}") <(git status --porcelain) || true
  failed+=("clean tree")
fi
if ((${#failed[@]} > 0)); then
  echo "check: FAILED: $(printf '%s, ' "${failed[@]}" | sed 's/, $//')"
  exit 1
fi
echo "check: all good"
