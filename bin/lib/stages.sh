# shellcheck shell=bash
# Runs the stages of bin/test one after another and closes with what really happened.

STAGE_LINES=()
PASSED=0
FAILED=0
SKIPPED=0

# stage NAME COMMAND… runs it and remembers how it ended; 1 when it failed. What counts its own
# failures (count_swift_tests, count_journeys) adds to them, any other failure is one.
stage() {
  local name=$1 began=$SECONDS failed_before=$FAILED
  shift
  step "$name"
  if "$@"; then
    STAGE_LINES+=("✓ $name ($((SECONDS - began)) s)")
    return
  fi
  STAGE_LINES+=("✗ $name failed ($((SECONDS - began)) s)")
  [ "$FAILED" -gt "$failed_before" ] || FAILED=$((FAILED + 1))
  return 1
}

# skip_stage NAME WHY says what was not checked.
skip_stage() { STAGE_LINES+=("- $1 skipped: $2"); }

# count_swift_tests FILE adds up Swift Testing's report, and names each skipped test and why.
count_swift_tests() {
  [ -f "$1" ] || return 0
  local passed failed skipped line
  read -r passed failed skipped < <(awk '
    /<testcase /  { cases++; failing = 0 }
    /<skipped/    { skipped++ }
    /<failure /   { if (!failing) failed++; failing = 1 }
    END           { print cases - failed - skipped, failed + 0, skipped + 0 }' "$1")
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + skipped))
  while read -r line; do STAGE_LINES+=("- $line"); done < <(awk -F'"' '
    /<testcase /  { name = $4 }
    /<skipped/    { gsub(/<[^>]*>|^ +/, ""); print name " skipped: " $0 }' "$1")
}

# count_journeys FILE adds the line `N passed, N failed` that the browser journeys close with.
count_journeys() {
  local passed failed
  read -r passed failed < <(
    sed -nE 's/^([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$1" | tail -n 1) || return 0
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed))
}

# finish prints a line a stage, then the sum, and ends with an honest exit code.
finish() {
  printf '\n'
  printf '%s\n' "${STAGE_LINES[@]}" "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" -eq 0 ] || exit 1
  exit 0
}
