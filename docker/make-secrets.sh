#!/bin/sh
# Makes the secrets that docker-compose.yml names, once: what exists is kept, so that running it again after an update
# adds only what is new. Usage: docker/make-secrets.sh [folder]; the default is secrets/ beside docker-compose.yml.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$project/secrets}

# The folder keeps other people of this machine out. The files are readable, because a container's account, which
# differs from the one that runs this, reads them through mounts of single files.
mkdir -p "$folder"
chmod 700 "$folder"
[ -e "$folder/.gitignore" ] || echo '*' >"$folder/.gitignore"

# 32 bytes without characters that would need quoting in a URL.
random() {
  head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'
}

# education_owner_database_url holds the address of hub_education as education_owner.
value_of() {
  case $1 in
    *_owner_database_url) agency=${1%_owner_database_url} role=${agency}_owner ;;
    *_database_url) agency=${1%_database_url} role=${agency}_serving ;;
    *) random && return ;;
  esac
  printf 'postgres://%s:%s@postgres:5432/hub_%s' "$role" "$(random)" "$agency"
}

for name in $(sed -n 's|^ *file: \./secrets/\([a-z_]*\)\.txt.*$|\1|p' "$project/docker-compose.yml"); do
  file=$folder/$name.txt
  [ -s "$file" ] && continue
  value_of "$name" >"$file.new"
  chmod 444 "$file.new"
  mv "$file.new" "$file"
  echo "made $name"
done
