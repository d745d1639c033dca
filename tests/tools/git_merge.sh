#!/bin/sh
# Two people, two clones, and a real git that asks `mentor merge-driver`: both write into the same files, pull, rebase and merge.
# usage: tests/tools/git_merge.sh MENTOR
set -u
[ $# -eq 1 ] || { echo "usage: $0 MENTOR" >&2; exit 2; }
command -v git >/dev/null || { echo "passed over: no git"; exit 77; }
mentor=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
wrong=0

# Nothing of this machine's settings, and a name for the commits.
export HOME="$scratch" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE XDG_CONFIG_HOME

complain() { echo "FAILED $1"; wrong=1; }

in_clone() { (cd "$scratch/$1" && shift && "$@") >"$scratch/out" 2>&1; }

must() { in_clone "$@" || { complain "$*"; cat "$scratch/out"; }; }

# write WHO FILE: the file's text comes from here
write() { cat >"$scratch/$1/$2"; }

commit() { must "$1" git commit -qam "$2"; }

# holds WHO FILE WORD...: each word stands in the file once
holds() {
  who=$1 file=$2
  shift 2
  for word; do
    count=$(grep -c -e "$word" "$scratch/$who/$file")
    [ "$count" -eq 1 ] || complain "$who: $word stands $count times in $file"
  done
  ! grep -q '<<<<<<<' "$scratch/$who/$file" || complain "$who: a conflict in $file"
}

start() {
  rm -rf "$scratch/hub" "$scratch/grace" "$scratch/ada"
  git init -q --bare -b main "$scratch/hub"
  git clone -q "$scratch/hub" "$scratch/grace" 2>/dev/null
  must grace git checkout -q -b main
  printf '*.md merge=mentor\n*.yaml merge=mentor\n' >"$scratch/grace/.gitattributes"
  printf -- '---\nmentor: Grace Hopper\nmentee: Ada Lovelace\ncadence: 2 weeks\n---\n\n## 2026-01-14 held\n\nTopics: work\n' >"$scratch/grace/ada.md"
  printf 'mentor: Grace Hopper\nmentee: Bo Chen\nmeetings:\n  - {date: 2026-01-14, status: held}\n' >"$scratch/grace/bo.yaml"
  must grace git add .
  commit grace "Begin a journal"
  must grace git push -q origin main
  git clone -q "$scratch/hub" "$scratch/ada"
  for who in grace ada; do must $who git config merge.mentor.driver "'$mentor' merge-driver %O %A %B"; done
}

both_write() {
  printf '\n## 2026-02-11 held\n\nGrace was here.\n' >>"$scratch/grace/ada.md"
  printf '  - {date: 2026-02-12, status: held, notes: of Grace}\n' >>"$scratch/grace/bo.yaml"
  commit grace "Write of February"
  printf '\n## 2026-02-04 cancelled by mentee\n' >>"$scratch/ada/ada.md"
  printf '  - date: 2026-02-05\n    status: no-show\n    by: mentor\n' >>"$scratch/ada/bo.yaml"
  commit ada "Write of a week before"
}

check_both() {
  holds "$1" ada.md '^## 2026-01-14 held' '^## 2026-02-04 cancelled' '^## 2026-02-11 held' 'Grace was here'
  holds "$1" bo.yaml 2026-01-14 2026-02-05 2026-02-12 no-show 'of Grace'
  must "$1" "$mentor" check --today 2026-02-13 --fail-on error
}

# without the driver git gives up: the test would notice if it were never asked
start
both_write
must grace git push -q origin main
must ada git config --unset merge.mentor.driver
in_clone ada git pull -q --no-rebase --no-edit origin main && complain "git merges without the driver, so this tests nothing"

start
both_write
must grace git push -q origin main
must ada git pull -q --no-rebase --no-edit origin main
check_both ada

# the other way round, the same bytes
cp "$scratch/ada/ada.md" "$scratch/ada.md"
cp "$scratch/ada/bo.yaml" "$scratch/bo.yaml"
start
both_write
must ada git push -q origin main
must grace git pull -q --no-rebase --no-edit origin main
check_both grace
for file in ada.md bo.yaml; do cmp -s "$scratch/$file" "$scratch/grace/$file" || complain "who merges makes a difference to $file"; done

start
both_write
must grace git push -q origin main
must ada git pull -q --rebase origin main
check_both ada

# what both changed is left to them, between git's own markers, and nothing else is
start
both_write
sed -i 's/^cadence: .*/cadence: 3 weeks/' "$scratch/grace/ada.md"
commit grace "Meet less often"
sed -i 's/^cadence: .*/cadence: weekly/' "$scratch/ada/ada.md"
commit ada "Meet more often"
must grace git push -q origin main
in_clone ada git pull -q --no-rebase --no-edit origin main && complain "two rhythms are no conflict"
markers=$(grep -c -E '^(<<<<<<< |=======$|>>>>>>> )' "$scratch/ada/ada.md")
[ "$markers" -eq 3 ] || complain "$markers lines of markers"
for word in 'cadence: 3 weeks' 'cadence: weekly' '## 2026-02-04' '## 2026-02-11' 'Grace was here'; do
  [ "$(grep -c "$word" "$scratch/ada/ada.md")" -eq 1 ] || complain "after a conflict: $word"
done
must ada git merge --abort
[ -z "$(git -C "$scratch/ada" status --porcelain)" ] || complain "something is left behind in the work tree"

[ "$wrong" -eq 0 ] && echo "git_merge: all well"
exit "$wrong"
