"""Every samples/findings/<id>/ keeps its word: the real program says about bad.* exactly what expect.txt says under
this id, and says nothing under this id about good.*.
    python3 tests/catalogue/samples.py PROGRAM ROOT [ID...]
The middle of a name says what the file is: cell (parsed, a line a cell), card (scored), check (checked), waivers (for the
bad table of A104), document (imported), bulk (scored row by row), scheme (put into a folder of rules), form (into its folder of forms), units or words (put in the place of the table
of this name), scenario (of whatif, with samples/good/national-2020.yaml). A file whose first line is "# jiheng …" says its
command itself, whatever it is called; it runs in the folder of the sample.
JIHENG_UPDATE=1 writes expect.txt anew: read the difference before it is kept.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
SAMPLES = ROOT / "samples/findings"


def run(arguments, folder, text=b""):
    # I105 is what is said where LibreOffice is not installed.
    path = "/nowhere" if pathlib.Path(folder).name == "I105" else os.environ["PATH"]
    environment = {"PATH": path, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, input=text, env=environment, capture_output=True, timeout=120)
    return done.stdout.decode(), done.stderr.decode()


def said(file, scratch):
    """The two streams of the program about this file."""
    kind = file.name.split(".")[1]
    first = file.read_bytes().split(b"\n", 1)[0] if file.is_file() else b""
    if first.startswith(b"# jiheng "):
        return run([*shlex.split(first.decode())[2:], "--rules", ROOT / "rules"], file.parent)
    if kind == "scenario":
        card = os.path.relpath(ROOT / "samples/good/national-2020.yaml", file.parent)
        return run(["whatif", card, "--scenario", file.name, "--rules", ROOT / "rules", "--format", "json"], file.parent)
    if kind == "cell":
        return run(["parse", "-", "--rules", ROOT / "rules", "--format", "json"], scratch, file.read_bytes())
    if kind == "card":
        return run(["score", file.name, "--rules", ROOT / "rules", "--format", "json"], file.parent)
    if kind == "check":
        return run(["check", file.name, "--rules", ROOT / "rules", "--format", "json"], file.parent)
    if kind == "bulk":
        return run(["bulk", "-", "--rules", ROOT / "rules"], scratch, file.read_bytes())
    if kind == "waivers":
        table = SAMPLES / "A104/bad.check.yaml"
        return run(["check", table, "--waivers", file.name, "--rules", ROOT / "rules", "--format", "json"], file.parent)
    if kind == "document":
        return run(["import", file.name], file.parent)
    rules = pathlib.Path(scratch) / "rules"
    (rules / "forms").mkdir(parents=True)
    for rule in (ROOT / "rules").rglob("*.yaml"):
        link = rules / rule.relative_to(ROOT / "rules")
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(rule)
    place = rules / {"scheme": file.name, "form": "forms/" + file.name}.get(kind, kind + ".yaml")
    place.unlink(missing_ok=True)
    place.write_bytes(file.read_bytes())
    command = {"scheme": ["list", "schemes"], "form": ["list", "schemes"], "units": ["list", "units"], "words": ["parse", "满意"]}[kind]
    return run([*command, "--rules", "rules"], scratch)


def findings(node):
    if isinstance(node, dict):
        if "id" in node and "message" in node:
            yield node
        for value in node.values():
            yield from findings(value)
    elif isinstance(node, list):
        for value in node:
            yield from findings(value)


def under_id(file, wanted):
    """What stands under one id: messages of a JSON result, blocks of messages on stderr."""
    with tempfile.TemporaryDirectory() as scratch:
        stdout, stderr = said(file, scratch)
    lines = []
    for finding in findings(json.loads(stdout)) if stdout.startswith("{") else []:
        if finding["id"] == wanted:
            places = ["{file}:{line}:{column}: ".format(**w) for w in finding.get("where", []) if "line" in w]
            lines.append("".join(places) + finding["message"] + "\n")
    for block in re.split(r"(?m)^(?=\S)", stderr):
        if f"[{wanted}]" in block:
            lines.append(block.rstrip("\n") + "\n")
    return "".join(lines)


def check(folder):
    wanted = folder.name
    (bad,) = folder.glob("bad.*")
    (good,) = folder.glob("good.*")
    expect = folder / "expect.txt"
    now = under_id(bad, wanted)
    if os.environ.get("JIHENG_UPDATE") == "1":
        expect.write_text(now)
    wrong = []
    if not now or now != expect.read_text():
        wrong.append(f"{wanted}: expected about {bad.name}:\n{expect.read_text()}now:\n{now}")
    if said_about_good := under_id(good, wanted):
        wrong.append(f"{wanted}: {good.name} is found too:\n{said_about_good}")
    return wrong


folders = sorted(f for f in SAMPLES.iterdir() if f.is_dir() and (len(sys.argv) < 4 or f.name in sys.argv[3:]))
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    wrong = [line for result in pool.map(check, folders) for line in result]
print("\n".join(wrong))
print(f"{len(folders)} samples, {len(wrong)} wrong")
sys.exit(0 if folders and not wrong else 1)
