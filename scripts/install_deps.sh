#!/usr/bin/env bash
# Installs what Nianbao needs on Debian 12, by apt. Installs nothing where all
# is there; asks for root (or sudo) only where something is missing.
#
# usage: scripts/install_deps.sh [build] [test] [check] [fuzz] [bench]
#        (default: build test check)
set -euo pipefail

# "package" or "package=command": the second counts as there when the command
# is, whoever packaged it.
build=(
  g++ cmake ninja-build pkg-config ccache mold ca-certificates
  libgrpc++-dev protobuf-compiler-grpc libprotobuf-dev protobuf-compiler
  libabsl-dev libhiredis-dev libsoci-dev libsqlite3-dev libpq-dev libicu-dev
  libssl-dev libboost-dev libcli11-dev nlohmann-json3-dev libzip-dev zlib1g-dev
  libpugixml-dev
  golang-github-gogo-googleapis-dev
  libgtest-dev libgmock-dev # configuring looks for them
  poppler-utils=pdftotext   # runs whenever a PDF file is read
)
# LibreOffice makes the Word and PDF files of the tests of formats.
test=(redis-server postgresql-15 python3 python3-yaml qpdf=qpdf
  libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk)
check=(clang-format-19 clang-tidy-19 shellcheck git=git nodejs=node npm=npm)
fuzz=(clang-19 libclang-rt-19-dev)
bench=(libbenchmark-dev postgresql-15 poppler-utils libreoffice-writer-nogui
  nodejs=node npm=npm)

wanted=()
for group in "${@:-build test check}"; do
  for name in ${group}; do
    case "${name}" in
      build) wanted+=("${build[@]}") ;;
      test) wanted+=("${test[@]}") ;;
      check) wanted+=("${check[@]}") ;;
      fuzz) wanted+=("${fuzz[@]}") ;;
      bench) wanted+=("${bench[@]}") ;;
      *)
        echo "install_deps: unknown group \"${name}\";" \
          "try build, test, check, fuzz or bench" >&2
        exit 2
        ;;
    esac
  done
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "install_deps: no apt here; Nianbao builds on Debian 12. Install the" \
    "like of: ${wanted[*]%%=*}" >&2
  exit 1
fi

is_installed() { # is_installed PACKAGE[=COMMAND]
  case "$1" in
    *=*) command -v "${1#*=}" >/dev/null ;;
    *) [[ "${installed}" == *" $1 "* ]] ;;
  esac
}

# dpkg-query fails where it knows no such package; its other lines are good.
installed=" $({ dpkg-query -W -f='${Package} ${db:Status-Status}\n' \
  "${wanted[@]%%=*}" 2>/dev/null || true; } |
  sed -n 's/ installed$//p' | tr '\n' ' ')"
missing=()
for package in "${wanted[@]}"; do
  is_installed "${package}" || missing+=("${package%%=*}")
done
if ((${#missing[@]} == 0)); then
  echo "packages: all ${#wanted[@]} are there"
  exit 0
fi

as_root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null; then
    echo "install_deps: missing ${missing[*]}; as root, run:" \
      "apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=600 -q -y)
echo "packages: installing ${#missing[@]}: ${missing[*]}"
"${apt[@]}" update
"${apt[@]}" install --no-install-recommends "${missing[@]}"
