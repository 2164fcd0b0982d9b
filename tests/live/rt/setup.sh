#!/usr/bin/env bash
# Request Tracker 5 from Debian's packages on 127.0.0.1, with SQLite and twelve support tickets. One folder is the whole instance:
# nothing under /etc/request-tracker5 is read, no daemon is started by the packages, and mail is only written to outbox.mbox.
#   setup.sh packages   install the packages (as root)
#   setup.sh installed  succeed when they are installed
#   setup.sh up         create and seed the instance if there is none, start the server
#   setup.sh reset      the same from nothing
#   setup.sh stop       stop the server that this script started (by its pid file)
#   setup.sh wipe       stop it and delete the folder
#   setup.sh mail TICKET ADDRESS TEXT   a customer's mail to a ticket
#   setup.sh articles   add articles, print a token of the agent
# RT_FOLDER and RT_PORT tell where; RT_SEED, a folder, keeps the seeded database for the next instance.
# Agents: agent (rich text, signature), agentplain (plain text), agentde (German, history by scroll).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${RT_FOLDER:-${TMPDIR:-/tmp}/replywright-rt}
port=${RT_PORT:-8095}
url="http://127.0.0.1:$port"
agent_password=agentpass123
root_password=rootpass123
export RT_SITE_CONFIG="$folder/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$folder/RT_SiteConfig.d"
lib=/usr/share/request-tracker5/lib
# Its tools lie where an ordinary user on Debian doesn't look.
PATH=$PATH:/usr/sbin

main() {
  case "${1:-up}" in
    packages) packages ;;
    installed) installed ;;
    up) up ;;
    reset) stop; rm -rf "$folder"; up ;;
    stop) stop ;;
    wipe) stop; rm -rf "$folder" ;;
    mail) shift; perl -I"$lib" "$here/mail.pl" "$@" ;;
    articles) perl -I"$lib" "$here/articles.pl" ;;
    *) sed -n '4,11p' "$0" >&2; exit 2 ;;
  esac
}

installed() {
  for name in request-tracker5 rt5-standalone rt5-db-sqlite; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || return 1
  done
}

packages() {
  if installed; then return; fi
  export DEBIAN_FRONTEND=noninteractive
  debconf-set-selections <<END
request-tracker5 request-tracker5/rtname string helpdesk.test
request-tracker5 request-tracker5/organization string helpdesk.test
request-tracker5 request-tracker5/install-cronjobs boolean false
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
request-tracker5 request-tracker5/webbaseurl string $url
request-tracker5 request-tracker5/correspondaddress string support@helpdesk.test
request-tracker5 request-tracker5/commentaddress string support-comment@helpdesk.test
request-tracker5 request-tracker5/dbconfig-install boolean false
request-tracker5 request-tracker5/initial-root-password password $root_password
END
  apt-get -o DPkg::Lock::Timeout=300 update -q
  # msmtp-mta satisfies the dependency on a mail transport agent without a daemon.
  apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends \
    request-tracker5 rt5-standalone rt5-db-sqlite libdbd-sqlite3-perl msmtp-mta curl
}

up() {
  packages
  configure
  [ -e "$folder/seeded" ] || seed
  answers || start
  curl -fsS -u "agent:$agent_password" "$url/REST/2.0/ticket/1?fields=Subject" >/dev/null
  echo "Request Tracker answers on $url"
}

configure() {
  mkdir -p "$folder"/{RT_SiteConfig.d,mason_data/obj,sessions,log}
  cat >"$folder/sendmail.sh" <<END
#!/bin/sh
# What RT takes for sendmail: nothing leaves the machine.
{ echo "From rt@localhost \$(date -u '+%a %b %e %H:%M:%S %Y')"; cat; echo; } >>"$folder/outbox.mbox"
END
  chmod 755 "$folder/sendmail.sh"
  cat >"$RT_SITE_CONFIG" <<END
Set(\$rtname, 'helpdesk.test');
Set(\$Organization, 'helpdesk.test');
Set(\$CorrespondAddress, 'support\@helpdesk.test');
Set(\$CommentAddress, 'support-comment\@helpdesk.test');
Set(\$WebDomain, '127.0.0.1'); Set(\$WebPort, $port); Set(\$WebPath, '');
Set(\$WebBaseURL, '$url');
Set(\$DatabaseType, 'SQLite'); Set(\$DatabaseName, '$folder/rt.sqlite3');
Set(\$Timezone, 'UTC');
Set(\$LogToSyslog, undef); Set(\$LogToSTDERR, undef);
Set(\$LogToFile, 'warning'); Set(\$LogDir, '$folder/log'); Set(\$LogToFileNamed, 'rt.log');
Set(\$MailCommand, 'sendmailpipe'); Set(\$SendmailPath, '$folder/sendmail.sh');
Set(\$RTAddressRegexp, '^support(-comment)?\@helpdesk\\.test\$');
Set(%GnuPG, Enable => 0); Set(%SMIME, Enable => 0);
Set(\$LogoutRefresh, 0);
# REST 2 hashes the password or token of each request; at the usual cost that took longer than the answer.
Set(\$BcryptCost, 4);
\$RT::MasonDataDir = '$folder/mason_data'; \$RT::MasonSessionDir = '$folder/sessions';
1;
END
}

seed() {
  stop
  rm -f "$folder/rt.sqlite3" "$folder/outbox.mbox"
  # Two that begin at once: the second waits for the first one's.
  if [ -n "${RT_SEED:-}" ]; then mkdir -p "$RT_SEED"; exec 9>"$RT_SEED/lock"; flock 9; fi
  if [ -e "${RT_SEED:-}/rt.sqlite3" ]; then cp "$RT_SEED/rt.sqlite3" "$folder/"; else make_database; fi
  exec 9>&-
  # The seed's own mails: from here on every line in the outbox was sent by somebody.
  : >"$folder/outbox.mbox"
  touch "$folder/seeded"
}

make_database() {
  (umask 077; printf '%s' "$root_password" >"$folder/.rootpw")
  rt-setup-database-5 --action init --skip-create --dba '' --dba-password '' \
    --root-password-file "$folder/.rootpw" >"$folder/log/init.log" 2>&1 || { tail -20 "$folder/log/init.log" >&2; exit 1; }
  rm -f "$folder/.rootpw"
  SEED_AGENT_PW="$agent_password" perl -I"$lib" "$here/seed.pl" 2>"$folder/log/seed.err" || { tail -20 "$folder/log/seed.err" >&2; exit 1; }
  if [ -n "${RT_SEED:-}" ]; then cp "$folder/rt.sqlite3" "$RT_SEED/"; fi
}

start() {
  stop
  # Each worker loads what it shows anew: few of them, and none that ends after a hundred requests.
  setsid nohup /usr/share/request-tracker5/libexec/rt-server --server Starlet --host 127.0.0.1 --port "$port" \
    --max-workers 2 --max-reqs-per-child 10000 \
    >"$folder/log/server.log" 2>&1 </dev/null &
  echo $! >"$folder/server.pid"
  for _ in $(seq 120); do answers && return; sleep .5; done
  tail -20 "$folder/log/server.log" >&2
  exit 1
}

answers() {
  curl -s -o /dev/null "$url/"
}

stop() {
  [ -s "$folder/server.pid" ] || return 0
  local pid; pid=$(cat "$folder/server.pid")
  if [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q rt-server; then
    kill "$pid"
    for _ in $(seq 50); do [ -e "/proc/$pid" ] || break; sleep .1; done
  fi
  rm -f "$folder/server.pid"
}

main "$@"
