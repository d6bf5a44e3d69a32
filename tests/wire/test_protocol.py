"""Every message there and back, and whatever is none refused."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import msgspec
import numpy as np
import pytest

from autograder.wire import protocol
from autograder.wire.errors import EvidenceError
from autograder.wire.frames import HEADER, Raised, Thing, decode, encode
from autograder.wire.messages import kind, message
from autograder.wire.protocol import (
    LONGEST_FAULT,
    Answer,
    Ask,
    BeginExercise,
    BeginProbe,
    Crash,
    Crashed,
    Data,
    Ended,
    EndExercise,
    Escape,
    Escaped,
    Failed,
    Fault,
    FromChild,
    GoOn,
    GraphOrder,
    Hello,
    Job,
    Limits,
    Need,
    Order,
    Part,
    Piece,
    Predict,
    Predicted,
    ProbeSource,
    Ready,
    Refused,
    Reply,
    Report,
    Scores,
    Show,
    Start,
    Train,
    Trained,
    Unseen,
    Values,
    WireMessage,
    fields_of,
    packet,
    read_message,
    read_packet,
)

ARRAY = np.arange(6, dtype=np.uint8).reshape(2, 3)
ANY = {"array": ARRAY, "none": None, 256: [Raised(("ValueError",), "no"), {"a": {}}]}
CRASH = Crash({"raised": Raised(("ValueError",), "no"), "line": 3}, ({"place": "cell 1"},))
REFUSED = Refused(message("too_large.layer", count=12, kind=kind("list")), final=True)
JOB = Job(
    "slug",
    (Piece("cell 1", 1, "x = 1"), Piece("cell 2", 5, "y = 2")),
    (ProbeSource("ask", "def ask(student, given): ..."),),
    {"images": ARRAY, "widths": [1, 2]},
    7,
    Limits(60.0, 40, 2500, 4.0, 32.0),
)
VALUES = Values({"loss": [0.5, float("nan")]}, (ARRAY,), (ARRAY, ARRAY), 4)
TRAIN = Train({"request": "fit"}, 7, {"0": ARRAY}, (ARRAY,), None)
MESSAGES: list[WireMessage] = [
    Ready(),
    Start(),
    Ended(256, 1.5),
    Order(JOB, (JOB.limits, JOB.limits), has_trainer=True),
    GoOn(JOB),
    GoOn(None),
    Hello(),
    BeginExercise("slug"),
    BeginProbe("ask"),
    Report("ask", ANY),
    Crashed("ask", CRASH),
    EndExercise(),
    Show("ask"),
    Unseen(ARRAY),
    Scores("ask", ARRAY),
    Fault("OSError: no"),
    Ask({"request": "fit", "seed": None}),
    Data({"0": ARRAY}),
    Need(("0", "1")),
    Trained("0", {"loss": [0.5, float("inf")]}, (ARRAY,), 4),
    Failed(("ValueError", "Exception"), "no"),
    REFUSED,
    TRAIN,
    VALUES,
    *[Answer(result, 0.5) for result in (VALUES, Failed((), ""), REFUSED, Fault("OSError"))],
    *[GraphOrder(order, JOB.limits) for order in (TRAIN, Predict(ARRAY, ((ARRAY,),), ARRAY))],
    Predicted((ARRAY, ARRAY)),
    Escape(("/a",), ("/b", "/c"), 80, "mark"),
    Escaped({"read": False, "import": True}),
]
PACKETS = [message for message in MESSAGES if isinstance(message, (Ready, Start, Ended, Escape))]
every_message = pytest.mark.parametrize("said", MESSAGES, ids=lambda one: type(one).__name__)


def sent(value: object) -> Any:
    """A value as it is decoded on the other side."""
    return decode(encode(value)[HEADER.size :])


def parts_of(value: object) -> set[type]:
    """The classes of a said and of all messages and parts in it."""
    if isinstance(value, Part):
        inner = (getattr(value, name) for name in value.__struct_fields__)
        return {type(value)}.union(*map(parts_of, inner))
    return set[type]().union(*map(parts_of, value)) if isinstance(value, tuple) else set()


def test_every_struct_is_looked_at() -> None:
    """The messages here have every class of the protocol in them."""
    classes = {one for _, one in inspect.getmembers(protocol, inspect.isclass)}
    structs = {one for one in classes if issubclass(one, Part)} - {Part, WireMessage}
    assert set[type]().union(*map(parts_of, MESSAGES)) == structs


@every_message
def test_a_message_arrives_as_it_was_sent(said: WireMessage) -> None:
    """Through a frame and back, with arrays and values of students, every field is the same."""
    read = read_message(sent(said), type(said))
    assert type(read) is type(said)
    assert encode(read) == encode(said)


@pytest.mark.parametrize("said", [*PACKETS, MESSAGES[-1]], ids=lambda one: type(one).__name__)
def test_a_packet_arrives_as_it_was_sent(said: WireMessage) -> None:
    """Through a packet and back, every field is the same."""
    assert read_packet(packet(said), type(said)) == said


@pytest.mark.parametrize("union", [FromChild, Reply])
def test_a_kind_says_which_message_it_is(union: Any) -> None:
    """Of all that one side may say, each is read as what it is, and nothing else is read."""
    for said in MESSAGES:
        if isinstance(said, union):
            assert type(read_message(sent(said), union)) is type(said)
        else:
            with pytest.raises(EvidenceError):
                read_message(sent(said), union)
        unsaid = {name: value for name, value in fields_of(said).items() if name != "kind"}
        with pytest.raises(EvidenceError):
            read_message(sent(unsaid), union)
    assert {type(one) for one in MESSAGES if isinstance(one, union)} == set(get_args(union))


def misfits(tree: dict[str, Any], part: Part) -> list[tuple[str, Any]]:
    """The tree with each of its fields missing and of another type, and with one too many."""
    wrong: list[tuple[str, Any]] = [("more", {**tree, "more": 1})]
    for field in msgspec.structs.fields(part):
        name, value = field.name, getattr(part, field.name)
        if field.required:
            wrong.append((f"no {name}", {key: tree[key] for key in tree if key != name}))
        if field.type is not Any:
            others = Thing("a", "b"), ARRAY
            wrong += [(f"{name} is {other!r}", {**tree, name: other}) for other in others]
        inner = value if isinstance(value, tuple) else (value,)
        if inner and isinstance(inner[0], Part):
            for words, changed in misfits(fields_of(inner[0]), inner[0]):
                new = [changed, *inner[1:]] if isinstance(value, tuple) else changed
                wrong.append((f"{name}: {words}", {**tree, name: new}))
    return wrong


@every_message
def test_a_message_that_does_not_fit_is_refused(said: WireMessage) -> None:
    """A field that is missing, unknown or of another type, at any depth, is no message."""
    tree = fields_of(said)
    assert read_message(sent(tree), type(said))
    kinds = [("other kind", {**tree, "kind": "other"}), ("a list", {**tree, "kind": ["ready"]})]
    for words, wrong in [*misfits(tree, said), *kinds]:
        with pytest.raises(EvidenceError, match="no message"):
            pytest.fail(f"{words} is read: {read_message(sent(wrong), type(said))}")


@pytest.mark.parametrize(
    "value",
    [None, 3, "hello", [], [["kind", "hello"]], ARRAY, Raised((), ""), Thing("Hello", ""), {1: 2}],
)
def test_what_is_no_object_is_refused(value: object) -> None:
    """Whatever else a frame may hold is no message."""
    with pytest.raises(EvidenceError):
        read_message(sent(value), FromChild)


@pytest.mark.parametrize(
    "said",
    [
        Fault("a" * (LONGEST_FAULT + 1)),
        Ended(-1, 0.0),
        Ended(0, -0.5),
        Answer(Fault(""), -1.0),
        Trained("", {}, (), -1),
        Trained("", {"loss": ["much"]}, (), 1),  # type: ignore[list-item]
        msgspec.structs.replace(TRAIN, seed=-1),
        Escape((), (), 2**16, ""),
    ],
    ids=repr,
)
def test_numbers_and_words_have_bounds(said: WireMessage) -> None:
    """What is beyond them is no message."""
    with pytest.raises(EvidenceError):
        read_message(sent(said), type(said))


@pytest.mark.parametrize("data", [b"", b"ready", b"\xff", b"[" * 100_000, b'{"kind":"start"}'])
def test_bytes_that_are_no_packet_are_refused(data: bytes) -> None:
    """Nothing at all, as from one that has hung up, and anything else are no packet."""
    with pytest.raises(EvidenceError):
        read_packet(data, Ready)
