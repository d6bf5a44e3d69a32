"""Has a class graded by the workers of a cluster, and records each result as it comes.

The queue is here. A worker has one submission, and while many wait, another one behind it. One that
is lost is taken to be lost by the first of these, which somebody else gets; a submission that two
workers were lost on is ungraded through our fault.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field

from autograder.cluster.dask_cluster import ENCRYPTED, Answer, Cluster, is_loopback
from autograder.cluster.hello import Hello, hello_for
from autograder.cluster.node import Ready, Trouble, Unfit, grade_there, greet, leave
from autograder.cluster.parcel import Returned, parcel_of, record
from autograder.course import Course
from autograder.grading.grade_class import Outcome, Proposal, record_ungraded
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan
from autograder.grading.secret import Secret
from autograder.records import Status, SubmissionGrade
from autograder.submissions.intake import Source
from autograder.wire.errors import UsageError
from autograder.wire.messages import message

LOOK_SECONDS = 1.0
# A cluster may still be starting.
WAIT_SECONDS = 120.0
# Where all that are there are unfit, others may still come.
UNFIT_SECONDS = 10.0
# A submission may be tried so often before it is ours to look at.
MOST_LOSSES = 2
LOST = "grade.lost"
# So many results are recorded in one transaction, if they are there.
AT_ONCE = 20

Say = Callable[[str], None]


@dataclass(slots=True)
class Worker:
    """One worker process, and the calls that it was given, in order; `None` is the greeting."""

    is_ready: bool = False
    unfit: tuple[str, ...] = ()
    calls: dict[str, Source | None] = field(default_factory=dict)

    @property
    def is_hopeful(self) -> bool:
        """Whether it grades, or may yet."""
        return self.is_ready or bool(self.calls)


@dataclass(slots=True)
class Courier:
    """Grades a course's work on a cluster; `say` is told what becomes of its workers."""

    cluster: Cluster
    course: Course
    secret: Callable[[], Secret]
    say: Say
    look_seconds: float = LOOK_SECONDS
    wait_seconds: float = WAIT_SECONDS
    unfit_seconds: float = UNFIT_SECONDS

    def grades(
        self, sources: Sequence[Source], plan: Plan, gradebook: Gradebook, proposal: Proposal
    ) -> Generator[Outcome, None, None]:
        """As `grade_class` does; raises `UsageError` once the cluster is gone, or nobody is fit."""
        hello = hello_for(self.course, plan, self.secret())
        round_ = _Round(self, hello, plan, gradebook, proposal, deque(sources))
        try:
            yield from round_.run()
        finally:
            round_.end()


@dataclass(slots=True)
class _Round:
    courier: Courier
    hello: Hello
    plan: Plan
    gradebook: Gradebook
    proposal: Proposal
    queue: deque[Source]
    workers: dict[str, Worker] = field(default_factory=dict)
    losses: Counter[str] = field(default_factory=Counter)
    failed_at: dict[str, set[str]] = field(default_factory=dict)
    looked_at: float = 0.0
    idle_since: float = field(default_factory=time.monotonic)

    @property
    def cluster(self) -> Cluster:
        return self.courier.cluster

    def run(self) -> Generator[Outcome, None, None]:
        waiting = len(self.queue)
        while waiting:
            outcomes = self._look()
            self._hand_out()
            outcomes += self._recorded(self.cluster.answer(self.courier.look_seconds))
            # Nobody waits for what is done with a result.
            self._hand_out()
            waiting -= len(outcomes)
            yield from outcomes

    def _recorded(self, answer: Answer | None) -> list[Outcome]:
        """What an answer comes to, and all that have come meanwhile: a disk takes its time."""
        outcomes = list[Outcome | None]()
        with self.gradebook.transaction():
            while answer is not None:
                outcomes.append(self._received(answer))
                answer = self.cluster.answer(0) if len(outcomes) < AT_ONCE else None
        return [outcome for outcome in outcomes if outcome is not None]

    def end(self) -> None:
        """Ends the graders, and what they are at."""
        for worker in self.workers.values():
            for call in worker.calls:
                self.cluster.drop(call)
        met = [address for address, worker in self.workers.items() if not worker.unfit]
        if met:
            self.cluster.tell(met, leave, self.hello)

    def _look(self) -> list[Outcome]:
        """Greets workers that have come, and sees to the submissions of those that are gone."""
        if time.monotonic() - self.looked_at < self.courier.look_seconds:
            return []
        self.looked_at = time.monotonic()
        present = self.cluster.workers()
        ungraded = [
            outcome
            for address in [*self.workers]
            if address not in present
            for outcome in self._lost(address)
        ]
        for address in present:
            if address not in self.workers:
                self._greet(address)
        self._refuse_to_wait()
        return ungraded

    def _greet(self, address: str) -> None:
        worker = self.workers.setdefault(address, Worker())
        if not address.startswith(f"{ENCRYPTED}://") and not is_loopback(address):
            self._is_unfit(address, ("its connections are not encrypted",))
            return
        worker.calls[self.cluster.call(address, greet, self.hello)] = None

    def _hand_out(self) -> None:
        """Gives each worker that is ready what it is to do next."""
        ready = [(name, worker) for name, worker in self.workers.items() if worker.is_ready]
        # Nobody waits behind a slow one while another worker is free.
        most = 2 if len(self.queue) > 2 * len(ready) else 1
        for count in range(1, most + 1):
            for address, worker in ready:
                source = self._next_for(address) if len(worker.calls) < count else None
                if source is not None:
                    parcel = parcel_of(source, self.gradebook, self.plan.assignment)
                    call = self.cluster.call(address, grade_there, self.hello, parcel)
                    worker.calls[call] = source

    def _next_for(self, address: str) -> Source | None:
        """The next submission that did not fail on this worker, if somebody else can take those."""
        for source in self.queue:
            others = self.workers.keys() - self.failed_at.get(source.student, set())
            if address in others or not any(self.workers[one].is_hopeful for one in others):
                self.queue.remove(source)
                return source
        return None

    def _received(self, answer: Answer) -> Outcome | None:
        """What an answer comes to, if a submission is done with it."""
        found = [each for each in self.workers.items() if answer.call in each[1].calls]
        if not found:
            return None
        ((address, worker),) = found
        source = worker.calls.pop(answer.call)
        match answer.value:
            case Ready(host):
                worker.is_ready = True
                self.courier.say(f"{address} on {host} grades.")
            case Unfit(reasons):
                self._is_unfit(address, reasons)
                if source is not None:
                    self.queue.appendleft(source)
            case Returned() if source is not None:
                record(answer.value, self.gradebook, self.proposal)
                return source, self._counts(source, answer.value.grade)
            case _ if source is None:
                self._is_unfit(address, (answer.error or f"answered {answer.value!r}",))
            case _:
                trouble = answer.value.text if isinstance(answer.value, Trouble) else answer.error
                self.courier.say(f"{address} failed on {source.student}: {trouble}")
                worker.is_ready = False
                self._greet(address)
                self.failed_at.setdefault(source.student, set()).add(address)
                return self._failed(source)
        return None

    def _counts(self, source: Source, grade: SubmissionGrade | None) -> SubmissionGrade | None:
        if grade is None or grade.status is Status.REGRADE:
            return grade
        plan = self.plan
        return self.gradebook.whole(source.student, plan.assignment, plan.all_terms)

    def _lost(self, address: str) -> list[Outcome]:
        """What becomes of the submissions that a worker had."""
        worker = self.workers.pop(address)
        for call in worker.calls:
            self.cluster.drop(call)
        sources = [source for source in worker.calls.values() if source is not None]
        if worker.is_ready or sources:
            at = f" while it graded {sources[0].student}" if sources else ""
            self.courier.say(f"{address} is lost{at}.")
        # It was at the first one; the others have done nothing.
        self.queue.extendleft(reversed(sources[1:]))
        outcomes = [self._failed(source) for source in sources[:1]]
        return [outcome for outcome in outcomes if outcome is not None]

    def _failed(self, source: Source) -> Outcome | None:
        """Has a submission graded elsewhere, or says that it cannot be."""
        self.losses[source.student] += 1
        if self.losses[source.student] < MOST_LOSSES:
            self.queue.appendleft(source)
            return None
        grade = record_ungraded(source, message(LOST), Status.REGRADE, self.plan, self.gradebook)
        return source, grade

    def _is_unfit(self, address: str, reasons: tuple[str, ...]) -> None:
        worker = self.workers[address]
        worker.is_ready, worker.unfit = False, reasons
        self.courier.say(f"{address} is not used: {'; '.join(reasons)}.")

    def _refuse_to_wait(self) -> None:
        """Raises `UsageError` once nobody has been fit or being made ready for long."""
        now = time.monotonic()
        if any(worker.is_hopeful for worker in self.workers.values()):
            self.idle_since = now
            return
        courier = self.courier
        patience = courier.unfit_seconds if self.workers else courier.wait_seconds
        if now - self.idle_since > patience:
            unfit = "".join(
                f"\n  {address}: {'; '.join(worker.unfit)}"
                for address, worker in self.workers.items()
            )
            raise UsageError(
                f"No worker of {self.cluster.address} can grade:{unfit or ' there is none'}. What"
                " was graded so far is recorded; see to that, and run the same command again."
            )
