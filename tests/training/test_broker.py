"""What the clerk answers, what it believes, and what it keeps as facts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder.recipes.recipe import Compiled, Dense, Flatten, Network, Optimizer
from autograder.recipes.requests import (
    EvaluateRequest,
    Fit,
    FitRequest,
    Given,
    Labelled,
    State,
    data_of,
    to_plain,
)
from autograder.training.broker import Clerk
from autograder.training.trainer_process import Order, Trained, WorkshopLost
from autograder.training.training_store import Ledger
from autograder.wire.errors import RequestTooLarge, SandboxFault
from autograder.wire.frames import Raised

IMAGES = np.linspace(0, 1, 8 * 784, dtype=np.float32).reshape(8, 28, 28)
LABELS = np.arange(8, dtype=np.uint8)
ARRAYS = {data_of(array).digest: array for array in (IMAGES, LABELS)}


@dataclass
class FakeWorkshop:
    """Trains nothing: a loss that depends on the order, weights that count the orders."""

    orders: list[Order] = field(default_factory=list)
    act: Callable[[Order], None] = lambda _order: None
    raised: Raised | None = None
    killed: int = 0

    def warm(self) -> None:
        pass

    def kill(self) -> None:
        self.killed += 1

    def train(self, order: Order) -> Trained:
        self.orders.append(order)
        self.act(order)
        epochs = order.request.epochs if isinstance(order.request, FitRequest) else 1
        start = 0.0 if order.weights is None else float(order.weights[0][0])
        logs = {"loss": tuple(start + order.seed + epoch for epoch in range(epochs))}
        end = (np.array([start + epochs], np.float32),)
        return Trained(logs, end, (np.array(1),), epochs, self.raised, 0.5)


def fit_request(units: int = 10, learning_rate: float = 0.001, **changes: Any) -> FitRequest:
    compiled = Compiled(Optimizer("Adam", {"learning_rate": learning_rate}), "mse")
    labelled = Labelled(data_of(IMAGES), data_of(LABELS))
    fit = Fit(Network((Flatten(), Dense(units))), compiled, labelled)
    return FitRequest(fit, **{"epochs": 2, "asked_epochs": 2, **changes})


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path, 100)


def clerk_of(ledger: Ledger, workshop: FakeWorkshop | None = None, **options: Any) -> Clerk:
    clerk = Clerk(ledger, workshop or FakeWorkshop(), **options)  # type: ignore[arg-type]
    clerk.start_child()
    clerk.start_exercise("neurons", 7)
    clerk.start_probe("train")
    return clerk


def asked(
    clerk: Clerk, request: Any, arrays: dict[str, NDArray[Any]] | None = None
) -> dict[str, Any]:
    """The reply to a request, data being handed over when the clerk needs them."""
    reply = clerk.answer({"request": to_plain(request)})
    if reply["kind"] == "need":
        given = ARRAYS if arrays is None else arrays
        data = {digest: given[digest] for digest in reply["digests"] if digest in given}
        reply = clerk.answer({"data": data})
    return reply


def test_a_training_is_done_once(ledger: Ledger) -> None:
    """The same request of another child is looked up, with the same numbers and without data."""
    workshop = FakeWorkshop()
    first = asked(clerk_of(ledger, workshop), fit_request())
    again = clerk_of(ledger, workshop).answer({"request": to_plain(fit_request())})
    assert again == first
    assert len(workshop.orders) == 1
    assert (ledger.statistics().hits, ledger.statistics().misses) == (1, 1)


def test_what_was_trained_is_a_fact_of_its_probe(ledger: Ledger) -> None:
    """A fact has the recipe's layers, the data's own statistics, the logs and the weights."""
    clerk = clerk_of(ledger)
    asked(clerk, fit_request())
    (fact,) = clerk.trainings("neurons")["train"]
    assert fact.is_fact
    assert [layer.units for layer in fact.layers] == [0, 10]
    assert fact.images is not None
    assert (fact.images.count, fact.images.minimum, fact.images.maximum) == (8, 0, 1)
    assert len(fact.logs["loss"]) == 2
    assert fact.start == "new"
    assert clerk.trainings("raw_pixels") == {}


def test_looked_up_facts_are_the_same(ledger: Ledger) -> None:
    """A training that was looked up is the same fact as one that was done."""
    first, second = clerk_of(ledger), clerk_of(ledger)
    asked(first, fit_request())
    asked(second, fit_request(), {})
    assert first.trainings("neurons") == second.trainings("neurons")


def test_one_exercise_seed_is_not_anothers(ledger: Ledger) -> None:
    """The judge's seed, the student's seed and the number of the draw give other trainings."""
    workshop = FakeWorkshop()
    clerk = clerk_of(ledger, workshop)
    for request in (fit_request(), fit_request(seed=1), fit_request(draw=1)):
        asked(clerk, request)
    clerk.start_exercise("raw_pixels", 8)
    asked(clerk, fit_request())
    assert len({order.seed for order in workshop.orders}) == 4


def test_data_are_believed_only_if_they_fit_their_digest(ledger: Ledger) -> None:
    """Other data than was described train nothing and leave no entry."""
    clerk, workshop = clerk_of(ledger), FakeWorkshop()
    false = {digest: array * 0 for digest, array in ARRAYS.items()}
    reply = asked(clerk, fit_request(), false)
    assert (reply["kind"], reply["final"]) == ("refused", False)
    assert workshop.orders == []
    assert ledger.statistics().entries == 0
    assert clerk.trainings("neurons") == {}


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"request": None},
        {"request": {"request": "fit"}},
        {"request": {**to_plain(fit_request()), "epochs": -1}},
        {"request": {**to_plain(fit_request()), "command": "rm"}},
        {"data": {}},
        {"data": ARRAYS},
        {"data": 3},
        {"request": to_plain(fit_request(weights=State("e" * 32)))},
        {"request": to_plain(fit_request(optimizer=State("e" * 32)))},
    ],
)
def test_nonsense_is_refused_and_changes_nothing(ledger: Ledger, message: Any) -> None:
    """Malformed requests, data nobody asked for and foreign states are refused with a reason."""
    clerk = clerk_of(ledger)
    reply = clerk.answer(message)
    assert reply["kind"] == "refused"
    assert reply["reason"]
    assert ledger.statistics().entries == 0
    assert clerk.trainings("neurons") == {}


def test_anothers_state_cannot_be_gone_on_from(ledger: Ledger) -> None:
    """A state that another child's training ended in is refused, though it is in the store."""
    state = asked(clerk_of(ledger), fit_request())["state"]
    reply = asked(clerk_of(ledger), fit_request(weights=State(state)))
    assert reply["kind"] == "refused"


def test_an_error_is_a_fact(ledger: Ledger) -> None:
    """What the trainer's attempt raised is told to the child, kept as a fact, and remembered."""
    workshop = FakeWorkshop(raised=Raised(("ValueError", "Exception"), "bad shapes"))
    for _child in range(2):
        clerk = clerk_of(ledger, workshop)
        reply = asked(clerk, fit_request())
        assert (reply["kind"], reply["types"][0]) == ("raised", "ValueError")
        (fact,) = clerk.trainings("neurons")["train"]
        assert fact.raised == Raised(("ValueError", "Exception"), "bad shapes")
        assert fact.weights is None
    assert len(workshop.orders) == 1


def test_epochs_one_at_a_time_are_one_training(ledger: Ledger) -> None:
    """Epochs that go on from each other are one fact, its logs joined, whatever the rate."""
    clerk = clerk_of(ledger)
    state = asked(clerk, fit_request(epochs=1))["state"]
    later = fit_request(
        epochs=1, first_epoch=1, weights=State(state), optimizer=State(state), goes_on=True,
        learning_rate=0.01,
    )  # fmt: skip
    end = asked(clerk, later)["state"]
    (fact,) = clerk.trainings("neurons")["train"]
    assert len(fact.logs["loss"]) == 2
    assert (fact.start, fact.new_optimizer, fact.after) == ("new", True, end)


def test_a_second_call_goes_on_from_the_first(ledger: Ledger) -> None:
    """Two calls of `fit` are two facts; the second knows where it started."""
    clerk = clerk_of(ledger)
    state = asked(clerk, fit_request())["state"]
    asked(clerk, fit_request(weights=State(state), optimizer=State(state)))
    first, second = clerk.trainings("neurons")["train"]
    assert second.goes_on_from(first)
    assert (second.start, second.new_optimizer) == ("earlier", False)


def test_weights_set_by_hand_stay_a_claim(ledger: Ledger) -> None:
    """A training from weights that the child handed over says so, also where epochs go on."""
    clerk = clerk_of(ledger)
    smuggled = np.array([5], np.float32)
    arrays = {**ARRAYS, data_of(smuggled).digest: smuggled}
    given = Given((data_of(smuggled),))
    asked(clerk, fit_request(weights=given), arrays)
    asked(clerk, fit_request(11))
    state = clerk.trainings("neurons")["train"][-1].after
    later = fit_request(11, first_epoch=2, weights=given, optimizer=State(state), goes_on=True)
    asked(clerk, later, arrays)
    facts = clerk.trainings("neurons")["train"]
    assert [fact.start for fact in facts] == ["given", "given"]


def test_too_many_trainings_are_a_sentence(ledger: Ledger) -> None:
    """A loop that calls `fit` without end is told so, and has not filled the memory."""
    clerk = clerk_of(ledger)
    asked(clerk, fit_request())
    replies = [clerk.answer({"request": to_plain(fit_request())}) for _ in range(201)]
    assert (replies[0]["kind"], replies[-1]["kind"]) == ("done", "refused")
    assert replies[-1]["final"]
    assert "epochs" in replies[-1]["reason"]


def test_what_the_trainer_finds_too_large_is_a_sentence(ledger: Ledger) -> None:
    """The trainer's refusal reaches the child as final, and nothing is remembered."""

    def refuse(_order: Order) -> None:
        raise RequestTooLarge("785,000,000,010 parameters are too many.")

    reply = asked(clerk_of(ledger, FakeWorkshop(act=refuse)), fit_request(10**9))
    assert reply == {
        "kind": "refused",
        "reason": "785,000,000,010 parameters are too many.",
        "final": True,
    }
    assert ledger.statistics().entries == 0


def test_a_lost_trainer_is_tried_once_more(ledger: Ledger) -> None:
    """A trainer that is lost gets the order again; lost twice, it is our fault."""
    losses = [WorkshopLost("gone")]

    def lose(_order: Order) -> None:
        if losses:
            raise losses.pop()

    assert asked(clerk_of(ledger, FakeWorkshop(act=lose)), fit_request())["kind"] == "done"
    losses += [WorkshopLost("gone"), WorkshopLost("gone")]
    with pytest.raises(SandboxFault):
        asked(clerk_of(ledger, FakeWorkshop(act=lose)), fit_request(12))


def test_two_who_want_the_same_train_once(ledger: Ledger) -> None:
    """Of two clerks with one wish, one has it trained and the other waits, uncharged."""
    started, go_on = threading.Event(), threading.Event()

    def slow(_order: Order) -> None:
        started.set()
        go_on.wait(5)

    first, second = clerk_of(ledger, FakeWorkshop(act=slow)), clerk_of(ledger)
    replies: list[Any] = []
    threads = [
        threading.Thread(target=lambda c=clerk: replies.append(asked(c, fit_request())))
        for clerk in (first, second)
    ]
    threads[0].start()
    started.wait(5)
    threads[1].start()
    waited = any(second.waiting or threading.Event().wait(0.01) for _ in range(200))
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert waited
    assert replies[0] == replies[1]
    assert (first.seconds, second.seconds) == (0.5, 0.0)
    assert not second.waiting


def test_a_cancelled_request_ends(ledger: Ledger) -> None:
    """Whoever waits for another's training gives up once its child is gone."""
    request = fit_request()
    waiting = clerk_of(ledger)
    outcome: list[str] = []

    def wait() -> None:
        try:
            asked(waiting, request)
        except SandboxFault as error:
            outcome.append(str(error))

    def meanwhile(_order: Order) -> None:
        thread = threading.Thread(target=wait)
        thread.start()
        while not waiting.waiting:
            threading.Event().wait(0.01)
        waiting.cancel()
        thread.join(5)

    asked(clerk_of(ledger, FakeWorkshop(act=meanwhile)), request)
    assert len(outcome) == 1


def test_the_clock_runs_again_after_a_failed_wait(ledger: Ledger) -> None:
    """A wait or a start that fails leaves no later child with a clock that stands still."""

    class NeverWarm(FakeWorkshop):
        def warm(self) -> None:
            raise WorkshopLost("it does not start")

    failing, waiting = clerk_of(ledger, NeverWarm()), clerk_of(ledger)
    with pytest.raises(SandboxFault):
        asked(failing, fit_request())
    assert not failing.waiting

    def meanwhile(_order: Order) -> None:
        waiting._cancelled = True  # noqa: SLF001 - as `cancel` leaves it, while it waits
        thread = threading.Thread(target=lambda: outcome.append(_fault_of(waiting)))
        thread.start()
        thread.join(5)

    outcome: list[str] = []
    asked(clerk_of(ledger, FakeWorkshop(act=meanwhile)), fit_request(12))
    assert outcome == ["fault"]
    assert not waiting.waiting


def _fault_of(clerk: Clerk) -> str:
    try:
        return str(asked(clerk, fit_request(12))["kind"])
    except SandboxFault:
        return "fault"


def test_an_audit_trains_again_once_a_run(ledger: Ledger) -> None:
    """However often a training is looked up, a run audits it once."""
    workshop = FakeWorkshop()
    for _child in range(3):
        asked(clerk_of(ledger, workshop, audit=1.0), fit_request())
    assert len(workshop.orders) == 2
    done = ledger.statistics()
    assert (done.misses, done.audited, done.hits) == (1, 1, 1)


def test_an_audit_tells_differences(ledger: Ledger, tmp_path: Path) -> None:
    """With an audit of all, a changed entry is found, counted and replaced; a right one is not."""
    key = asked(clerk_of(ledger), fit_request())["state"]
    honest = ledger.find(key)
    asked(clerk_of(ledger, audit=1.0), fit_request())
    assert (ledger.statistics().audited, ledger.statistics().differences) == (1, 0)
    assert honest is not None
    honest.weights[0][0] += 1
    ledger.add(key, honest, ())
    later = Ledger(tmp_path, 100)
    reply = asked(clerk_of(later, audit=1.0), fit_request())
    assert (later.statistics().audited, later.statistics().differences) == (1, 1)
    assert reply["weights"][0][0] == 2
    assert ledger.find(key).weights[0][0] == 2  # type: ignore[union-attr]


def test_an_evaluation_is_answered_and_is_no_training(ledger: Ledger) -> None:
    """`evaluate` is remembered too, but leaves no fact of a training."""
    request = fit_request().fit
    evaluation = EvaluateRequest(request.network, request.compiled, request.training)
    clerk = clerk_of(ledger)
    assert asked(clerk, evaluation)["logs"]
    assert clerk.trainings("neurons") == {}
