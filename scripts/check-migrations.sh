#!/bin/sh
# Fails when the model holds a change that some database's migrations lack. Needs no server.
set -eu
cd "$(dirname "$0")/.."
dotnet tool restore
failed=0
for database in Sqlite SqlServer PostgreSql; do
  project=Migrations/$database
  dotnet restore "$project" --verbosity quiet
  echo "$database:"
  dotnet tool run dotnet-ef migrations has-pending-model-changes --project "$project" --startup-project "$project" || failed=1
done
exit $failed
