#!/bin/sh
# Adds one migration of that name for each database: scripts/add-migration.sh AddPlans
set -eu
name=${1:?usage: scripts/add-migration.sh NAME}
cd "$(dirname "$0")/.."
dotnet tool restore
for database in Sqlite SqlServer PostgreSql; do
  project=Migrations/$database
  dotnet restore "$project" --verbosity quiet
  dotnet tool run dotnet-ef migrations add "$name" --project "$project" --startup-project "$project" --output-dir Migrations
done
