# Sourced: PostgreSQL instances in a temporary folder, on loopback, as another user than root; nothing of the system is
# written. A tree of links to the installed PostgreSQL with the extension added stands in for an installation: its programs
# look for libraries and extensions beside themselves. Needs $root and $build; stop_all ends what was started.

pg_bin=${JIHENG_PG_BIN:-/usr/lib/postgresql/15/bin}
pg_work=$(mktemp -d "${TMPDIR:-/tmp}/jiheng-pg-XXXXXX")
chmod 755 "$pg_work"
pg_nodes=()
PGPASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export PGPASSWORD PGUSER=jiheng PGHOST=127.0.0.1 PGDATABASE=postgres PGCONNECT_TIMEOUT=30

# A command as the user the servers run as.
pg_run() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- env -C "$pg_work" LC_ALL=C.UTF-8 "$@"
  else
    env -C "$pg_work" LC_ALL=C.UTF-8 "$@"
  fi
}

# The tree: programs copied (they find the rest from where they stand), all else links, the extension of $build.
make_tree() {
  local share lib name tree=$pg_work/tree prefix
  share=$("$pg_bin/pg_config" --sharedir)
  lib=$("$pg_bin/pg_config" --pkglibdir)
  prefix=$pg_bin
  while [[ $share != "$prefix"/* || $lib != "$prefix"/* ]]; do prefix=$(dirname "$prefix"); done
  pg_tree_bin=$tree${pg_bin#"$prefix"}
  mkdir -p "$pg_tree_bin" "$tree${lib#"$prefix"}" "$tree${share#"$prefix"}/extension"
  cp "$pg_bin"/{postgres,initdb,pg_ctl} "$pg_tree_bin/"
  ln -s "$lib"/* "$tree${lib#"$prefix"}/"
  for name in "$share"/*; do
    [ "${name##*/}" = extension ] || ln -s "$name" "$tree${share#"$prefix"}/"
  done
  ln -s "$share"/extension/* "$tree${share#"$prefix"}/extension/"
  cmake --install "$build" --component postgres --prefix "$tree" >"$pg_work/install.log"
  chmod -R a+rX "$tree"
}

# Ports nobody listens on.
free_ports() {
  python3 - "$1" <<'PY'
import socket, sys
sockets = [socket.socket() for _ in range(int(sys.argv[1]))]
for s in sockets:
    s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in sockets))
PY
}

# start_nodes N SETTING…: N fresh instances; their ports in pg_ports.
start_nodes() {
  local count=$1 i data
  shift
  make_tree
  install -d -m 700 "$pg_work/data"
  printf '%s\n' "$PGPASSWORD" >"$pg_work/password"
  chmod 600 "$pg_work/password"
  [ "$(id -u)" -ne 0 ] || chown postgres "$pg_work/data" "$pg_work/password"
  pg_run "$pg_tree_bin/initdb" --no-sync -D "$pg_work/data/0" -U "$PGUSER" -A scram-sha-256 \
    --pwfile="$pg_work/password" --encoding=UTF8 --locale=C >"$pg_work/initdb.log"
  read -r -a pg_ports <<<"$(free_ports "$count")"
  for ((i = 0; i < count; i++)); do
    data=$pg_work/data/$i
    [ "$i" -eq 0 ] || pg_run cp -r "$pg_work/data/0" "$data"
    pg_nodes+=("$data")
  done
  for ((i = 0; i < count; i++)); do
    data=${pg_nodes[$i]}
    printf '%s\n' "listen_addresses = '127.0.0.1'" "port = ${pg_ports[$i]}" "unix_socket_directories = '$pg_work/data'" \
      "fsync = off" "shared_buffers = 64MB" "$@" | pg_run tee -a "$data/postgresql.conf" >/dev/null
    pg_run "$pg_tree_bin/pg_ctl" -s -w -t 60 -D "$data" -l "$data.log" start || {
      pg_run tail -n 20 "$data.log"
      return 1
    }
  done
}

# sql NODE OPTION…: psql on that node, its input or -c.
sql() {
  local node=$1
  shift
  psql -X -q -v ON_ERROR_STOP=1 -p "${pg_ports[$node]}" "$@"
}

stop_all() {
  local data
  for data in "${pg_nodes[@]}"; do
    pg_run "$pg_tree_bin/pg_ctl" -s -D "$data" -m immediate stop >/dev/null 2>&1 || true
  done
  rm -rf "$pg_work"
}
trap stop_all EXIT
