# shellcheck shell=bash
# Runs the stages of bin/test one after another and closes with what really happened.

STAGE_LINES=()
STAGE_FAILED=no

# stage NAME COMMAND… runs it and remembers its outcome; the stages after it still run.
stage() {
  local name=$1 began=$SECONDS
  shift
  step "$name"
  if "$@"; then
    STAGE_LINES+=("✓ $name ($((SECONDS - began)) s)")
  else
    STAGE_LINES+=("✗ $name FAILED ($((SECONDS - began)) s)")
    STAGE_FAILED=yes
    return 1
  fi
}

# skip_stage NAME WHY says what was not checked.
skip_stage() { STAGE_LINES+=("- $1 skipped: $2"); }

# finish prints one line a stage and ends with an honest exit code.
finish() {
  printf '\n'
  printf '%s\n' "${STAGE_LINES[@]}"
  [ $STAGE_FAILED = no ] || exit 1
  exit 0
}
