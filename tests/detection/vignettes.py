#!/usr/bin/env python3
"""Judges the vignettes: small journals whose state a reader named, with the reason, before any program had judged them.

`State:` is the reader's word (two where readers would differ), `Verdict:` stands below it where the program is known to say something else.
Fails when a verdict is neither, so that the vignettes also keep every later change of the method from moving a verdict unseen."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent / 'vignettes'


def head(text, name):
    found = re.search(rf'^{name}: (.*)$', text, re.MULTILINE)
    return found.group(1).split(', ') if found else []


def verdict(binary, text):
    """The state of the only relationship of a vignette, and what the program found wrong with its files."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in re.findall(r'^~~~\w+ (\S+)\n(.*?)^~~~$', text, re.MULTILINE | re.DOTALL):
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        command = [binary, 'check', '-C', folder, '--today', *head(text, 'Today'), '--format', 'json', '--fail-on', 'never']
        document = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    (relationship,) = document['relationships']
    return relationship['state'], document['problems']


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--binary', default='build/release/mentor')
    binary = parser.parse_args().binary
    agreed, faults = 0, []
    files = sorted(FOLDER.glob('*.md'))
    for file in files:
        text = file.read_text()
        state, problems = verdict(binary, text)
        expected, known = head(text, 'State'), head(text, 'Verdict')
        agreed += state in expected
        if problems or (state not in expected and [state] != known) or (state in expected and known):
            faults.append(f'{file.name}: {state}; the reader says {" or ".join(expected)}' + (f', and `Verdict:` {known[0]}' if known else '')
                          + ''.join(f'\n  {p["file"]}:{p["line"]}: {p["rule"]}' for p in problems))
    print('\n'.join(faults + [f'{agreed} of {len(files)} vignettes are judged as their reader judged them']))
    sys.exit(1 if faults or not files else 0)


if __name__ == '__main__':
    main()
