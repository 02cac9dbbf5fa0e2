#!/usr/bin/env bash
# Photographs every page in every state, on a desk and on a phone, light and dark, into the folder given.
set -euo pipefail
folder=$(realpath -m "${1:?usage: scripts/screenshots.sh FOLDER}")
cd "$(dirname "$0")/.."
dotnet build SkyPanel.Tests --verbosity quiet -nologo
SKYPANEL_SCREENSHOTS=$folder dotnet run --no-build --project SkyPanel.Tests -- --progress off --no-ansi --filter-class SkyPanel.Tests.Browser.Tour.TourTests
