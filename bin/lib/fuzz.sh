# shellcheck shell=bash
# Builds the readers for libFuzzer, module by module and without any package, and runs them.

FUZZ=$ROOT/var/fuzz
FUZZ_CORPUS=$ROOT/Tests/Fixtures/fuzz
FUZZ_FLAGS=(
  -package-name concordat -swift-version 6 -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature MemberImportVisibility
  -O -wmo -parse-as-library "-sanitize=fuzzer,address"
)

# A module whose objects the fuzzer is made of: its name, then where its sources are.
fuzz_module() {
  local name=$1 sources
  shift
  mapfile -t sources < <(find "$@" -name '*.swift' | sort)
  swiftc "${FUZZ_FLAGS[@]}" -module-name "$name" -emit-module \
    -emit-module-path "$FUZZ/build/$name.swiftmodule" -c -o "$FUZZ/build/$name.o" "${sources[@]}"
}

build_fuzzer() {
  local library include
  step "building the fuzzer"
  mkdir -p "$FUZZ"/{build,corpus,findings}
  read -ra include < <(pkg-config --cflags-only-I libxml-2.0 libzip xlsxwriter)
  FUZZ_FLAGS+=(-I "$FUZZ/build" "${include[@]}")
  for library in CXML2 CZip CXLSXWriter; do FUZZ_FLAGS+=(-I "Sources/$library"); done
  fuzz_module Calculator Sources/Calculator
  fuzz_module Programme Sources/Programme
  fuzz_module Exchange Sources/Exchange Tests/Fuzz/ResourceBundle.swift
  fuzz_module Fuzz Tests/Fuzz/FuzzInput.swift Tests/Fuzz/FuzzTarget.swift
  swiftc "-sanitize=fuzzer,address" "$FUZZ"/build/{Calculator,Programme,Exchange,Fuzz}.o \
    -o "$FUZZ/fuzz" -lxml2 -lzip -lxlsxwriter
  ok "built $FUZZ/fuzz"
}

# Runs for so many seconds, quietly beside other work; what it finds stays in var/fuzz/findings.
run_fuzzer() {
  SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 nice -n 19 "$FUZZ/fuzz" \
    -max_total_time="$1" -timeout=20 -rss_limit_mb=2048 -max_len=32768 -print_final_stats=1 \
    -dict=Tests/Fuzz/words.dict -artifact_prefix="$FUZZ/findings/" "$FUZZ/corpus" "$FUZZ_CORPUS"
}

# Reads the whole corpus once and asks for memory that nobody gave back.
check_leaks() {
  SWIFT_BACKTRACE=enable=no "$FUZZ/fuzz" -runs=0 -timeout=20 "$FUZZ/corpus" "$FUZZ_CORPUS"
}
