#!/bin/sh
# Makes each agency's database with its owner and its serving role, with the rights that postgres/agency-databases.ts
# gives them on the embedded server. The image of PostgreSQL runs it once, when its volume is empty; names and passwords
# come from the addresses that the agencies are given.
set -eu

folder=${SECRETS_FOLDER:-/run/secrets}

# postgres://role:password@host:port/database
password_in() {
  sed 's|^postgres://[^:]*:\([^@]*\)@.*$|\1|' "$1"
}

for owner_file in "$folder"/*_owner_database_url*; do
  name=$(basename "$owner_file")
  agency=${name%_owner_database_url*}
  serving_file=$folder/${agency}_database_url${name#"$agency"_owner_database_url}
  # By environment, not by argument: arguments show in the list of processes.
  OWNER_PASSWORD=$(password_in "$owner_file") SERVING_PASSWORD=$(password_in "$serving_file") \
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set database="hub_$agency" --set owner="${agency}_owner" --set serving="${agency}_serving" <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv serving_password SERVING_PASSWORD
REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;
CREATE ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE :"serving" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'serving_password';
CREATE DATABASE :"database" OWNER :"owner" TEMPLATE template0;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO :"serving";
\connect :"database"
ALTER SCHEMA public OWNER TO :"owner";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"serving";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"serving";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT USAGE ON SEQUENCES TO :"serving";
SQL
done
