#!/usr/bin/env python3
"""Measures the release binary as whole processes, as ratios against something that ran in the same minutes.

    start    one small file from the shell, against a process that does nothing
    audit    ten thousand files as repositories hold them on two cores, against libyaml's bare event scan of the same
             bytes on one
    wrong    the same with ten thousand files of ours that are nearly all wrong, which is as bad as it gets
    memory   the peak of ten thousand files of the audit, against that of one thousand

Figures are medians of alternating runs. They are for people: no test depends on them.
"""
import json, os, pathlib, resource, shutil, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build/release/seatrial"


def run(command, stdin=None):
    """Wall seconds and peak KiB of one process."""
    with open(stdin or os.devnull) as source, open(os.devnull, "w") as sink:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=sink)
        _, _, usage = os.wait4(process.pid, 0)
        return time.perf_counter() - start, usage.ru_maxrss


def versus(title, ours, theirs, runs, stdin=None):
    for command in (ours, theirs):
        run(command, stdin)
    pairs = [(run(ours, stdin), run(theirs, stdin)) for _ in range(runs)]
    us = statistics.median(a[0] for a, _ in pairs)
    them = statistics.median(b[0] for _, b in pairs)
    ratio = statistics.median(a[0] / b[0] for a, b in pairs)
    print(f"{title:8} {us * 1000:10.2f} ms   against {them * 1000:10.2f} ms   ratio {ratio:6.2f}   {ours[0].name if isinstance(ours[0], pathlib.Path) else ours[0]}, {runs} pairs")
    return us, them


def seeds():
    """The deployment files of fixtures/, good ones and bad ones."""
    return [p for p in sorted((ROOT / "fixtures").rglob("*")) if p.suffix in (".json", ".yaml") and "broken" not in p.parts and "expected" not in p.name]


def grow_wrong(folder, count):
    """Files of ours, each a little different from the next."""
    files = seeds()
    for index in range(count):
        seed = files[index % len(files)]
        write(folder / f"team{index % 97:02}" / f"app{index}" / seed.name, renamed(seed.read_text(), index))


def grow(folder, count):
    """A directory as an audit meets it: of five files two are ours, and one of these has mistakes.

    The others are what stands beside them in YAML and JSON, in the sizes that it has: about 6 kB a file in the middle.
    """
    ours = {True: [], False: []}
    for seed in seeds():
        ours["clean" in seed.parts].append(seed)
    for index in range(count):
        place = folder / f"team{index % 97:02}" / f"app{index // 5}"
        if index % 5 < 2:
            choice = ours[index % 5 == 0]
            seed = choice[index // 5 % len(choice)]
            write(place / seed.name, renamed(seed.read_text(), index))
        else:
            name, text = FOREIGN[index % len(FOREIGN)](index)
            write(place / name, text)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def renamed(text, index):
    for word in ("shop", "orders", "api", "web"):
        text = text.replace(word, f"{word}{index}")
    return text


def lock_file(index):
    packages = {f"node_modules/package-{n}": {"version": f"{n}.{index % 9}.1", "resolved": f"https://registry.example.com/package-{n}.tgz", "integrity": "sha512-" + "A" * 86, "engines": {"node": ">=18"}} for n in range(60)}
    return "package-lock.json", json.dumps({"name": f"app{index}", "lockfileVersion": 3, "packages": packages}, indent=2)


def workflow(index):
    steps = "".join(f"      - name: step {n} of {index}\n        run: make step-{n}\n        env:\n          NUMBER: \"{n}\"\n" for n in range(24))
    return "ci.yaml", "name: ci\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n" + steps


def deployment(index):
    variables = "".join(f"            - name: VARIABLE_{n}\n              value: \"value {n} of {index}\"\n" for n in range(16))
    return "deployment.yaml", f"""apiVersion: apps/v1
kind: Deployment
metadata:
  name: app{index}
spec:
  replicas: 2
  selector:
    matchLabels: {{ app: app{index} }}
  template:
    metadata:
      labels: {{ app: app{index} }}
    spec:
      containers:
        - name: app
          image: registry.example.com/app{index}:1.4.2
          env:
{variables}"""


def interface(index):
    paths = "".join(f"  /things/{n}:\n    get:\n      summary: Thing {n} of {index}\n      parameters:\n        - {{ name: id, in: query, schema: {{ type: string }} }}\n      responses:\n        '200':\n          description: It is there.\n" for n in range(30))
    return "openapi.yaml", f"openapi: 3.1.0\ninfo: {{ title: app{index}, version: 1.0.0 }}\npaths:\n{paths}"


def settings(index):
    return "tsconfig.json", json.dumps({"compilerOptions": {"target": "es2022", "strict": True, "outDir": f"dist/{index}"}, "include": ["src"]}, indent=2)


FOREIGN = [lock_file, workflow, deployment, interface, settings]


def main():
    if not TOOL.exists():
        sys.exit("build it first: make build")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        empty, scan = scratch / "empty", scratch / "yaml-scan"
        (scratch / "empty.c").write_text("int main(void) { return 0; }\n")
        subprocess.run(["cc", "-O2", "-static", "-o", empty, scratch / "empty.c"], check=True)
        subprocess.run(["cc", "-O2", "-o", scan, ROOT / "Benchmarks/yaml-scan.c", "-lyaml"], check=True)
        one = scratch / "one"
        one.mkdir()
        shutil.copy(ROOT / "fixtures/clean/ecs/task-definition.json", one)
        us, them = versus("start", [TOOL, "lint", one / "task-definition.json"], [empty], 101)
        print(f"{'':8} {(us - them) * 1000:10.2f} ms above an empty process")
        many, few, wrong = scratch / "many", scratch / "few", scratch / "wrong"
        grow(many, 10_000)
        grow(few, 1_000)
        grow_wrong(wrong, 10_000)
        for title, folder in (("audit", many), ("wrong", wrong)):
            names = scratch / f"names-{title}"
            names.write_text("".join(f"{p}\n" for p in sorted(folder.rglob("*")) if p.is_file()))
            versus(title, [TOOL, "lint", "--jobs", "2", folder], [scan], 5, stdin=names)
        big = statistics.median(run([TOOL, "lint", many])[1] for _ in range(3))
        small = statistics.median(run([TOOL, "lint", few])[1] for _ in range(3))
        print(f"{'memory':8} {big / 1024:10.1f} MiB  against {small / 1024:10.1f} MiB  ratio {big / small:6.2f}")


main()
