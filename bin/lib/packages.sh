# shellcheck shell=bash disable=SC2034
# Debian packages: installs what is missing, says what it would install when it may not.

# To build, to keep a database, and to fetch the page assets.
RUN_PACKAGES=(
  git pkg-config
  libpq-dev libxml2-dev libargon2-dev zlib1g-dev libzip-dev libxlsxwriter-dev
  libcurl4-openssl-dev
  postgresql
  python3-venv
)

# xmllint is an independent check of the XML that we write.
TEST_PACKAGES=(libxml2-utils)

# What `bin/test --quick` does without.
SLOW_TEST_PACKAGES=(libreoffice-calc-nogui chromium fonts-liberation)

# need_packages NAME… installs those that are missing; asks the network nothing when none is.
need_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed ||
      missing+=("$name")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    ok "system packages"
    return
  fi
  step "installing ${missing[*]}"
  install_packages "${missing[@]}" ||
    fail "Could not install them. Please run:
    sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${missing[*]}"
  ok "system packages installed"
}

install_packages() {
  local as_root=()
  if ! is_root; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
    apt-get -q -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update >&2 &&
    "${apt[@]}" install --yes --no-install-recommends "$@" </dev/null >&2
}
