#!/usr/bin/env python3
"""What one would write instead of mentor, with PyYAML: days since each pair last met, longest first. Usage: last_held.py DIR"""
import datetime as dt
import re
import sys
from pathlib import Path

import yaml

TODAY = dt.date(2026, 7, 1)
last = {}


def met(pair, date):
    last[pair] = max(date, last.get(pair, date))


def front_matter(text):
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return (yaml.load(text[4:end + 1], yaml.CSafeLoader), text[end + 5:]) if end >= 0 else ({}, text)


def read_markdown(path):
    header, body = front_matter(path.read_text(encoding="utf-8"))
    if header.get("status") == "held":
        met(path.parent.name, header["date"])
    elif "mentor" in header:
        for date in re.findall(r"^## (\d{4}-\d\d-\d\d) held\b", body, re.M):
            met(path.stem, dt.date.fromisoformat(date))


def read_yaml(path):
    for meeting in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).get("meetings", []):
        if meeting["status"] == "held":
            met(path.stem, meeting["date"])


for path in Path(sys.argv[1]).rglob("*"):
    if path.suffix == ".yaml":
        read_yaml(path)
    elif path.suffix == ".md":
        read_markdown(path)
for pair, date in sorted(last.items(), key=lambda item: (item[1], item[0])):
    print((TODAY - date).days, pair)
