#!/usr/bin/env bash
# Chromium, PostgreSQL and the two public API clients, for the tests that use them; does nothing for what is there.
set -uo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v chromium >/dev/null || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
/usr/bin/python3 -c 'import libcloud' 2>/dev/null || missing+=(python3-libcloud)
if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || echo "Could not install: ${missing[*]}"
  else
    echo "Not installed: ${missing[*]}. Tests that need them are skipped; install them with your package manager to run all."
  fi
fi

if command -v npm >/dev/null && [ ! scripts/clients/node_modules/.package-lock.json -nt scripts/clients/package-lock.json ]; then
  npm ci --silent --no-audit --no-fund --prefix scripts/clients || echo "Could not install the packages of scripts/clients; its test is skipped."
fi
exit 0
