#!/usr/bin/env python3
"""Asks independent judges what is structurally wrong with real files, each changed a little in one place.

    structure.py ORACLES CORPUS COUNT SEED

ORACLES has ecs_oracle.py (botocore's validator) and cloudrun_oracle.py (the discovery document); CORPUS has real files
in ecs-taskdef-json/, ecs-service-json/, ecs-containerdefs-json/ and cloudrun-yaml/; of Cloud Run's v2 API nobody has any,
so those in cloudrun-v2/ beside this script are made up. Prints COUNT mutants, one JSON object a line:
{"name", "mutation", "shape", "language", "text", "verdicts": [[path, kind, detail], …]}. The same seed gives the same mutants.

Exit status 3 with one line when something this needs is missing.
"""

import copy
import importlib
import json
import pathlib
import random
import sys

try:
    import yaml
    sys.path.insert(0, sys.argv[1])
    ecs_oracle = importlib.import_module("ecs_oracle")
    cloudrun_oracle = importlib.import_module("cloudrun_oracle")
except ImportError as problem:
    print(f"structure.py: {problem}", file=sys.stderr)
    sys.exit(3)


V2 = "GoogleCloudRunV2"


class Plain(str):
    """A scalar that YAML writes without quotes, whatever it means then."""


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


def represent_plain(dumper, data):
    return yaml.ScalarNode(dumper.resolve(yaml.ScalarNode, str(data), (True, False)), str(data), style=None)


Dumper.add_representer(Plain, represent_plain)


class Loader(yaml.SafeLoader):
    """Keeps timestamps as they are written."""


Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: Plain(node.value))


class ECS:
    """The published shapes of ECS, to place what a mutant adds."""

    def __init__(self, op):
        self.root = ecs_oracle.M.operation_model(op).input_shape

    def below(self, shape, step):
        kind = shape.type_name if shape is not None else None
        if kind == "structure":
            return shape.members.get(step)
        if kind == "list":
            return shape.member
        return shape.value if kind == "map" else None

    def members(self, shape):
        return list(shape.members) if shape is not None and shape.type_name == "structure" else []

    def values(self, shape):
        return shape.metadata.get("enum") if shape is not None else None


class CloudRun:
    """The published schemas of Cloud Run, likewise."""

    def __init__(self, kind):
        self.schemas = cloudrun_oracle.D["v2" if kind.startswith(V2) else "v1"]
        self.root = self.schemas[kind]

    def resolved(self, schema):
        return self.schemas[schema["$ref"]] if schema is not None and "$ref" in schema else schema

    def below(self, schema, step):
        schema = self.resolved(schema)
        if schema is None:
            return None
        if "properties" in schema:
            return self.resolved(schema["properties"].get(step))
        return self.resolved(schema.get("items") or schema.get("additionalProperties"))

    def members(self, schema):
        return list((schema or {}).get("properties", {}))

    def values(self, schema):
        return (schema or {}).get("enum")


def places(value, shape, model, path=()):
    """Every value with its path and its shape, parents first."""
    yield path, value, shape
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in entries:
        yield from places(child, model.below(shape, step), model, path + (step,))


def parent(root, path):
    for step in path[:-1]:
        root = root[step]
    return root


def misspelt(word, chance):
    """The word with a slip that people make."""
    index = chance.randrange(len(word)) if word else 0
    slips = [
        word.lower(), word.upper(), word[:1].upper() + word[1:], word[:index] + word[index + 1:], word + "s", "x" + word,
        word[:index] + word[index + 1:index + 2] + word[index:index + 1] + word[index + 2:], word.replace("-", "_"),
        word[:index] + chance.choice("aeinrst") + word[index:],
    ]
    return chance.choice([slip for slip in slips if slip and slip != word] or [word + "x"])


PLAIN = ["yes", "no", "n", "Y", "on", "True", "0644", "0x1F", "1e3", "~", "2024-01-01", "1_000", "1:30", "0o17", ".5", "12e"]


def other_value(old, in_yaml, chance):
    choices = [
        0, 1, -1, 42, 256, 70000, 2**31, 2**63 - 1, 1.5, 128.0, True, False, "", "1", "true", "8080", "300s", "text", "a b/c",
        [], {}, [old], {"name": "x"}, ["x"], None, [1], "x" * 300, "FARGATE", "é☃",
    ]
    if isinstance(old, bool):
        choices += [str(old).lower(), int(old)] * 3
    elif isinstance(old, int):
        choices += [str(old), float(old), f"{old}s"] * 3
    elif isinstance(old, str) and old.strip().lstrip("-").isdigit():
        choices += [int(old)] * 6
    elif isinstance(old, list) and len(old) == 1:
        choices += [old[0]] * 3
    elif isinstance(old, list) and old:
        choices += [old * 12] * 2
    if in_yaml and chance.random() < 0.3:
        return Plain(chance.choice(PLAIN))
    return chance.choice(choices)


def mutate(root, model, in_yaml, chance):
    """A copy with one or two changes, and their description."""
    root = copy.deepcopy(root)
    notes = []
    for _ in range(chance.choice([1, 1, 1, 2])):
        all_places = list(places(root, model.root, model))
        path, value, shape = chance.choice(all_places)
        act = chance.choice(["delete", "rename", "retype", "retype", "add", "add", "choose"])
        at = ".".join(map(str, path)) or "the root"
        if act == "choose":
            closed = [(p, s) for p, v, s in all_places if isinstance(v, str) and model.values(s)]
            if not closed:
                continue
            path, shape = chance.choice(closed)
            value = chance.choice(model.values(shape))
            parent(root, path)[path[-1]] = chance.choice([value, misspelt(value, chance), misspelt(value, chance)])
        elif act == "add":
            holders = [(p, v, s) for p, v, s in all_places if isinstance(v, dict) and model.members(s)]
            if not holders:
                continue
            path, value, shape = chance.choice(holders)
            name = chance.choice(model.members(shape))
            if chance.random() < 0.15:
                name = misspelt(name, chance)
            if name in value:
                continue
            value[name] = other_value(None, in_yaml, chance)
            at = ".".join(map(str, path + (name,)))
        elif not path:
            continue
        elif act == "delete":
            del parent(root, path)[path[-1]]
        elif act == "rename":
            holder = parent(root, path)
            if not isinstance(holder, dict):
                continue
            name = misspelt(str(path[-1]), chance)
            if name in holder:
                continue
            items = [(name if key == path[-1] else key, child) for key, child in holder.items()]
            holder.clear()
            holder.update(items)
            at += f" to {name}"
        else:
            parent(root, path)[path[-1]] = other_value(value, in_yaml, chance)
        notes.append(f"{act} {at}")
    return root, "; ".join(notes) or "none"


def ecs_files(corpus):
    for folder in ("ecs-taskdef-json", "ecs-service-json", "ecs-containerdefs-json"):
        for path in sorted((corpus / folder).glob("*")):
            try:
                root = json.loads(path.read_text(encoding="utf-8-sig"))
            except ValueError:
                continue
            if isinstance(root, list):
                root = {"family": "x", "containerDefinitions": root}
            if isinstance(root.get("taskDefinition"), dict):
                root = root["taskDefinition"]
            if isinstance(root.get("services"), list) and len(root["services"]) == 1:
                root = root["services"][0]
            op = "RegisterTaskDefinition" if "containerDefinitions" in root else "CreateService"
            if "service" in root:
                op = "UpdateService"
            yield path.name, root, op


def cloud_run_files(corpus):
    for path in sorted((corpus / "cloudrun-yaml").glob("*")):
        try:
            documents = list(yaml.load_all(path.read_text(encoding="utf-8-sig"), Loader))
        except yaml.YAMLError:
            continue
        for root in documents:
            if isinstance(root, dict) and root.get("kind") in ("Service", "Job", "WorkerPool"):
                yield path.name, root, root["kind"]


def cloud_run_v2_files():
    kinds = {"service": "Service", "job": "Job", "worker-pool": "WorkerPool", "instance": "Instance"}
    for path in sorted((pathlib.Path(__file__).parent / "cloudrun-v2").glob("*.yaml")):
        yield path.name, yaml.load(path.read_text(encoding="utf-8"), Loader), V2 + kinds[path.stem]


def judged_ecs(name, root, op, mutation):
    text = json.dumps(root, ensure_ascii=False, indent=1)
    _, verdicts = ecs_oracle.check(root, op)
    return {
        "name": name, "mutation": mutation, "shape": op + "Request", "language": "json", "text": text,
        "verdicts": sorted({(path, kind, str(detail)) for path, kind, detail in verdicts}),
    }


def judged_cloud_run(name, root, kind, mutation):
    text = yaml.dump(root, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)
    schemas, verdicts = cloudrun_oracle.D["v2" if kind.startswith(V2) else "v1"], []
    node = yaml.compose(text, Loader=cloudrun_oracle.Ld)
    cloudrun_oracle.check(node, schemas[kind], schemas, "", verdicts)
    return {
        "name": name, "mutation": mutation, "shape": kind, "language": "yaml", "text": text,
        "verdicts": sorted({(path, what, str(detail)) for _, path, what, detail in verdicts}),
    }


def main():
    corpus, count, chance = pathlib.Path(sys.argv[2]), int(sys.argv[3]), random.Random(int(sys.argv[4]))
    sources = [(entry, ECS(entry[2]), judged_ecs) for entry in ecs_files(corpus)]
    cloud_run = [(entry, CloudRun(entry[2]), judged_cloud_run) for entry in cloud_run_files(corpus)]
    cloud_run_v2 = [(entry, CloudRun(entry[2]), judged_cloud_run) for entry in cloud_run_v2_files()]
    if not sources or not cloud_run:
        print(f"structure.py: {corpus} has no files", file=sys.stderr)
        return 3
    for (name, root, api), _, judge in [*sources, *cloud_run, *cloud_run_v2]:
        print(json.dumps(judge(name, root, api, "none")))
    for number in range(count):
        (name, root, api), model, judge = chance.choice([sources, cloud_run, cloud_run_v2][number % 3])
        mutant, mutation = mutate(root, model, judge is judged_cloud_run, chance)
        print(json.dumps(judge(name, mutant, api, mutation)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
