#!/usr/bin/env python3
"""Derives the tables of Sources/Models/Schema/ from the platforms' published API models.

    Scripts/schema.py            writes the tables
    Scripts/schema.py --check    says whether they are what this script makes; changes nothing

Amazon ECS: the `ecs` service model in the PyPI package botocore. Cloud Run: the discovery documents run.v1.json and
run.v2.json in the PyPI package google-api-python-client, or in the folder that --discovery names. What those leave out and is certain all
the same stands in schema-additions.toml beside this script, each entry with its source and date.

Exit status: 0 done, or the tables are the same; 1 they differ; 2 a model has something this script does not know;
3 nothing to compare with: a package is missing or has another version than the tables were made from.
"""

import argparse
import datetime
import importlib.util
import json
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent / "Sources" / "Models" / "Schema"

# Each file with the shapes that are asked for by name; a shape below them stands in the first file that needs it.
# `output` names what the API prints for the same resource: members only it has are marked as output.
# `only`: what stands in a third shape is input elsewhere, so it is not marked.
ECS = {
    "ECSTaskDefinitionShapes": [
        {"shape": "RegisterTaskDefinitionRequest", "output": "TaskDefinition"},
    ],
    "ECSServiceShapes": [
        {"shape": "CreateServiceRequest", "output": "Service"},
        {"shape": "UpdateServiceRequest", "output": "Service", "except": "CreateServiceRequest"},
        {"shape": "CreateTaskSetRequest", "output": "TaskSet"},
    ],
    "ECSRunTaskShapes": [{"shape": "RunTaskRequest"}],
    "ECSClusterShapes": [
        {"shape": "CreateClusterRequest", "output": "Cluster"},
        {"shape": "PutClusterCapacityProvidersRequest"},
        {"shape": "CreateCapacityProviderRequest", "output": "CapacityProvider"},
    ],
}
CLOUD_RUN_V1 = {
    "CloudRunV1Shapes": [{"shape": "Service"}, {"shape": "Job"}, {"shape": "WorkerPool"}, {"shape": "Instance"}],
    "CloudRunV1PartShapes": [{"shape": "Container"}, {"shape": "SandboxConfiguration"}, {"shape": "Volume"}],
}
V2 = "GoogleCloudRunV2"
CLOUD_RUN_V2 = {
    "CloudRunV2Shapes": [{"shape": V2 + name} for name in ("Service", "Job", "WorkerPool", "Instance")],
    "CloudRunV2PartShapes": [
        {"shape": V2 + name} for name in ("Container", "SandboxConfiguration", "Volume", "VpcAccess", "BinaryAuthorization")
    ],
}


class Unknown(Exception):
    """Something in a model that this script would have to learn first."""


class Missing(Exception):
    """A source that is not there."""


class Member:
    def __init__(self, name, kind, traits=()):
        self.name, self.kind, self.traits = name, kind, set(traits)

    def swift(self):
        order = [trait for trait in ("required", "output", "deprecated") if trait in self.traits]
        traits = "".join(f".{trait}" for trait in order) if len(order) < 2 else f"[{', '.join('.' + t for t in order)}]"
        return f'Member("{self.name}", {self.kind}{", " + traits if traits else ""})'


def string_kind(length=None, alphabet=None):
    arguments = []
    if length:
        arguments.append(f"length: {length}")
    if alphabet:
        arguments.append(f'alphabet: Alphabet("{swift_text(alphabet)}")')
    return f".string({', '.join(arguments)})"


def swift_text(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def limits(low, high):
    """A Swift range, nil where the model sets no limit."""
    if low in (None, 0) and high is None:
        return None
    return f"{low or 0}...{high if high is not None else 'Int.max'}"


class Model:
    """The shapes of one API by name, each a list of members."""

    def __init__(self, prefix, additions):
        self.prefix = prefix
        self.additions = additions
        self.used = set()

    @staticmethod
    def plain_name(shape):
        return re.sub(r"^GoogleCloudRunV\d", "", shape)

    def swift_name(self, shape):
        name = self.plain_name(shape)
        return self.prefix + name[0].upper() + name[1:]

    @staticmethod
    def reference(shape):
        return f".shape({{ .{shape} }})"

    def finished(self, members):
        """The shapes that members refer to, by the model's names; afterwards they refer to the Swift names."""
        below = []
        for member in members:
            # Nothing below what the platform sets is ever looked at.
            if "output" in member.traits:
                member.kind = ".any"
            below += re.findall(r"\{ \.(\w+) \}", member.kind)
            member.kind = re.sub(r"\{ \.(\w+) \}", lambda match: f"{{ .{self.swift_name(match[1])} }}", member.kind)
        return below

    def adjusted(self, shape, members):
        """The members with what schema-additions.toml says of this shape."""
        known = {member.name: member for member in members}
        for addition in self.additions:
            if addition["shape"] != shape:
                continue
            self.used.add(id(addition))
            named = [name for key in ("required", "optional", "output", "kinds") for name in addition.get(key, [])]
            for name in named:
                if name not in known:
                    raise Unknown(f"schema-additions.toml: {shape} has no member {name}")
            for name in addition.get("optional", []):
                known[name].traits.discard("required")
            for name in addition.get("required", []):
                known[name].traits.add("required")
            for name in addition.get("output", []):
                known[name].traits.add("output")
            for name, kind in addition.get("kinds", {}).items():
                known[name].kind = kind
        return members


class ECSModel(Model):
    def __init__(self, additions):
        super().__init__("ecs", additions)
        if importlib.util.find_spec("botocore") is None:
            raise Missing("the Python package botocore is not installed")
        import botocore
        import botocore.loaders
        import botocore.model

        self.source = f"botocore {botocore.__version__}, ecs 2014-11-13"
        description = botocore.loaders.Loader().load_service_model("ecs", "service-2")
        self.model = botocore.model.ServiceModel(description)

    def kind(self, shape):
        name, limit = shape.type_name, shape.metadata
        if name == "structure":
            return ".any" if limit.get("document") else self.reference(shape.name)
        if name == "list":
            count = limits(limit.get("min"), limit.get("max"))
            return f".list({self.kind(shape.member)}{f', count: {count}' if count else ''})"
        if name == "map":
            return f".map({self.kind(shape.value)})"
        if name == "string":
            if "enum" in limit:
                return f".enumeration([{', '.join(json.dumps(value) for value in limit['enum'])}])"
            return string_kind(limits(limit.get("min"), limit.get("max")), self.alphabet(limit.get("pattern")))
        if name in ("integer", "long"):
            if "min" in limit or "max" in limit:
                low, high = limit.get("min", 0), limit.get("max", 2**31 - 1)
                return f".integer(in: {low}...{high})"
            return ".int32" if name == "integer" else ".int64"
        if name in ("double", "float"):
            return ".number"
        if name == "boolean":
            return ".bool"
        if name == "timestamp":
            return ".any"
        raise Unknown(f"{shape.name}: the type {name}")

    @staticmethod
    def alphabet(pattern):
        """The model's patterns are all one character class; it does not anchor them, the service does."""
        if pattern is None:
            return None
        match = re.fullmatch(r"\(?\[((?:[^\]\\]|\\.)+)\][*+]\)?", pattern)
        if not match:
            raise Unknown(f"the pattern {pattern}")
        return match[1]

    def members(self, root):
        shape = self.model.shape_for(root["shape"])
        required = set(shape.metadata.get("required", []))
        found = [
            Member(name, self.kind(member), {"required"} if name in required else ())
            for name, member in shape.members.items()
        ]
        for member in found:
            if shape.members[member.name].metadata.get("deprecated"):
                member.traits.add("deprecated")
        if "output" in root:
            elsewhere = set(shape.members)
            if "except" in root:
                elsewhere |= set(self.model.shape_for(root["except"]).members)
            for name in self.model.shape_for(root["output"]).members:
                if name not in elsewhere:
                    found.append(Member(name, ".any", {"output"}))
        return self.adjusted(root["shape"], found)


class CloudRunModel(Model):
    def __init__(self, additions, folder, version):
        super().__init__("cloudRun" + version.upper(), additions)
        # The documentation of v1 says of several members that they are required which are not.
        self.trusts_documentation = version != "v1"
        name = f"run.{version}.json"
        if folder is None:
            package = importlib.util.find_spec("googleapiclient")
            if package is None:
                raise Missing("the Python package google-api-python-client is not installed, and --discovery is not given")
            folder = pathlib.Path(package.origin).parent / "discovery_cache" / "documents"
        path = pathlib.Path(folder) / name
        if not path.exists():
            raise Missing(f"{path} does not exist")
        document = json.loads(path.read_text(encoding="utf-8"))
        self.source = f"{name} revision {document['revision']}"
        self.schemas = document["schemas"]

    def kind(self, schema):
        if "$ref" in schema:
            is_empty = not self.schemas[schema["$ref"]].get("properties")
            return ".any" if is_empty else self.reference(schema["$ref"])
        name, form = schema["type"], schema.get("format")
        if name == "array":
            return f".list({self.kind(schema['items'])})"
        if name == "object":
            if "additionalProperties" in schema:
                return f".map({self.kind(schema['additionalProperties'])})"
            return ".any"
        if name == "string":
            if "enum" in schema:
                return f".enumeration([{', '.join(json.dumps(value) for value in schema['enum'])}])"
            if form in ("int64", "uint64"):
                return ".int64Text"
            if form == "google-duration":
                return ".duration"
            if form in (None, "google-datetime", "byte"):
                return ".string()"
        if name == "integer" and form in ("int32", "uint32"):
            return ".int32"
        if name == "number":
            return ".number"
        if name == "boolean":
            return ".bool"
        if name == "any":
            return ".any"
        raise Unknown(f"the type {name} with the format {form}")

    def members(self, root):
        # A variant stands for a shape of the API in some places only.
        base = next((a["variant-of"] for a in self.additions if a["shape"] == root["shape"] and "variant-of" in a), None)
        schema = self.schemas[base or root["shape"]]
        found = []
        for name, member in schema.get("properties", {}).items():
            traits = {"output"} if member.get("readOnly") else set()
            if member.get("deprecated"):
                traits.add("deprecated")
            if self.trusts_documentation and re.match(r"Required\b", member.get("description", "")):
                traits.add("required")
            found.append(Member(name, self.kind(member), traits))
        found = self.adjusted(base, found) if base else found
        return self.adjusted(root["shape"], found)


def files(model, layout):
    """The text of each file, without its date."""
    placed = set()
    named = {root["shape"] for roots in layout.values() for root in roots}
    for title, roots in layout.items():
        waiting = list(roots)
        shapes = []
        while waiting:
            root = waiting.pop(0)
            if root["shape"] in placed:
                continue
            placed.add(root["shape"])
            members = model.members(root)
            below = model.finished(members)
            shapes.append((root["shape"], members))
            waiting = [{"shape": name} for name in below if name not in named] + waiting
        lines = [f"// Made by Scripts/schema.py from {model.source}.", "// DATE", "", "extension Shape {"]
        for name, members in shapes:
            access = "package " if name in named else ""
            shown = next((a["variant-of"] for a in model.additions if a["shape"] == name and "variant-of" in a), name)
            shown = model.plain_name(shown)
            lines.append(f"  {access}static let {model.swift_name(name)} = Shape(")
            lines.append(f'    "{shown}", .{model.prefix},')
            lines.append("    [")
            lines += wrapped(members)
            lines += ["    ])", ""]
        lines[-1] = "}"
        yield title, "\n".join(lines) + "\n"


def wrapped(members):
    """One line a member; those that the formatter finds too long are broken as it breaks them."""
    for member in members:
        line = member.swift() + ("," if len(members) > 1 else "")
        if len(line) <= 120 - 6:
            yield "      " + line
            continue
        match = re.fullmatch(r"(\.list\()?\.enumeration\(\[(.*)\]\)\)?", member.kind)
        if not match:
            raise Unknown(f"how to break the line {line}")
        in_list, values = match.groups()
        yield "      Member("
        yield f'        "{member.name}",'
        inset = "          " if in_list else "        "
        if in_list:
            yield "        .list("
        yield inset + ".enumeration(["
        row = ""
        for value in values.split(", "):
            if row and len(inset) + 2 + len(row) + len(value) + 1 > 120:
                yield inset + "  " + row.rstrip()
                row = ""
            row += value + ", "
        yield inset + "  " + row.rstrip()
        yield inset + "])" + (")" if in_list else "") + line.removeprefix(f'Member("{member.name}", {member.kind}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only")
    parser.add_argument("--discovery", metavar="FOLDER", help="where run.v1.json and run.v2.json are")
    options = parser.parse_args()
    additions = tomllib.loads((HERE / "schema-additions.toml").read_text(encoding="utf-8"))
    try:
        ecs = ECSModel(additions["ecs"])
        v1 = CloudRunModel(additions["cloudrun-v1"], options.discovery, "v1")
        v2 = CloudRunModel(additions["cloudrun-v2"], options.discovery, "v2")
        made = dict([*files(ecs, ECS), *files(v1, CLOUD_RUN_V1), *files(v2, CLOUD_RUN_V2)])
        for addition in [*additions["ecs"], *additions["cloudrun-v1"], *additions["cloudrun-v2"]]:
            if id(addition) not in ecs.used | v1.used | v2.used:
                raise Unknown(f"schema-additions.toml: nothing uses the shape {addition['shape']}")
    except Missing as problem:
        print(f"schema.py: {problem}", file=sys.stderr)
        return 3
    except Unknown as problem:
        print(f"schema.py: not understood: {problem}", file=sys.stderr)
        return 2

    status = 0
    for title, text in made.items():
        path = TABLES / f"{title}.swift"
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        dated = re.sub(r"^// \d{4}-\d\d-\d\d$", "// DATE", old, count=1, flags=re.M)
        if dated == text:
            continue
        if options.check:
            if old and dated.split("\n")[0] != text.split("\n")[0]:
                print(f"schema.py: {path.name} says '{dated.split(chr(10))[0][3:]}'; here is another version", file=sys.stderr)
                return 3
            print(f"schema.py: {path.name} is not what this script makes", file=sys.stderr)
            status = 1
        else:
            path.write_text(text.replace("// DATE", f"// {datetime.date.today()}"), encoding="utf-8")
            print(path.relative_to(HERE.parent))
    return status


if __name__ == "__main__":
    sys.exit(main())
