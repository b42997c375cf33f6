#!/usr/bin/env bash
# The one entry to building and testing. Needs Go and bash; nothing else is
# installed or fetched but Go modules.
#
#   ./build.sh          build the generator and the site into public/
#   ./build.sh quick    what a change needs before it is kept: format, vet, staticcheck, unit and golden tests; no browser
#   ./build.sh test     format, vet, staticcheck, dead code, all tests (in a browser too, where Chromium is), site check
#   ./build.sh race     everything but the browser under the race detector (needs a C compiler)
#   ./build.sh web      check the built site: HTML, accessibility, paper, no script, speed (npm, Chromium, Java)
#   ./build.sh cuts     deploys cut off at thirty random moments for each kind of target (CUTS=30)
#   ./build.sh cloudflare   what Cloudflare serves, asked of its own program (npm fetches it)
#   ./build.sh wine     the program for Windows under wine (wine, wine64, gcc-mingw-w64-x86-64, pure-ftpd)
#   ./build.sh release  archives, packages and sums for every system, in dist/, the same bytes each time
#                       (-version 1.2.0 -url https://host/folder -targets linux/arm64,windows/amd64)
#   ./build.sh gallery  every component side by side, in gallery/index.html
#   ./build.sh fuzz     every fuzz target for FUZZTIME (20s) each, with its executions
#   ./build.sh figures  the figures that readers feel, those of time too; on a machine that does nothing else
#   ./build.sh mutate   take each guard away and see that a test notices; ONLY=WORDS for some
#   ./build.sh corpus N DIR   a made-up site of N villages, up to 83762, to measure with
#   ./build.sh bench    Go benchmarks, and whole builds beside cp -r, Hugo and Eleventy, into
#                       BENCHMARKS.md and .ci/gambar/bench.svg; with HUGO=command, SIZES=1000,10000,83762, RUNS=5,
#                       SLOW=1 (runs of the others at the largest size), MEMORY=1 (no disk)
#   ./build.sh update   write what the tests find into their golden files
#   ./build.sh serve    preview with reload
set -euo pipefail
cd "$(dirname "$0")"

step() { # NAME COMMAND...: run it and print how long it took
  local name=$1 start=$SECONDS
  shift
  "$@" || { echo "build.sh: $name failed" >&2; exit 1; }
  echo "ok  $name  $((SECONDS - start))s"
}

formatted() {
  local bad
  bad=$(gofmt -l cmd internal embed.go)
  [ -z "$bad" ] || { printf 'not formatted (gofmt -w):\n%s\n' "$bad" >&2; return 1; }
}

# The checkers are programs of their own, at the versions that CI has.
STATICCHECK=honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEADCODE=golang.org/x/tools/cmd/deadcode@v0.52.0

# dead finds functions that no program and no test calls.
dead() {
  local found
  found=$(go run "$DEADCODE" -test ./...)
  [ -z "$found" ] || { printf '%s\n' "$found" >&2; return 1; }
}

# quick runs the tests of what changed since they last passed; go keeps the rest.
quick() {
  step "format" formatted
  step "vet" go vet ./...
  step "staticcheck" go run "$STATICCHECK" ./...
  step "unit tests" go test -short -timeout 5m ./internal/...
}

# nodynamic: the encoder of pictures is the one in the program, not one that the system may have.
generator() { go build -trimpath -tags nodynamic -o suluh ./cmd/suluh; }

# fuzz runs every target, whatever happens to those before: one that fails must
# not hide the others. go test takes one target at a time, so as many run at once
# as there are processors, each on one. It may spend a minute on making each new
# input small, which would be all of FUZZTIME, so it gets 100 runs. An input that
# fails goes to testdata/fuzz of the package, where each later test tries it.
fuzz() {
  local package targets all="" failed=0
  for package in $(grep -rl --include='*_test.go' '^func Fuzz' internal | xargs -n1 dirname | sort -u); do
    if ! targets=$(go test "./$package" -list '^Fuzz'); then
      printf '%s\n' "$targets" >&2
      printf '%-36s %10s  %s\n' "$package" - "does not build"
      failed=1
      continue
    fi
    all+=$(grep '^Fuzz' <<<"$targets" | sed "s|^|$package |")$'\n'
  done
  xargs -P "$(nproc)" -n 2 "$BASH" "$0" fuzz-one <<<"$all" || failed=1
  [ "$failed" = 0 ] || { echo "build.sh: fuzz failed" >&2; return 1; }
}

# fuzz_one runs one target: PACKAGE TARGET.
fuzz_one() {
  local said result=ok runs
  said=$(go test "./$1" -run '^$' -fuzz "^$2\$" -fuzztime "${FUZZTIME:-20s}" -fuzzminimizetime 100x -parallel 1 2>&1) || result=failed
  # At the end of its time go sometimes calls its own clock a failure; a find names its input.
  if grep -q 'context deadline exceeded' <<<"$said" && ! grep -qE 'Failing input|seed corpus entry|panic:' <<<"$said"; then
    result=ok
  fi
  # The last count is the whole; a target that fails in its seeds tells none.
  runs=$(sed -n 's/.*execs: \([0-9]*\).*/\1/p' <<<"$said" | tail -n1)
  printf '%-36s %10s  %s\n' "${1#internal/}.$2" "${runs:-0}" "$result"
  [ "$result" = ok ] || { printf '%s\n' "$said" >&2; return 1; }
}

case "${1:-site}" in
  site)
    step "generator" generator
    ./suluh build
    ;;
  quick) quick ;;
  race) CGO_ENABLED=1 go test -race -short -timeout 20m ./... ;;
  test)
    step "format" formatted
    step "vet" go vet ./...
    step "staticcheck" go run "$STATICCHECK" ./...
    step "dead code" dead
    step "generator" generator
    step "tests" go test -timeout 20m ./...
    step "site check" ./suluh check
    ;;
  web)
    step "generator" generator
    ./suluh build >/dev/null 2>&1
    .ci/web/run public
    ;;
  cuts) CUTS="${CUTS:-30}" go test ./internal/deploy -run '^TestCut' -v -timeout 20m | grep -E 'cut at|^(---|ok|FAIL)' ;;
  wine) .ci/wine ;;
  cloudflare)
    room="$(mktemp -d)"
    trap 'rm -rf "$room"' EXIT
    npm install --silent --no-audit --no-fund --prefix "$room" wrangler@4.86.0 >/dev/null
    WRANGLER="$room/node_modules/.bin/wrangler" go test ./internal/hosting -run '^TestCloudflare$' -count=1
    ;;
  release) go run ./cmd/suluh-release "${@:2}" ;;
  gallery)
    step "generator" generator
    ./suluh build --source layouts/gallery --output gallery --date 2026-11-23
    ;;
  fuzz) fuzz ;;
  fuzz-one) fuzz_one "$2" "$3" ;;
  figures)
    FIGURES=1 go test ./cmd/suluh -run 'Figure|Journeys|Offline' -v -timeout 12m | grep -E 'figure|^(ok|FAIL|---)'
    ;;
  mutate)
    go run ./cmd/suluh-mutate -only "${ONLY:-}"
    ;;
  corpus)
    go run ./cmd/suluh-corpus "${2:-}" "${3:-}"
    ;;
  bench)
    step "generator" generator
    go test -run '^$' -bench . -benchmem ./internal/... ./cmd/suluh
    go run ./cmd/suluh-bench -hugo "${HUGO:-hugo}" -sizes "${SIZES:-1000,10000,83762}" -runs "${RUNS:-5}" -slow "${SLOW:-1}" ${MEMORY:+-memory}
    ;;
  update)
    step "markdown" go test ./internal/markdown -update
    step "site" go test ./internal/publish -update
    ;;
  serve)
    step "generator" generator
    ./suluh serve
    ;;
  help) sed -n "2,24s/^# \{0,1\}//p" "$0" ;;
  *)
    sed -n '2,24s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
