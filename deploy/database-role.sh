#!/bin/sh
# Gives the relay a role that is no superuser, and a database of its own. The postgres image runs this once, when it
# makes its data; elsewhere run it as a superuser, with psql's own variables (PGHOST ...) and RELAY_DATABASE_PASSWORD.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=password="$RELAY_DATABASE_PASSWORD" \
  --username="${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname=postgres <<'SQL'
create role replywright login password :'password';
create database replywright owner replywright;
SQL
