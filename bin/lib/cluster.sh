# shellcheck shell=bash
# A PostgreSQL cluster of our own: reached over a socket only, in a directory that only its user
# may enter, beside whatever cluster Debian's package keeps.
#
#   cluster_open DIRECTORY [SETTING…]   creates and starts it; sets CLUSTER_*
#   cluster_url ROLE DATABASE           where libpq finds it
#   cluster_close                       stops it, if this script started it
#   cluster_remove DIRECTORY            removes one that was left behind

CLUSTER_USER=     # who runs the server, empty for ourselves
CLUSTER_DATA=     # the data directory
CLUSTER_SOCKET=   # the directory of the socket
CLUSTER_BIN=      # PostgreSQL's own programs
CLUSTER_OURS=no   # whether this script started it, and so stops it

# PostgreSQL refuses to run as root: then Debian's `postgres` runs it.
as_cluster_user() {
  if [ -z "$CLUSTER_USER" ]; then
    (cd / && "$@")
  else
    (cd / && setpriv --reuid="$CLUSTER_USER" --regid="$CLUSTER_USER" --init-groups -- "$@")
  fi
}

cluster_open() {
  local directory=$1
  shift
  if is_root; then CLUSTER_USER=postgres; fi
  directory=$(reachable_directory "$directory")
  CLUSTER_DATA=$directory/data
  CLUSTER_SOCKET=$(socket_directory "$directory")
  CLUSTER_BIN=$(postgres_programs)
  [ -f "$CLUSTER_DATA/PG_VERSION" ] || create_cluster
  start_cluster "$@"
  create_roles
}

cluster_url() { printf 'postgresql://%s@/%s?host=%s&port=5432' "$1" "$2" "$CLUSTER_SOCKET"; }

cluster_sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$(cluster_url postgres "$1")" -c "$2"; }

cluster_close() {
  [ "$CLUSTER_OURS" = yes ] || return 0
  CLUSTER_OURS=no
  as_cluster_user "$CLUSTER_BIN/pg_ctl" stop -D "$CLUSTER_DATA" -m fast -s -t 60 ||
    note "PostgreSQL did not stop in time; its next start will recover"
}

# cluster_remove DIRECTORY stops what may still run there and removes it all.
cluster_remove() {
  if is_root; then CLUSTER_USER=postgres; fi
  CLUSTER_DATA=$1/data
  CLUSTER_BIN=$(postgres_programs)
  ! "$CLUSTER_BIN/pg_isready" -q -h "$1/socket" -p 5432 || CLUSTER_OURS=yes
  cluster_close
  rm -rf "$1"
}

# The directory asked for, made and owned by the cluster's user; or one under /var/lib when that
# user cannot get there (a checkout in root's home).
reachable_directory() {
  local directory=$1
  mkdir -p "$directory"
  if ! as_cluster_user test -x "$(dirname "$directory")" 2>/dev/null; then
    directory=/var/lib/concordat/$(basename "$ROOT")-$(root_hash)
    mkdir -p "$directory"
  fi
  own_directory "$directory"
  printf '%s' "$directory"
}

own_directory() {
  [ -z "$CLUSTER_USER" ] || chown "$CLUSTER_USER:" "$1"
  as_cluster_user chmod 0700 "$1"
}

# A socket's path may be 107 bytes long, and stands in a URL: fall back to a short, plain one.
socket_directory() {
  local directory=$1/socket
  if [ ${#directory} -gt 92 ] || [[ $directory =~ [^A-Za-z0-9/._-] ]]; then
    directory=/tmp/concordat-$(id -u)-$(root_hash)
  fi
  mkdir -p "$directory"
  [ ! -L "$directory" ] || fail "$directory is a link; remove it"
  own_directory "$directory" || fail "$directory belongs to somebody else; remove it"
  printf '%s' "$directory"
}

# The programs of the version that made the data, else the newest installed.
postgres_programs() {
  local version='*' found
  [ -f "$CLUSTER_DATA/PG_VERSION" ] && version=$(cat "$CLUSTER_DATA/PG_VERSION")
  found=$(compgen -G "/usr/lib/postgresql/$version/bin" | sort -V | tail -n 1) || true
  [ -n "$found" ] ||
    fail "PostgreSQL $version is not installed, and $CLUSTER_DATA was made with it"
  printf '%s' "$found"
}

# Made beside its place and moved there, so that an interrupted start leaves no half cluster.
create_cluster() {
  step "creating a database cluster in $CLUSTER_DATA"
  as_cluster_user rm -rf "$CLUSTER_DATA.new"
  as_cluster_user "$CLUSTER_BIN/initdb" --pgdata="$CLUSTER_DATA.new" --username=postgres \
    --encoding=UTF8 --locale=C.UTF-8 --auth=trust --no-instructions >/dev/null
  as_cluster_user mv -T "$CLUSTER_DATA.new" "$CLUSTER_DATA"
}

start_cluster() {
  if "$CLUSTER_BIN/pg_isready" -q -h "$CLUSTER_SOCKET" -p 5432; then
    ok "database is already running"
    return
  fi
  local options="-c listen_addresses='' -c port=5432" setting
  options+=" -c unix_socket_directories='$CLUSTER_SOCKET' -c unix_socket_permissions=0700"
  for setting in "$@"; do options+=" -c $setting"; done
  try_start "$options" || fail "PostgreSQL did not start; see $CLUSTER_DATA/server.log"
  CLUSTER_OURS=yes
  ok "database started"
}

# The processes of a server that was killed outright may take a moment to go.
try_start() {
  local attempt
  for attempt in 1 2 3 4 5; do
    as_cluster_user "$CLUSTER_BIN/pg_ctl" start -D "$CLUSTER_DATA" -w -s -t 120 \
      -l "$CLUSTER_DATA/server.log" -o "$1" >/dev/null 2>&1 && return
    [ "$attempt" = 5 ] || sleep 1
  done
  return 1
}

# The owner migrates; the app role serves and is subject to row-level security.
create_roles() {
  local role
  for role in concordat_owner concordat_app; do
    [ "$(cluster_sql postgres "SELECT 1 FROM pg_roles WHERE rolname = '$role'")" = 1 ] ||
      cluster_sql postgres "CREATE ROLE $role LOGIN NOSUPERUSER NOBYPASSRLS"
  done
}

# cluster_database NAME creates it for the owner role, unless it is there.
cluster_database() {
  [ "$(cluster_sql postgres "SELECT 1 FROM pg_database WHERE datname = '$1'")" = 1 ] ||
    cluster_sql postgres "CREATE DATABASE $1 OWNER concordat_owner"
}
