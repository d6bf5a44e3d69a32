"""The store: what it keeps, what it refuses, and what decides a key."""

from __future__ import annotations

import threading
from pathlib import Path

import diskcache
import numpy as np
import pytest

from autograder.recipes.recipe import Compiled, Dense, Flatten, Network, Optimizer
from autograder.recipes.requests import Data, Fit, FitRequest, Labelled, State
from autograder.training.training_store import StoredFit, TrainingStore, key_of
from autograder.wire.errors import SandboxFault, UsageError
from autograder.wire.frames import Raised

STATE = (np.array(3, np.int64),)
KEY = "0123456789abcdef" * 2


def entry(loss: float = 0.5, kilobytes: int = 1) -> StoredFit:
    return StoredFit(
        logs={"loss": [loss, float("nan")]},
        weights=(np.full((kilobytes, 256), loss, np.float32), np.array([1, 2], np.uint32)),
        iterations=3,
        raised=Raised(("ValueError",), "no"),
        data={"images": {"count": 8}},
        seconds=0.25,
    )


def request(units: int = 10, digest: str = "a", **changes: object) -> FitRequest:
    adam = Optimizer("Adam", {"learning_rate": 0.001})
    images = Data(digest * 32, (8, 28, 28), "float32")
    labelled = Labelled(images, Data("b" * 32, (8,), "uint8"))
    fit = Fit(Network((Flatten(), Dense(units))), Compiled(adam, "mse"), labelled)
    return FitRequest(fit, epochs=3, **changes)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> TrainingStore:
    return TrainingStore(tmp_path / "store", 10)


def test_an_entry_comes_back_to_the_bit(store: TrainingStore) -> None:
    """Logs, arrays, the exception and the statistics come back as they were, NaN too."""
    store.add(KEY, entry(), STATE)
    found = store.find(KEY)
    assert found is not None
    assert repr(found.logs) == repr(entry().logs)
    assert [array.tobytes() for array in found.weights] == [a.tobytes() for a in entry().weights]
    kept = store.optimizer(KEY)
    assert kept is not None
    assert (kept[0].shape, int(kept[0])) == ((), 3)
    assert (found.raised, found.data, found.seconds) == (entry().raised, entry().data, 0.25)


def test_another_process_finds_it(store: TrainingStore, tmp_path: Path) -> None:
    """A second store on the same folder sees what the first one added."""
    store.add(KEY, entry(), STATE)
    assert TrainingStore(tmp_path / "store", 10).find(KEY) is not None


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:-1], lambda b: b[:40] + b"x" + b[41:], lambda _: b""]
)
def test_a_damaged_entry_is_dropped(store: TrainingStore, tmp_path: Path, spoil: object) -> None:
    """An entry whose digest does not match is as good as none, and is forgotten."""
    store.add(KEY, entry(), STATE)
    raw = diskcache.Cache(str(tmp_path / "store"))
    raw.set(KEY, spoil(raw.get(KEY)))  # type: ignore[operator]
    assert store.find(KEY) is None
    assert KEY not in raw


def test_a_pickle_in_the_store_is_never_read(store: TrainingStore, tmp_path: Path) -> None:
    """What somebody pickled into the store's files is not unpickled."""

    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return (Path.touch, (tmp_path / "sprung",))  # type: ignore[return-value]

    diskcache.Cache(str(tmp_path / "store")).set(KEY, Trap())
    assert store.find(KEY) is None
    assert not (tmp_path / "sprung").exists()


def test_only_bytes_are_stored(store: TrainingStore) -> None:
    """What diskcache would pickle is refused."""
    with pytest.raises(TypeError):
        store._cache.set(KEY, {"a": 1})  # noqa: SLF001 - nothing else can reach it


def test_the_cap_holds_and_the_least_used_goes(tmp_path: Path) -> None:
    """Above its cap the store drops what was used longest ago, and keeps what is in use."""
    store = TrainingStore(tmp_path / "small", 1)
    kept = f"{0:032x}"
    for number in range(200):
        store.add(f"{number:032x}", entry(kilobytes=10), STATE)
        assert store.find(kept) is not None
    assert store.statistics().megabytes < 2
    assert store.find(f"{1:032x}") is None


def test_who_waits_goes_on_when_the_other_is_done(store: TrainingStore) -> None:
    """Of two that want the same key at once, the second waits for the first."""
    order = []
    inside, leave = threading.Event(), threading.Event()

    def first() -> None:
        with store.alone(KEY, lambda: False):
            inside.set()
            leave.wait(5)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait(5)
    threading.Timer(0.2, leave.set).start()
    with store.alone(KEY, lambda: False):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_a_wait_can_be_ended(store: TrainingStore) -> None:
    """Who waits for another's training gives up when told to."""
    outcome = []

    def wait() -> None:
        try:
            with store.alone(KEY, lambda: True):
                outcome.append("entered")
        except SandboxFault:
            outcome.append("gave up")

    with store.alone(KEY, lambda: False):
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join(5)
    assert outcome == ["gave up"]


def test_what_decides_numbers_decides_the_key() -> None:
    """Network, data, epochs, start and seed each change the key."""
    keys = {
        key_of(request(), 1),
        key_of(request(), 2),
        key_of(request(11), 1),
        key_of(request(digest="c"), 1),
        key_of(request(first_epoch=1), 1),
        key_of(request(weights=State("d" * 32)), 1),
        key_of(request(optimizer=State("d" * 32)), 1),
    }
    assert len(keys) == 7


def test_how_it_was_asked_for_does_not() -> None:
    """What `fit` was asked for in all, and the parts that the seed was made of, change nothing."""
    asked = request(asked_epochs=30, goes_on=True, seed=4, draw=2)
    assert key_of(asked, 1) == key_of(request(), 1)


@pytest.mark.parametrize("damage", ["a file", "no database"])
def test_a_store_that_cannot_be_used_is_a_sentence(tmp_path: Path, damage: str) -> None:
    """A path that is no folder, or a damaged index, says what to delete or to set."""
    folder = tmp_path / "store"
    if damage == "a file":
        folder.touch()
    else:
        folder.mkdir()
        (folder / "cache.db").write_bytes(b"no database" * 100)
    with pytest.raises(UsageError, match=r"`store` in course\.toml"):
        TrainingStore(folder, 10)


def test_statistics_count_what_was_done(store: TrainingStore) -> None:
    """Hits, misses and training seconds are counted, and entries and megabytes measured."""
    store.add(KEY, entry(kilobytes=1024), STATE)
    store.count("hits")
    store.count("misses", 1.5)
    seen = store.statistics()
    assert (seen.hits, seen.misses, seen.training_seconds, seen.entries) == (1, 1, 1.5, 1)
    assert seen.megabytes >= 1
