#!/usr/bin/env python3
"""Makes what a release consists of from the release executable.

    packaging/dist.py EXECUTABLE DIRECTORY

seatrial-VERSION-linux-MACHINE.tar.gz    the executable, its manual page, completions, licences
seatrial_VERSION_ARCHITECTURE.deb        the same, where Debian and Ubuntu want it; needs dpkg-deb
seatrial-VERSION-py3-none-PLATFORM.whl   the executable, for pip and pipx

and beside each its SHA-256. The same executable gives the same bytes: times are SOURCE_DATE_EPOCH, or else that of the
last commit.
"""

import base64
import gzip
import hashlib
import io
import os
import pathlib
import platform
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

import manual

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
MACHINE = {"arm64": "aarch64"}.get(platform.machine(), platform.machine())
SHELLS = {"bash": "seatrial.bash", "zsh": "_seatrial", "fish": "seatrial.fish"}
MAINTAINER = "seatrial maintainers <seatrial@users.noreply.github.com>"
SUMMARY = "linter for Amazon ECS and Google Cloud Run deployments"
DESCRIPTION = """\
 seatrial reads task definitions, services and Cloud Run manifests as the
 platforms do, and says at the exact line what will be refused, what will
 break, and what to write instead. It needs no network.
"""


class Release:
    """What all packages are made from."""

    def __init__(self, executable):
        self.executable = pathlib.Path(executable).read_bytes()
        check_static(self.executable)
        self.version = output([executable, "--version"]).strip()
        self.time = int(os.environ.get("SOURCE_DATE_EPOCH") or output(["git", "-C", ROOT, "log", "-1", "--format=%ct"]))
        date = time.strftime("%Y-%m-%d", time.gmtime(self.time))
        self.manual = manual.page(executable, self.version, date).encode()
        # A file that is read by a shell, not run.
        self.completions = {
            shell: output([executable, "--generate-completion-script", shell]).removeprefix("#!/bin/bash\n").encode()
            for shell in SHELLS
        }
        self.licence = (ROOT / "LICENSE").read_bytes()
        self.copyright = (HERE / "copyright").read_bytes()
        self.readme = (ROOT / "README.md").read_bytes()


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def check_static(executable):
    """Ends the program unless this is an executable for Linux that asks for no interpreter."""
    if executable[:6] != b"\x7fELF\x02\x01":
        sys.exit("dist.py: this is no 64-bit executable for Linux")
    start, size, count = (struct.unpack_from(kind, executable, at)[0] for kind, at in (("<Q", 32), ("<H", 54), ("<H", 56)))
    kinds = [struct.unpack_from("<I", executable, start + index * size)[0] for index in range(count)]
    if 3 in kinds:
        sys.exit("dist.py: the executable is not static; install libyaml's archive (libyaml-dev), then `make build`")


def compressed(data):
    return gzip.compress(data, compresslevel=9, mtime=0)


def tarball(release, name):
    """The archive, with everything in one directory."""
    files = {
        "seatrial": (release.executable, 0o755),
        "LICENSE": (release.licence, 0o644),
        "README.md": (release.readme, 0o644),
        "copyright": (release.copyright, 0o644),
        "man/man1/seatrial.1": (release.manual, 0o644),
    }
    for shell, file in SHELLS.items():
        files[f"completions/{file}"] = (release.completions[shell], 0o644)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, (data, mode) in sorted(files.items()):
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mode, entry.mtime = len(data), mode, release.time
            archive.addfile(entry, io.BytesIO(data))
    return compressed(packed.getvalue())


def wheel(release, tag):
    """A wheel that has the executable as a script, so that it lands on the PATH as it is.

    It is static: it asks neither for glibc nor for musl.
    """
    info = f"seatrial-{release.version}.dist-info"
    pages = f"https://github.com/seatrial/seatrial/blob/v{release.version}/docs"
    metadata = f"""\
Metadata-Version: 2.4
Name: seatrial
Version: {release.version}
Summary: {SUMMARY.capitalize()}
License-Expression: Apache-2.0
License-File: LICENSE
License-File: copyright
Project-URL: Source, https://github.com/seatrial/seatrial
Requires-Python: >=3.7
Description-Content-Type: text/markdown

"""
    tags = "".join(f"Tag: py3-none-{part}\n" for part in tag.split("."))
    files = {
        f"seatrial-{release.version}.data/scripts/seatrial": release.executable,
        f"{info}/METADATA": metadata.encode() + release.readme.replace(b"](docs/", f"]({pages}/".encode()),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: seatrial\nRoot-Is-Purelib: false\n{tags}".encode(),
        f"{info}/licenses/LICENSE": release.licence,
        f"{info}/licenses/copyright": release.copyright,
    }
    record = ""
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(data)}\n"
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    packed = io.BytesIO()
    # The oldest time that a zip file can have.
    date = time.gmtime(max(release.time, 315532800))[:6]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, date)
            entry.create_system, entry.compress_type = 3, zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if "/scripts/" in path else 0o100644) << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def debian_package(release, architecture):
    """The package for Debian and Ubuntu."""
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(release.time))
    changelog = (
        f"seatrial ({release.version}) stable; urgency=medium\n\n"
        f"  * https://github.com/seatrial/seatrial/blob/v{release.version}/CHANGELOG.md\n\n -- {MAINTAINER}  {date}\n"
    )
    files = {
        "usr/bin/seatrial": release.executable,
        "usr/share/bash-completion/completions/seatrial": release.completions["bash"],
        "usr/share/zsh/vendor-completions/_seatrial": release.completions["zsh"],
        "usr/share/fish/vendor_completions.d/seatrial.fish": release.completions["fish"],
        "usr/share/man/man1/seatrial.1.gz": compressed(release.manual),
        "usr/share/doc/seatrial/changelog.gz": compressed(changelog.encode()),
        "usr/share/doc/seatrial/copyright": release.copyright,
        "usr/share/lintian/overrides/seatrial": (HERE / "lintian-overrides").read_bytes(),
    }
    size = sum(-(-len(data) // 1024) for data in files.values())
    control = f"""\
Package: seatrial
Version: {release.version}
Architecture: {architecture}
Maintainer: {MAINTAINER}
Installed-Size: {size}
Section: devel
Priority: optional
Homepage: https://github.com/seatrial/seatrial
Description: {SUMMARY}
{DESCRIPTION}"""
    sums = "".join(f"{hashlib.md5(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    files["DEBIAN/control"] = control.encode()
    files["DEBIAN/md5sums"] = sums.encode()
    with tempfile.TemporaryDirectory() as scratch:
        tree = pathlib.Path(scratch, "tree")
        for path, data in files.items():
            file = tree / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            file.chmod(0o755 if path.startswith("usr/bin/") else 0o644)
        for path in [tree, *tree.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
            os.utime(path, (release.time, release.time))
        package = pathlib.Path(scratch, "package.deb")
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package],
            check=True, stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(release.time)})
        return package.read_bytes()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    release = Release(sys.argv[1])
    directory = pathlib.Path(sys.argv[2])
    directory.mkdir(parents=True, exist_ok=True)
    name = f"seatrial-{release.version}-linux-{MACHINE}"
    tag = f"manylinux2014_{MACHINE}.manylinux_2_17_{MACHINE}.musllinux_1_1_{MACHINE}"
    made = {
        f"{name}.tar.gz": tarball(release, name),
        f"seatrial-{release.version}-py3-none-{tag}.whl": wheel(release, tag),
    }
    if shutil.which("dpkg-deb"):
        architecture = output(["dpkg", "--print-architecture"]).strip()
        made[f"seatrial_{release.version}_{architecture}.deb"] = debian_package(release, architecture)
    else:
        print("dist.py: no dpkg-deb here, so no .deb is made", file=sys.stderr)
    for file, data in sorted(made.items()):
        (directory / file).write_bytes(data)
        (directory / f"{file}.sha256").write_text(f"{hashlib.sha256(data).hexdigest()}  {file}\n")
        print(f"{directory / file}\t{len(data) / 1e6:.1f} MB")


main()
