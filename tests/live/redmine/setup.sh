#!/usr/bin/env bash
# Redmine 5 from Debian's packages on 127.0.0.1, with SQLite and a dozen support issues. One folder is the whole instance: nothing
# under /etc/redmine or /var/lib/redmine is read or written, and nothing is ever mailed. Only "packages" takes root.
#   setup.sh packages   install the packages (as root)
#   setup.sh installed  succeed when they are installed
#   setup.sh up         create and seed the instance if there is none, start the server
#   setup.sh reset      the same from nothing
#   setup.sh stop       stop the server that this script started (by its pid file)
#   setup.sh wipe       stop it and delete the folder
# REDMINE_FOLDER and REDMINE_PORT tell where; REDMINE_SEED, a folder, keeps what was seeded for the next instance.
# Agents: agent, agent2, agentde (German); customers: marta, liam ...; admin.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${REDMINE_FOLDER:-${TMPDIR:-/tmp}/replywright-redmine}
port=${REDMINE_PORT:-8096}
url="http://127.0.0.1:$port"
password=agentpass123
product=/usr/share/redmine

main() {
  case "${1:-up}" in
    packages) packages ;;
    installed) installed ;;
    up) up ;;
    reset) stop; rm -rf "$folder"; up ;;
    stop) stop ;;
    wipe) stop; rm -rf "$folder" ;;
    *) sed -n '4,9p' "$0" >&2; exit 2 ;;
  esac
}

installed() {
  for name in redmine redmine-sqlite puma; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || return 1
  done
}

packages() {
  if installed; then return; fi
  export DEBIAN_FRONTEND=noninteractive
  debconf-set-selections <<<'redmine redmine/instances/default/dbconfig-install boolean false'
  apt-get -o DPkg::Lock::Timeout=300 update -q
  # Ruby 3.1.7 brings a Bundler of its own, which takes Debian's gems for missing and ends the installation; Debian's knows them.
  BUNDLER_VERSION=$(apt-cache show --no-all-versions ruby-bundler | sed -n 's/^Version: \([0-9.]*\).*/\1/p')
  export BUNDLER_VERSION
  apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends redmine redmine-sqlite puma curl
}

up() {
  packages
  configure
  [ -e "$folder/seeded" ] || seed
  answers || start
  curl -fsS -o /dev/null -u "agent:$password" "$url/issues/1.json"
  echo "Redmine answers on $url"
}

configure() {
  mkdir -p "$folder"/{config,files,log,tmp,public}
  # Without the timeout a request that writes while another one does is answered with an error.
  cat >"$folder/config/database.yml" <<END
production: { adapter: sqlite3, database: "$folder/redmine.sqlite3", encoding: utf8, timeout: 10000 }
END
  [ -s "$folder/config/secret_key.txt" ] || (umask 077; od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$folder/config/secret_key.txt")
  # The product's own list of gems names a database only where an instance under /etc can be read.
  printf 'eval_gemfile "%s/Gemfile"\ngem "sqlite3" unless dependencies.any? { |one| one.name == "sqlite3" }\n' "$product" >"$folder/Gemfile"
  export RAILS_ENV=production BUNDLE_GEMFILE="$folder/Gemfile" BUNDLE_APP_CONFIG="$folder/.bundle" TZ=UTC
  # Else a migration writes the schema it made beside the product.
  export SCHEMA="$folder/schema.rb"
  # An instance is a folder below /var/lib/redmine by its name; from there the way leads up to the root and down to ours.
  export REDMINE_INSTANCE="../../../..$(cd "$folder" && pwd -P)"
}

seed() {
  stop
  rm -f "$folder/redmine.sqlite3"
  # Two that begin at once: the second waits for the first one's.
  if [ -n "${REDMINE_SEED:-}" ]; then mkdir -p "$REDMINE_SEED"; exec 9>"$REDMINE_SEED/lock"; flock 9; fi
  if [ -e "${REDMINE_SEED:-}/redmine.sqlite3" ]; then cp -r "$REDMINE_SEED/redmine.sqlite3" "$REDMINE_SEED/files" "$folder/"; else make_database; fi
  exec 9>&-
  touch "$folder/seeded"
}

make_database() {
  cd "$product"
  run init bundle exec rake db:migrate
  SEED_PASSWORD="$password" run seed bundle exec rails runner "$here/seed.rb"
  if [ -n "${REDMINE_SEED:-}" ]; then cp -r "$folder/redmine.sqlite3" "$folder/files" "$REDMINE_SEED/"; fi
}

run() {
  local log="$folder/log/$1.log"; shift
  "$@" >>"$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
}

start() {
  stop
  cd "$product"
  setsid nohup puma -e production -b "tcp://127.0.0.1:$port" -t 1:4 config.ru >"$folder/log/server.log" 2>&1 </dev/null &
  echo $! >"$folder/server.pid"
  for _ in $(seq 120); do answers && return; sleep .5; done
  tail -20 "$folder/log/server.log" >&2
  exit 1
}

answers() {
  curl -fs -o /dev/null "$url/login"
}

stop() {
  [ -s "$folder/server.pid" ] || return 0
  local pid; pid=$(cat "$folder/server.pid")
  if [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q puma; then
    kill "$pid"
    for _ in $(seq 80); do [ -e "/proc/$pid" ] || break; sleep .1; done
  fi
  rm -f "$folder/server.pid"
}

main "$@"
