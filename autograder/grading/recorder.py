"""Observes by what the gradebook keeps, and has run only what it does not keep."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from autograder.grading.entries import KeptRun, Observed
from autograder.grading.keys import Keys
from autograder.judging.evidence import without_weights
from autograder.records import Observation
from autograder.training.spent import Spent
from autograder.wire.errors import EvidenceError
from autograder.wire.protocol import Job


class Observer(Protocol):
    """What observes jobs in a sandbox, as a runner does."""

    def observe(
        self,
        jobs: Sequence[Job],
        unseen: Mapping[str, Any],
        shown: Collection[str],
        trainer_seed: int,
        spent: Spent | None,
        /,
    ) -> list[Observation]: ...


class MustRun(Exception):
    """An exercise can only be judged after the run `run`; `readings` were kept before that one."""

    def __init__(self, slug: str, run: str, readings: int) -> None:
        super().__init__(slug)
        self.slug = slug
        self.run = run
        self.readings = readings


@dataclass(slots=True)
class Recorder:
    """A runner for one submission that looks up first; without one to ask, it raises `MustRun`.

    `kept` gives what is kept of a run, `keys` are those of each exercise. `observed` is what was
    newly run, `looked_up` what was kept.
    """

    keys: Mapping[str, Keys]
    kept: Callable[[str], KeptRun | None]
    runner: Observer | None = None
    observed: list[Observed] = field(default_factory=list)
    looked_up: set[str] = field(default_factory=set)

    def observe(
        self,
        jobs: Sequence[Job],
        unseen: Mapping[str, Any],
        shown: Collection[str],
        trainer_seed: int,
        spent: Spent | None,
        /,
    ) -> list[Observation]:
        """What is kept of each job, or what happens when it is run."""
        runs = [self.keys[job.slug].of_run(job.pieces, job.as_run, job.given) for job in jobs]
        found = {run: seen for run in runs if (seen := self._lookup(run)) is not None}
        missing = [(job, run) for job, run in zip(jobs, runs, strict=True) if run not in found]
        if missing and self.runner is None:
            job, run = missing[0]
            raise MustRun(job.slug, run, len(self.looked_up))
        if missing and self.runner is not None:
            todo = [job for job, _run in missing]
            seen_now = self.runner.observe(todo, unseen, shown, trainer_seed, spent)
            for (job, run), seen in zip(missing, seen_now, strict=True):
                classify = [probe.name for probe in job.probes if probe.classifies]
                found[run] = without_weights(seen, unseen[job.slug], classify)
                self.observed.append(Observed(job.slug, run, found[run]))
        return [found[run] for run in runs]

    def _lookup(self, run: str) -> Observation | None:
        try:
            kept = self.kept(run)
            if kept is None:
                return None
            seen = kept.observation()
        except EvidenceError:
            return None  # nobody can read it any more, so it is run again
        self.looked_up.add(run)
        return seen
