"""The manual page, from what the executable says about its own options."""

import json
import subprocess

# What the options do not say.
AFTERWORD = r"""
.SH EXIT STATUS
.TP
.B 0
Nothing at or above \fB\-\-fail\-on\fR, which is a warning unless something else is said.
.TP
.B 1
Findings at or above it. A file that is meant and cannot be parsed is a finding.
.TP
.B 2
Wrong usage, or a mistake in the configuration.
.TP
.B 3
Something could not be read or written; the rest is reported all the same.
.SH FILES
.TP
.I .seatrial.yaml
The configuration of everything below its directory; the nearest one above a file holds for it.
\fBseatrial init\fR writes one.
.TP
.IR .gitignore ", " .ignore
Files that a walk leaves out.
.SH ENVIRONMENT
.TP
.BR NO_COLOR ", " CLICOLOR_FORCE ", " TERM
Whether there are colours, unless \fB\-\-color\fR says it.
.SH EXAMPLES
.TP
.B seatrial
Lint everything below the current directory.
.TP
.B seatrial \-\-format text \-\-format sarif=out.sarif deploy/
Print a report to read and write one to upload, from one run.
.TP
.B seatrial \-\-changed\-since origin/main
Report only what a branch has brought in.
.TP
.B seatrial explain IMG001
Show why a rule is there, and how to follow it.
.SH SEE ALSO
https://github.com/seatrial/seatrial
"""


def text(words):
    """Text that troff shows as it is."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in escaped.split("\n"))


def label(argument):
    """How an option or argument is written."""
    value = "" if argument["kind"] == "flag" else rf" \fI{text(argument['valueName'])}\fR"
    names = sorted(argument.get("names", []), key=lambda name: name["kind"] == "long")
    dashed = [rf"\fB{text(('--' if name['kind'] == 'long' else '-') + name['name'])}\fR" for name in names]
    return ", ".join(dashed) + value if dashed else rf"\fI{text(argument['valueName'])}\fR ..."


def entry(argument):
    words = [argument.get("abstract", "")]
    values = argument.get("allValueStrings") or argument.get("allValues")
    if values:
        words.append(f"One of {', '.join(values)}.")
    if argument.get("defaultValue") and "(default" not in words[0]:
        words.append(f"(default: {argument['defaultValue']})")
    return f".TP\n{label(argument)}\n{text(' '.join(words))}\n"


def entries(command, without=()):
    shown = [a for a in command.get("arguments", []) if a["shouldDisplay"] and a["valueName"] not in without]
    return "".join(entry(argument) for argument in shown)


def paragraphs(command):
    return "".join(f".PP\n{text(part)}\n" for part in command.get("discussion", "").split("\n\n") if part)


def page(executable, version, date):
    """The page in man(7), of a version and a date such as 2026-11-23."""
    dump = subprocess.run([executable, "--experimental-dump-help"], check=True, capture_output=True).stdout
    root = json.loads(dump)["command"]
    commands = [command for command in root["subcommands"] if command["commandName"] != "help"]
    lint, others = commands[0], commands[1:]
    # What stands under EXIT STATUS need not be said twice.
    lint["discussion"] = lint.get("discussion", "").split("\n\nExit status:")[0]
    summary = root["abstract"].rstrip(".")
    result = f'.TH SEATRIAL 1 "{date}" "seatrial {version}" "User Commands"\n'
    result += f".SH NAME\nseatrial \\- {text(summary[0].lower() + summary[1:])}\n"
    result += ".SH SYNOPSIS\n.B seatrial\n[\\fBlint\\fR] [\\fIoptions\\fR] [\\fIpaths\\fR ...]\n"
    for command in others:
        positional = [label(a) for a in command.get("arguments", []) if a["kind"] == "positional"]
        words = " ".join([r"[\fIoptions\fR]", *positional])
        result += f".br\n.B seatrial {text(command['commandName'])}\n{words}\n"
    result += f".SH DESCRIPTION\n{text(lint['abstract'])}\n{paragraphs(lint)}"
    result += f".SH OPTIONS\n{entries(lint)}.SH OTHER COMMANDS\n"
    for command in others:
        result += f".SS seatrial {text(command['commandName'])}\n{text(command['abstract'])}\n"
        result += paragraphs(command) + entries(command, without={"help", "version"})
    return result + AFTERWORD.lstrip("\n")
