#!/usr/bin/env bash
# Tries the completion scripts in their shells: syntax in each, and what they really offer in bash, fish and zsh.
# usage: tests/tools/completions.sh BINARY
set -u
(($# == 1)) || { echo "usage: $0 BINARY" >&2; exit 2; }
root=$(cd "$(dirname "$0")/../.." && pwd)
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0 tried=0

# The program under its own name, and a journal with a blank in a name.
mkdir -p "$scratch/bin" "$scratch/journal/pairs/2026" "$scratch/empty"
ln -s "$binary" "$scratch/bin/mentor"
PATH=$scratch/bin:$PATH
for id in ada 'bo chen' 2026/cy; do printf 'mentor: A\nmentee: B\n' > "$scratch/journal/pairs/$id.yaml"; done
unset MENTOR_DIR
cd "$scratch/empty" || exit 1

# expect SHELL GOT WANTED LINE: the words offered, in any order, are those wanted.
expect() {
  local got wanted
  got=$(sort <<< "$2") wanted=$(sort <<< "$3")
  tried=$((tried + 1))
  if [[ $got != "$wanted" ]]; then
    failed=$((failed + 1))
    printf 'FAILED %s: %s\n  offered: %s\n  wanted:  %s\n' "$1" "$4" "${got//$'\n'/ | }" "${wanted//$'\n'/ | }"
  fi
}

# Each case: a command line, with | where bash's own words part, a tab, the words wanted, parted by commas.
cases() {
  printf '%s\t%s\n' \
    'mentor ch' 'check' \
    'mentor s' 'summary,status,show,schema,snooze' \
    'mentor import ' 'notes,ics' \
    'mentor import notes --dry' '--dry-run' \
    'mentor check --fo' '--format' \
    'mentor check --fail-on ' 'info,warning,error,never' \
    'mentor check --select never' 'never-met' \
    'mentor status --format ' 'full,json' \
    'mentor schema re' 'relationship,revive,remind,read' \
    'mentor schema q' 'questions,question-sets' \
    'mentor completion ' 'bash,zsh,fish' \
    'mentor completion bash ' '' \
    'mentor explain meeting-o' 'meeting-overdue' \
    "mentor -C $scratch/journal explain 2026" '2026/cy' \
    'mentor config no-sh' 'no-show-open,no-shows' \
    'mentor generate --out' '--output' \
    'mentor --color ' 'auto,always,never' \
    'mentor --format=j' 'json' \
    'mentor --today 2026-01-01 exp' 'explain,export' \
    "mentor -C $scratch/journal show a" 'ada' \
    "mentor --directory $scratch/journal status 2" '2026/cy' \
    "mentor check -C $scratch/journal ada 20" '2026/cy' \
    "mentor show ada -C $scratch/journal " '' \
    'mentor check ' ''
}

# Sets COMP_WORDS as bash does, to which = is a word.
in_bash() {
  bash -c '
    source "$1/completions/mentor.bash"
    line=${2//=/ = }
    read -ra COMP_WORDS <<< "$line"
    [[ $line == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _mentor
    ((${#COMPREPLY[@]})) && printf "%s\n" "${COMPREPLY[@]}"
  ' bash "$root" "$1"
}

in_fish() {
  fish --no-config -c 'source $argv[1]/completions/mentor.fish; complete -C $argv[2]' "$root" "$1" 2>/dev/null | cut -f1 | sed 's/^--[a-z]*=//'
}

try() {
  local line wanted
  while IFS=$'\t' read -r line wanted; do
    expect "$1" "$("in_$1" "$line")" "${wanted//,/$'\n'}" "$line"
  done < <(cases)
}

for shell in bash zsh fish; do
  case $shell in zsh) script=_mentor ;; *) script=mentor.$shell ;; esac
  command -v "$shell" > /dev/null || { echo "passed over: no $shell"; continue; }
  expect "$shell" "$("$shell" -n "$root/completions/$script" 2>&1)" '' "$script is well-formed"
done
try bash
expect bash "$(in_bash "mentor -C $scratch/journal show b")" 'bo\ chen' 'a blank in a name'
expect bash "$(in_bash "mentor explain goal\\")" $'goal-not-smart\ngoal-without-progress\ngoal-overdue\ngoals-all-met\ngoals\ngoal\ngoal\\ review' 'a blank in a topic'
bash_complete=$(bash -c 'source "$1/completions/mentor.bash"; complete -p mentor' bash "$root")
expect bash "$bash_complete" 'complete -F _mentor mentor' 'it is registered'
if command -v fish > /dev/null; then
  try fish
  expect fish "$(in_fish "mentor -C $scratch/journal show b")" 'bo chen' 'a blank in a name'
fi
if command -v zsh > /dev/null && command -v python3 > /dev/null; then
  expect zsh "$(python3 "$root/tests/tools/zsh_completion.py" "$root/completions" "mentor comp" "mentor check --fail-o" "mentor check --fail-on e" \
    "mentor explain meeting-o" "mentor -C $scratch/journal show a" "mentor --format=j" "mentor schema rel" "mentor -C $scratch/journal status --format j")" \
    "$(printf '%s\n' 'mentor completion ' 'mentor check --fail-on=' 'mentor check --fail-on error ' 'mentor explain meeting-overdue ' \
      "mentor -C $scratch/journal show ada " 'mentor --format=json ' 'mentor schema relationship ' \
      "mentor -C $scratch/journal status --format json ")" 'lines completed'
fi
echo "$tried checks, $failed failed"
exit $((failed > 0))
