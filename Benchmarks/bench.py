#!/usr/bin/env python3
"""Measures the release binary as whole processes, as ratios against something that ran in the same minutes.

    start    one small file from the shell, against a process that does nothing
    audit    ten thousand files on two cores, against libyaml's bare event scan of the same bytes on one
    memory   the peak of ten thousand files, against that of one thousand

Figures are medians of alternating runs. They are for people: no test depends on them.
"""
import os, pathlib, resource, shutil, statistics, subprocess, sys, tempfile, time

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


def grow(folder, count):
    """A directory of deployment files as an audit meets it: each file a little different, a third of them foreign."""
    seeds = [p for p in sorted((ROOT / "fixtures").rglob("*")) if p.is_file() and p.suffix in (".json", ".yaml") and "broken" not in p.parts and "expected" not in p.name]
    for index in range(count):
        seed = seeds[index % len(seeds)]
        target = folder / f"team{index % 97:02}" / f"app{index}" / seed.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(seed.read_text().replace("shop", f"shop{index}").replace("orders", f"orders{index}"))


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
        many, few = scratch / "many", scratch / "few"
        grow(many, 10_000)
        grow(few, 1_000)
        names = scratch / "names"
        names.write_text("".join(f"{p}\n" for p in sorted(many.rglob("*")) if p.is_file()))
        versus("audit", [TOOL, "lint", "--jobs", "2", many], [scan], 5, stdin=names)
        big = statistics.median(run([TOOL, "lint", many])[1] for _ in range(3))
        small = statistics.median(run([TOOL, "lint", few])[1] for _ in range(3))
        print(f"{'memory':8} {big / 1024:10.1f} MiB  against {small / 1024:10.1f} MiB  ratio {big / small:6.2f}")


main()
