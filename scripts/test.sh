#!/usr/bin/env bash
# Installs what the tests need and this machine lacks, and runs every test. Arguments go to the test program (--filter-class …).
set -uo pipefail
cd "$(dirname "$0")/.."
bash scripts/install-test-needs.sh || exit 1
dotnet build SkyPanel.Blazor.sln --verbosity quiet -nologo || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet run --no-build --project SkyPanel.Tests -- --progress off --no-ansi "$@" | tee "$log"
result=${PIPESTATUS[0]}

# The runner's own summary, as one line that is the same for people and for machines.
count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
[ -n "$passed" ] || { echo "The test program printed no summary."; exit 1; }
echo "$passed passed, ${failed:-0} failed, ${skipped:-0} skipped"
exit "$result"
