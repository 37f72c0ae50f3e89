# shellcheck shell=bash
# Page assets: GOV.UK Frontend, fetched once and checked by hash, joined with our own files.
# Its font and crest are for gov.uk services alone, so both are taken out.

ASSETS=$ROOT/var/assets
GOVUK_WHEEL='fast-gov-uk==0.9.1'
GOVUK_WHEEL_SHA256=3130509fbe32eb619d700d79c8c8c2c60f6d3e45e6f249cd59304b800cce6dab
GOVUK_FILE=govuk-frontend-5.11.1.min
GOVUK_CSS_SHA256=85bc0987f4c2b952b040209b0f6108d762c62eed9feba92cb425faba814efbd4
GOVUK_JS_SHA256=7ff900e7b113b66b272a01f5fe9659284461d9592cef8f618e06bbce4edadb7c

# prepare_assets leaves concordat.css and concordat.js in var/assets.
prepare_assets() {
  mkdir -p "$ASSETS"
  if [ ! -f "$ASSETS/govuk.css" ] || [ ! -f "$ASSETS/govuk.js" ]; then fetch_govuk; fi
  join_asset css
  join_asset js
  ok "page assets"
}

# Debian's Python takes packages only into an environment of their own.
python_environment() {
  PYTHON=$ROOT/var/python/bin/python
  "$PYTHON" -m pip --version >/dev/null 2>&1 ||
    /usr/bin/python3 -m venv --clear "$ROOT/var/python"
}

fetch_govuk() {
  step "fetching GOV.UK Frontend"
  local work=$ROOT/var/fetch
  rm -rf "$work"
  mkdir -p "$work"
  printf '%s --hash=sha256:%s\n' "$GOVUK_WHEEL" "$GOVUK_WHEEL_SHA256" >"$work/requirements.txt"
  python_environment
  "$PYTHON" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --python-version 3.13 --require-hashes -r "$work/requirements.txt" -d "$work" >&2
  "$PYTHON" -m zipfile -e "$work"/*.whl "$work"
  strip_govuk "$work/fast_gov_uk/assets/$GOVUK_FILE"
  rm -rf "$work"
}

# strip_govuk PATH-WITHOUT-EXTENSION checks both files and writes what we serve of them.
strip_govuk() {
  printf '%s  %s\n' "$GOVUK_CSS_SHA256" "$1.css" "$GOVUK_JS_SHA256" "$1.js" |
    sha256sum --check --quiet >&2
  sed -E -e 's/@font-face\{[^}]*\}//g' -e 's/GDS Transport,//g' \
    -e 's/[a-z-]*image:url\([^)]*govuk-crest\.svg\);?//g' -e '/sourceMappingURL/d' \
    "$1.css" >"$ASSETS/govuk.css.new"
  sed -e 's|//# sourceMappingURL=.*||' "$1.js" >"$ASSETS/govuk.js.new"
  ! grep -qE '@font-face|font-family:GDS|url\(/assets' "$ASSETS/govuk.css.new" ||
    fail "GOV.UK Frontend still names its font or crest"
  mv "$ASSETS/govuk.css.new" "$ASSETS/govuk.css"
  mv "$ASSETS/govuk.js.new" "$ASSETS/govuk.js"
}

# join_asset css|js puts GOV.UK's file and ours in one, when either is newer. As one module,
# site.js has GOV.UK's names (initAll, createAll) at hand: an import of govuk.js is left out.
join_asset() {
  local joined=$ASSETS/concordat.$1 parts=("$ASSETS/govuk.$1") own=$ROOT/Views/assets/site.$1
  [ ! -f "$own" ] || parts+=("$own")
  local part stale=no
  for part in "${parts[@]}"; do
    [ "$joined" -nt "$part" ] || stale=yes
  done
  [ $stale = no ] || {
    sed -E "/^import .*govuk\.js['\"];?$/d" "${parts[@]}" >"$joined.new"
    mv "$joined.new" "$joined"
  }
}
