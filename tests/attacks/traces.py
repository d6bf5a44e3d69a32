"""What attacks could leave behind, as a later child sees it and as the one who grades does."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.judging.exercise import Exercise
from tests.own_course import PUBLIC

# What attacks name the files that they leave, and where everybody may, or nobody should.
LEFT = "*attack_left*"
PLACES = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path(), PUBLIC)
# Those that this process, which adopts orphans, has not waited for.
ENDED = ("Z", "X")
LOOK = Exercise("look", "What a child sees", asks_for=())


@LOOK.probe
def look(_student: Any, _given: Any) -> dict[str, Any]:
    import contextlib
    import os
    import resource
    import stat
    import sys
    import tempfile
    from pathlib import Path

    import keras

    temporary, user = tempfile.gettempdir(), os.getuid()
    files = [str(path) for path in Path(temporary).rglob("*")]
    for folder in ("/tmp", "/var/tmp", "/dev/shm"):
        if Path(folder).resolve() != Path(temporary):
            # Where a child may not look, it finds nothing.
            with contextlib.suppress(OSError):
                files += [str(p) for p in Path(folder).iterdir() if p.lstat().st_uid == user]
    processes, own = [], {"Name": ""}
    for path in Path("/proc").glob("[0-9]*/status"):
        pairs = [line.partition(":\t") for line in path.read_text().splitlines()]
        status = {name: value for name, _colon, value in pairs}
        if status["Uid"].split()[0] == str(user) and status["State"][0] not in "ZX":
            processes.append(status["Name"])
        if path.parent.name == str(os.getpid()):
            own = status
    kinds = []
    for descriptor in range(256):
        try:
            kinds.append(stat.S_IFMT(os.fstat(descriptor).st_mode))
        except OSError:
            continue
    limits = (getattr(resource, name) for name in dir(resource) if name.startswith("RLIMIT_"))
    names = ("SigBlk", "SigIgn", "SigCgt", "CapPrm", "CapEff", "NoNewPrivs", "Seccomp", "Threads")
    return {
        "files": sorted(name.replace(temporary, "temporary") for name in files),
        "processes": sorted(processes),
        "environment": {
            name: value.replace(temporary, "temporary") for name, value in os.environ.items()
        },
        "status": {name: own[name] for name in names},
        "limits": [list(resource.getrlimit(kind)) for kind in limits],
        "priority": os.getpriority(os.PRIO_PROCESS, 0),
        "mask": os.umask(0o22),
        "processors": sorted(os.sched_getaffinity(0)),
        "descriptors": kinds,
        "modules": [name for name in sys.modules if "attack" in name],
        "path": [path for path in sys.path if "attack_left" in path],
        "keras": [keras.backend.floatx(), keras.backend.backend(), keras.backend.epsilon()],
    }


@dataclass(frozen=True, slots=True)
class Traces:
    """What there is of the graders' processes, files, mounts and open files at one moment.

    `processes` are their names and `numbers` their ids.
    """

    processes: Counter[str]
    numbers: frozenset[int]
    files: Counter[str]
    mounts: frozenset[str]
    descriptors: int

    def beyond(self, usual: Traces) -> list[str]:
        """What is here and was not there; less is no trace, as a trainer that is not started."""
        more = [*(self.processes - usual.processes), *(self.files - usual.files)]
        more += sorted(self.mounts - usual.mounts)
        if self.descriptors > usual.descriptors:
            more.append(f"{self.descriptors - usual.descriptors} open files")
        return more


def traces(folder: Path) -> Traces:
    """Those of this process, whose temporary folder is `folder`, and of all below it."""
    files = Counter(
        # A process's own folder has another name each time.
        re.sub(r"^[^/]*", "process", str(path.relative_to(folder)))
        for path in folder.rglob("*")
    )
    files.update(str(path) for place in PLACES for path in place.glob(LEFT))
    mounts = Path("/proc/self/mounts").read_text("utf-8").splitlines()
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    names = _descendants()
    processes = Counter(names.values())
    return Traces(processes, frozenset(names), files, frozenset(mounts), descriptors)


def _descendants() -> dict[int, str]:
    """The names of all processes below this one that have not ended, by id."""
    names, parents = {}, {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text("utf-8", "replace")
        except OSError:
            continue  # it has ended meanwhile
        number, name, fields = re.fullmatch(r"(\d+) \((.*)\) (.*)\s", text, re.DOTALL).groups()  # type: ignore[union-attr]
        state, parent = fields.split()[:2]
        if state not in ENDED:
            names[int(number)], parents[int(number)] = name, int(parent)
    below = {}
    for number, name in names.items():
        above = parents[number]
        while above in parents and above != os.getpid():
            above = parents[above]
        if above == os.getpid():
            below[number] = name
    return below
