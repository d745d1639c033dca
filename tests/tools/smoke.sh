#!/bin/sh
# Starts the real program, as a shell does: smoke.sh BINARY. What needs no process is tested by mentor_tests.
set -u
binary=$(realpath "${1:?the program to test}")
cd "$(dirname "$0")/../.." || exit 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset MENTOR_DIR MENTOR_TODAY FORCE_COLOR CLICOLOR_FORCE
wrong=0

# expect NAME CODE COMMAND...: runs it, keeps stdout and stderr, compares the exit code
expect() {
  name=$1 code=$2
  shift 2
  "$@" >"$folder/out" 2>"$folder/err"
  got=$?
  [ "$got" -eq "$code" ] || complain "$name: exit code $got, not $code"
}
complain() {
  echo "smoke: $1"
  wrong=1
}
says() { grep -q -e "$2" "$folder/$1" || complain "$name: \"$2\" is not in std$1"; }
is_silent() { [ ! -s "$folder/$1" ] || complain "$name: std$1 is not empty"; }

expect "version" 0 "$binary" --version
says out '^mentor [0-9]'
expect "help" 0 "$binary" --help
says out 'Usage: mentor'
is_silent err
expect "no arguments" 0 "$binary"
says out 'Usage: mentor'
expect "a word that is no command" 2 "$binary" chekc
says err 'did you mean `check`'
is_silent out

for verb in check status show remind goals feedback agenda init new log done pause snooze explain revive close summary backtest import export schema completion generate; do
  expect "$verb --help" 0 "$binary" "$verb" --help
  says out "Usage: mentor $verb"
  awk 'length > 80 {exit 1}' "$folder/out" || complain "$verb --help is wider than 80 columns"
done

expect "the circle" 1 "$binary" check -C examples/circle --today 2026-03-30
says out '^bo: stalled since 2026-03-'
cp "$folder/out" "$folder/circle"
expect "the circle in C" 1 env LC_ALL=C TZ=Pacific/Kiritimati "$binary" check -C examples/circle --today 2026-03-30
cmp -s "$folder/out" "$folder/circle" || complain "LC_ALL and TZ change the output"
expect "the circle from inside" 1 sh -c "cd examples/circle/pairs && '$binary' check --today 2026-03-30"
cmp -s "$folder/out" "$folder/circle" || complain "the journal is not found from a folder inside it"
expect "on the day of the clock" 0 "$binary" check -C examples/circle --fail-on never

# output that cannot be written is said, and is no success
if [ -w /dev/full ]; then
  expect "a full disk" 3 sh -c "'$binary' check -C examples/circle --today 2026-03-30 >/dev/full"
  says err 'could not be written'
fi
expect "a closed stdout" 3 sh -c "'$binary' check -C examples/circle --today 2026-03-30 >&-"
says err 'could not be written'
expect "a reader that leaves" 0 sh -c "'$binary' export -C examples/programme | head -c 100 >/dev/null"
is_silent err

expect "no journal" 2 "$binary" check -C "$folder"
expect "no folder" 2 "$binary" check -C "$folder/nowhere"

# what nobody can open is told, unless nobody is root
if [ "$(id -u)" -ne 0 ]; then
  mkdir "$folder/journal"
  printf 'mentor: Grace\nmentee: Ada\n' >"$folder/journal/ada.yaml"
  chmod 000 "$folder/journal/ada.yaml"
  expect "a file without rights" 1 "$binary" check -C "$folder/journal"
  says out 'unreadable'
fi

[ "$wrong" -eq 0 ] && echo "smoke: all well"
exit "$wrong"
