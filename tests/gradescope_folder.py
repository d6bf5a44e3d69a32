"""A folder as Gradescope lays it out: a zip's content, a submission and where results go."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

METADATA = {
    "id": 123456,
    "created_at": "2026-07-01T14:22:32.365935-07:00",
    "assignment": {"id": 25828, "title": "Networks", "total_points": "100.0", "group_size": None},
    "submission_method": "upload",
    "users": [{"email": "ada@example.com", "id": 1234, "name": "Ada Lovelace"}],
    "previous_submissions": [],
}
# What must not be read by student code, were it there.
EARLIER = '{"score": 100}'


@dataclass(frozen=True, slots=True)
class Done:
    """How a run ended, what it printed, and the text of its results if there are any."""

    code: int
    printed: str
    results: dict[str, Any] | None

    def tests(self, visibility: str = "") -> list[dict[str, Any]]:
        """The tests of that visibility; without one, all."""
        assert self.results is not None, self.printed
        tests = self.results["tests"]
        return [each for each in tests if visibility in ("", each["visibility"])]

    @property
    def score(self) -> float:
        """The points that Gradescope would show."""
        assert self.results is not None, self.printed
        scores = [each.get("score", 0) for each in self.results.get("tests", ())]
        return float(self.results.get("score", sum(scores)))


@dataclass(frozen=True, slots=True)
class GradescopeFolder:
    """`/autograder`, wherever it lies."""

    root: Path

    @property
    def judge(self) -> Path:
        return self.root / "source"

    def build(self, archive: Path) -> None:
        """Unpacks the zip and does what `setup.sh` does, but for what is installed here already."""
        with zipfile.ZipFile(archive) as opened:
            for entry in opened.infolist():
                path = Path(opened.extract(entry, self.judge))
                path.chmod(entry.external_attr >> 16 & 0o777)
        shutil.copy2(self.judge / "run_autograder", self.root / "run_autograder")
        (self.root / "python").symlink_to(sys.prefix)
        setup = (self.judge / "setup.sh").read_text("utf-8")
        lines = re.findall(r"^(?:judge|root)=.*\n", setup, re.MULTILINE)
        lines += re.findall(r"^chmod .*\n", setup, re.MULTILINE)
        script = "".join(lines).replace("${BASH_SOURCE[0]}", str(self.judge / "setup.sh"))
        subprocess.run(["bash", "-euc", script], check=True)  # noqa: S607 - any bash

    def submit(self, files: Mapping[str, str], metadata: object = None) -> None:
        """What the harness does with an upload; the results of an earlier run lie about."""
        for name in ("submission", "results"):
            shutil.rmtree(self.root / name, ignore_errors=True)
            (self.root / name).mkdir()
        for name, text in files.items():
            (self.root / "submission" / name).write_text(text, "utf-8")
        (self.root / "results" / "results.json").write_text(EARLIER, "utf-8")
        text = json.dumps(METADATA if metadata is None else metadata)
        (self.root / "submission_metadata.json").write_text(text, "utf-8")

    def run(self, before: Sequence[str] = (), seconds: int | None = None) -> Done:
        """Starts `run_autograder` as the harness does; `before` is a command that starts it."""
        environment = dict(os.environ)
        environment.pop("TIMEOUT_SECONDS", None)
        if seconds is not None:
            environment["TIMEOUT_SECONDS"] = str(seconds)
        done = subprocess.run(
            [*before, str(self.root / "run_autograder")],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        path = self.root / "results" / "results.json"
        results = json.loads(path.read_text("utf-8")) if path.exists() else None
        return Done(done.returncode, done.stdout, results)
