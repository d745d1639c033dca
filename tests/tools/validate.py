#!/usr/bin/env python3
"""Checks journals and output against the schemas that `mentor schema` prints.

usage: tests/tools/validate.py BINARY

Every YAML file of examples/ and every example of a rule is held against the
schema of a relationship or of the settings; a list of values is tried on the program and on the schema, which must agree. Every
JSON document that the commands of the pages and of the examples print is held against the schema that it names, and no schema may be
without a document. Exits 77 where python3-jsonschema or python3-yaml is missing.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"passed over: {missing}")
    sys.exit(77)

from pages import Pages

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-06-15"


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a day is text, and so is yes."""


class CoreDumper(yaml.SafeDumper):
    """The same for writing: no quotes where YAML 1.2 needs none."""


CoreLoader.yaml_implicit_resolvers = {}
CoreDumper.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
]:
    for resolver in (CoreLoader, CoreDumper):
        resolver.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))

# What a journal may say, and whether the program takes it without a remark. Both must agree, the schema and the program.
TAKEN = {
    "mentor": ["Grace Hopper", "Grace Hopper <grace@example.org>", "grace@example.org", {"name": "Grace", "email": "g@example.org"}],
    "cadence": ["2 weeks", "weekly", "monthly", "every 3 weeks", "two weeks", "10 days", "fortnight", "every month", "1 quarter", "3d",
                [{"from": "2026-01-07", "every": "2 weeks"}]],
    "length": ["60 min", "1 h", "1 h 30 min", "90m", "1 hour 15 minutes"],
    "planned-meetings": [6],
    "started": ["2026-01-07"],
    "kind": ["situational"],
    "purpose": ["to grow", 5, True],
    "agreement": [{"signed": ["mentor", "Ada"]}, {"signed": "mentor, mentee"}, {"signed": "both"}, {"why": {"Ada": "to learn"}}, {"x-mine": 1}],
    "goals": [[{"id": "a", "title": "b", "priority": "mentor 2, mentee 1"}], [{"id": "a", "priority": {"Grace": 1}}], {"id": "a"}, []],
    "meetings": [[{"date": "2026-01-14", "minutes": 45}], [{"date": "2026-01-14", "minutes": "55/60 min"}], [{"date": "2026-01-14", "minutes": "/60"}],
                 [{"date": "2026-01-14", "next": "2026-01-28 10:00"}], [{"date": "2026-01-14", "next": "none"}], [{"date": "2026-01-14", "next": None}],
                 [{"date": "2026-01-14", "next": "TBC"}], [{"date": "2026-01-14", "by": "Ada", "status": "no-show"}],
                 [{"date": "2026-01-14", "topics": "work, plans"}], [{"date": "2026-01-14", "pulse": {"mentor": 4, "Ada": 5}}],
                 [{"date": "2026-01-14", "pulse": "mentor 4, mentee 3"}],
                 [{"date": "2026-01-14", "actions": ["read it", {"mentee": "more", "done": True}]}], [{"date": "2026-01-14", "actions": "read it"}],
                 [{"date": "2026-01-14", "feedback": []}], [{"date": "2026-01-14", "feedback": "more time"}], None],
    "reasons": [[{"date": "2026-01-14", "confidential": True, "stated": "suspected"}]],
    "disconnects": [[{"date": "2026-01-14", "noticed": "tone, pace"}], [{"date": "2026-01-14", "noticed": ["tone"]}]],
    "recommitments": [[{"date": "2026-01-14", "by": ["mentor"], "next-meetings": "2026-02-01, 2026-02-15"}]],
    "closing": [{"celebrated": False, "achievements": "one, two"}, "we are done"],
    "notes": ["meetings/*.md", ["a.md", "b.md"]],
    "private": ["mine alone"],
}
REFUSED = {
    "mentor": ["Grace <grace", ["Grace"], {"name": "Grace", "phone": "1"}],
    "cadence": ["sometimes", "2", "60 min", {"every": "2 weeks"}],
    "length": ["60", "long", "60 minuets"],
    "planned-meetings": ["six", -1],
    "started": ["soon", "2026-13-01", "14/15/2026"],
    "kind": ["forced"],
    "agreement": [{"sigend": ["mentor"]}, {"why": "because"}],
    "meetings": [[{"date": "2026-01-14", "minutes": "long"}], [{"date": "2026-01-14", "minutes": 2000}], [{"status": "held"}],
                 [{"date": "2026-01-14", "statsu": "held"}],
                 [{"date": "2026-01-14", "next": "later"}], [{"date": "2026-01-14", "pulse": {"mentor": 6}}], [{"date": "2026-01-14", "pulse": 4}]],
    "contacts": [[{"from": "mentee"}]],
    "reasons": [[{"code": "boredom"}]],
    "closing": [{"after": "enmity"}],
    "purpos": ["to grow"],
}
CONFIG_TAKEN = [{"signs": {"cancellations": "off", "no-feedback": "info", "short-meetings": {"share": 0.7, "severity": "error"}}},
                {"report": {"redact": False}}, {"defaults": {"cadence": "4 weeks", "grace": 10}}, {"exclude": "archive/**"},
                {"aliases": {"boc": "Bo Chen"}}, {"x-own": [1]}]
CONFIG_REFUSED = [{"signs": {"cancelations": "off"}}, {"signs": {"cancellations": "loud"}}, {"signs": {"cancellations": {"cuont": 3}}}, {"sings": {}},
                  {"report": {"minimum-group": "few"}}, {"signs": {"cancellations": {"count": -1}}}]
REMARKS = {"unknown-key", "key-without-value", "missing-key", "wrong-type", "not-allowed", "out-of-range", "date-invalid", "date-ambiguous", "date-not-iso"}


def closed(schema):
    """The same without room for keys that later versions may add: this version is to print no key that its schema does not have."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(each) for key, each in schema.items()}
    is_object = schema.get("type") == "object" and "properties" in schema
    return {"additionalProperties": False, **inner} if is_object else inner


class Bench:
    def __init__(self, binary):
        self.binary, self.failed, self.tried = str(pathlib.Path(binary).resolve()), 0, 0
        self.schemas, self.printed = {}, set()
        for name in self.run("schema", "?").stderr.partition("it may be: ")[2].strip().split(", "):
            schema = json.loads(self.run("schema", name).stdout)
            jsonschema.Draft7Validator.check_schema(schema)
            self.schemas[name] = jsonschema.Draft7Validator(closed(schema))

    def run(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True)

    def say(self, is_good, what):
        self.tried += 1
        if not is_good:
            self.failed += 1
            print(f"FAILED {what}")

    def hold(self, name, document, what):
        errors = sorted(self.schemas[name].iter_errors(document), key=lambda e: e.json_path)
        self.say(not errors, f"{what} against {name}: " + "; ".join(f"{e.json_path}: {e.message[:160]}" for e in errors[:3]))

    def check_examples_of_schema(self, name):
        schema = self.schemas[name].schema
        for kind, body in [("", schema), *schema["definitions"].items()]:
            for field, shape in body["properties"].items():
                for example in shape.get("examples", []):
                    part = {**shape, "definitions": schema["definitions"]}
                    self.say(jsonschema.Draft7Validator(part).is_valid(example), f"{name}: the example of {kind}.{field}: {example!r}")

    def check_yaml_files(self):
        for path in sorted([*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("examples/**/*.yml")]):
            text = path.read_text(encoding="utf-8")
            if path.stem == "mentor":
                self.hold("config", yaml.load(text, CoreLoader), path.relative_to(ROOT))
            elif path.parent.name == "questions":
                self.hold("questions", yaml.load(text, CoreLoader), path.relative_to(ROOT))
            elif re.search("^mentor:", text, re.M):
                document = yaml.load(text, CoreLoader)
                if remarks := self.remarks(text):
                    is_refused = not self.schemas["relationship"].is_valid(document)
                    self.say(is_refused, f"{path.relative_to(ROOT)}: the program remarks {sorted(remarks)}, the schema nothing")
                else:
                    self.hold("relationship", document, path.relative_to(ROOT))

    def check_rule_examples(self):
        for rule in self.schemas["config"].schema["properties"]["signs"]["properties"]:
            text = self.run("explain", rule).stdout.partition("A journal that shows it")[2]
            for part in re.findall(r"(?:^    .*\n|^ *\n)+", text, re.M):
                lines = [line[4:] for line in part.splitlines()]
                if any(line.startswith("mentor:") for line in lines):
                    self.hold("relationship", yaml.load("\n".join(lines), CoreLoader), f"example of {rule}")

    def remarks(self, text, file="pair.yaml"):
        """What the program has to say about the spelling of one file, beside a sound journal."""
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "sound.yaml").write_text("mentor: A\nmentee: B\n")
            pathlib.Path(folder, file).write_text(text, encoding="utf-8")
            result = self.run("check", "-C", folder, "--today", DAY, "--format", "json")
            if not result.stdout:
                return {"refused"}
            return {problem["rule"] for problem in json.loads(result.stdout)["problems"]} & REMARKS

    def agree(self, name, document, is_taken):
        text = yaml.dump(document, Dumper=CoreDumper, sort_keys=False)
        remarks = self.remarks(text, "mentor.yaml" if name == "config" else "pair.yaml")
        self.say((not remarks) == is_taken, f"the program on {text}: {sorted(remarks)}")
        errors = list(self.schemas[name].iter_errors(document))
        self.say((not errors) == is_taken, f"the schema on {text}: {[e.message[:80] for e in errors]}")

    def check_values(self):
        sound = {"mentor": "Grace Hopper", "mentee": "Ada Lovelace"}
        for table, is_taken in ((TAKEN, True), (REFUSED, False)):
            for field, values in table.items():
                for value in values:
                    self.agree("relationship", {**copy.deepcopy(sound), field: value}, is_taken)
        for documents, is_taken in ((CONFIG_TAKEN, True), (CONFIG_REFUSED, False)):
            for document in documents:
                self.agree("config", document, is_taken)

    def hold_document(self, document, what):
        """A document against the schema that it names, `mentor.check/1` the one called `check`."""
        name, _, version = document["schema"].removeprefix("mentor.").partition("/")
        if name not in self.schemas or version != "1":
            return self.say(False, f"{what}: there is no schema for {document['schema']}")
        self.printed.add(name)
        self.hold(name, document, what)

    def check_pages(self):
        pages = Pages(self.binary)
        for page in sorted((ROOT / "tests/transcripts").glob("*.md")):
            for command, document in pages.documents(page):
                self.hold_document(document, f"{page.name}: {command}")
        for page in sorted((ROOT / "examples").glob("*/README.md")):
            for command, document in pages.documents(page, page.parent):
                self.hold_document(document, f"{page.parent.name}: {command}")

    def check_examples(self):
        """What every reading command says of every pair of the examples, on several days."""
        for folder in sorted(p for p in (ROOT / "examples").iterdir() if (p / "pairs").is_dir()):
            for day in ("2026-01-01", "2026-03-30", DAY, "2027-06-15"):
                at = ("-C", folder, "--today", day, "--format", "json")
                pairs = [each["id"] for each in json.loads(self.run("export", *at).stdout)["relationships"]]
                wishes = [[command] for command in ("check", "export", "status", "goals", "backtest", "remind")]
                wishes += [[command, pair] for pair in pairs for command in ("show", "agenda", "feedback", "revive", "close", "summary")]
                wishes += [["show", pair, option] for pair in pairs for option in ("--history", "--read")]
                for wish in wishes:
                    self.check_printed(*wish, *at)
        for each in json.loads(self.run("feedback", "--format", "json").stdout)["sets"]:
            self.check_printed("feedback", "--set", each["set"], "--format", "json")

    def check_printed(self, *words):
        result, what = self.run(*words), "mentor " + " ".join(map(str, words)).replace(f"{ROOT}/", "")
        try:
            self.hold_document(json.loads(result.stdout), what)
        except json.JSONDecodeError as error:
            self.say(False, f"{what}: {error}: {result.stderr.strip()}")

    def check_all_printed(self):
        for name in self.schemas.keys() - {"relationship", "config", "questions"} - self.printed:
            self.say(False, f"no page has a command that prints mentor.{name}/1")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.split("\n\n")[1])
    bench = Bench(sys.argv[1])
    bench.check_examples_of_schema("relationship")
    bench.check_examples_of_schema("config")
    bench.check_examples_of_schema("questions")
    bench.check_yaml_files()
    bench.check_rule_examples()
    bench.check_values()
    bench.check_pages()
    bench.check_examples()
    bench.check_all_printed()
    print(f"{bench.tried} checks, {bench.failed} failed")
    sys.exit(1 if bench.failed else 0)


if __name__ == "__main__":
    main()
