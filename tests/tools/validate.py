#!/usr/bin/env python3
"""Checks journals and output against the schemas that `mentor schema` prints.

usage: tests/tools/validate.py BINARY

Every YAML file of examples/ and every example of a rule is held against the
schema of a relationship or of the settings; a list of values is tried on the program and on the schema, which must agree; what
`check` and `export` print is held against their schemas. Exits 77 where python3-jsonschema or python3-yaml is missing.
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


class Bench:
    def __init__(self, binary):
        self.binary, self.failed, self.tried = str(pathlib.Path(binary).resolve()), 0, 0
        self.schemas = {}
        for name in ("relationship", "config", "questions", "check", "export", "feedback"):
            schema = json.loads(self.run("schema", name).stdout)
            jsonschema.Draft7Validator.check_schema(schema)
            self.schemas[name] = jsonschema.Draft7Validator(schema)

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

    def check_output(self):
        for folder in sorted(p for p in (ROOT / "examples").iterdir() if (p / "pairs").is_dir()):
            for command in ("check", "export"):
                for day in ("2026-01-01", "2026-03-30", DAY, "2027-06-15"):
                    result = self.run(command, "-C", folder, "--today", day, "--format", "json")
                    try:
                        self.hold(command, json.loads(result.stdout), f"mentor {command} -C {folder.name} --today {day}")
                    except json.JSONDecodeError as error:
                        self.say(False, f"mentor {command} -C {folder.name}: {error}: {result.stderr.strip()}")

    def check_feedback(self):
        listed = json.loads(self.run("feedback", "-C", ROOT / "examples/programme", "--format", "json").stdout)
        for name in [each["set"] for each in listed["sets"]]:
            result = self.run("feedback", "-C", ROOT / "examples/programme", "--set", name, "--format", "json")
            self.hold("feedback", json.loads(result.stdout), f"mentor feedback --set {name}")
        for pair in ("ada", "bo", "cy"):
            result = self.run("feedback", pair, "-C", ROOT / "examples/circle", "--today", DAY, "--format", "json")
            self.hold("feedback", json.loads(result.stdout), f"mentor feedback {pair}")


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
    bench.check_output()
    bench.check_feedback()
    print(f"{bench.tried} checks, {bench.failed} failed")
    sys.exit(1 if bench.failed else 0)


if __name__ == "__main__":
    main()
