# shellcheck shell=bash
# What every script here starts with: strict mode, where the package is, and how to speak.
# Everything said goes to standard error, so that `bin/run -- calculate FILE` stays a clean pipe.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

step() { printf '… %s\n' "$*" >&2; }
ok() { printf '✓ %s\n' "$*" >&2; }
note() { printf '! %s\n' "$*" >&2; }

fail() {
  printf '✗ %s\n' "$*" >&2
  exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# Names one checkout among many in places they share, such as /tmp.
root_hash() { printf '%s' "$ROOT" | sha256sum | cut -c1-10; }

# Stops early, with what to do, when there is no Swift 6.
need_swift() {
  local version
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\..*/\1/p' | head -n 1) || true
  [ "${version:-0}" -ge 6 ] ||
    fail "Swift 6 is needed on the PATH (found: ${version:-none}). See https://www.swift.org/install/linux/"
}

# The release binary, with Swift's own library inside: it starts in half the time.
build_release() {
  step "building (the first time takes some minutes)"
  swift build --package-path "$ROOT" -c release --static-swift-stdlib --product concordat >&2
  ok "built"
}
