"""The protocol: every message between the processes of the grader, and who believes what of it.

A message is a struct, on the wire an object whose `kind` says which one. Between the judge, a child
and the trainer it is a frame (`frames`), which carries arrays too; elsewhere it is a packet of
JSON. Both sides read with `read_message` or `read_packet`: what lacks a field, has one too many or
one of another type raises `EvidenceError`. A field of type `Any` carries what another module
describes.

The judge and the zygote (`supervision.runner`, `child.zygote`), packets:

    zygote  Ready         once, warm
    judge   Start         with two descriptors: a channel of the child's own, and where it prints
    zygote  Ended         once that child has ended; then comes the next `Start`

The zygote runs no student code, and a child does not hold its socket, so its word counts.

The judge and a child (`supervision.supervisor`, `child.main`), frames:

    child   Hello         the kernel says by its credentials which process this is
    judge   Order         every exercise that this child is to run, in turn
      child BeginExercise then, for each of its probes:
        child BeginProbe
        child Ask         any number of times, where `Order.has_trainer`, one at a time
        judge Trained, Failed or Refused; or Need, which the child answers with Data
        child Report or Crashed
      child Show            once all probes were run, where one may be asked for answers: see below
      judge Unseen
      child Scores
      child EndExercise   what was printed until now is this exercise's
      judge GoOn
    child   Fault         in place of whatever comes next; then it ends

Student code runs in the child and can write all of this itself, so what a child says is a claim.
That an exercise, a probe or the child has ended is believed, since nothing is gained by it: what
has no report passes no check. A `Report` and a `Crashed` are kept for a probe that the exercise
under way has, and judged as claims. A `Fault` costs a grade and earns none: somebody looks at it.
An `Ask` decides what is trained, never what came of it: that is a fact of the trainer's. `Data`
count once they have the digest that was described. What is no message, or comes out of turn, is
left out. What is not even a frame, or is too much of it, ends the child. Time, memory and output
are measured from outside and never asked for.

Images that no student has seen come into the sandbox at one point: where a check looks at them, and
the last training of its probe was one that only the child knows of. They come without labels, once
the probe has its report. From then on nothing else counts of that exercise: no report, no training,
nothing printed. And that child runs no other exercise.

The judge and the trainer (`training.trainer_process`, `trainer.main`), frames:

    trainer Ready         once, warm
    judge   Train
    trainer Answer        then comes the next `Train`

The trainer runs no student code; its answers are facts. It validates each request once more.

The judge and what runs traced programs (`training.graph_trainer`, `trainer.graph_main`), packets
to the warm process as to the zygote, frames to the process that it forks for one order:

    warm    Ready         once
    judge   Start         with one descriptor: a channel of the new process
      process Hello       the kernel says by its credentials which process this is
      judge   GraphOrder
      process Answer or, to a Predict, Predicted; then it ends
    warm    Ended         once it has ended; then comes the next `Start`

Student code chose what is computed there, so an answer is read as hostile bytes. It decides nothing
but what this order came to.

The judge and the self-test of the sandbox (`sandbox.tiers`, `child.escape_test`), packets:

    judge   Escape
    test    Escaped
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from autograder.wire.errors import EvidenceError
from autograder.wire.messages import Message

LARGEST_PACKET = 2**16
LONGEST_FAULT = 2_000
LONGEST_ERROR = 300
# In less time than this nothing is worth beginning.
LEAST_SECONDS = 1

Natural = Annotated[int, Meta(ge=0, le=2**63 - 1)]
Positive = Annotated[int, Meta(gt=0, le=2**31 - 1)]
Amount = Annotated[float, Meta(gt=0)]
Seconds = Annotated[float, Meta(ge=0)]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """Anything that travels under the names of its fields; a message, or a part of one."""


class WireMessage(Part, frozen=True, tag_field="kind", tag=str.lower):
    """What one side says at a time; what is said to people is a `messages.Message`."""


def fields_of(part: Part | Message) -> dict[str, Any]:
    """A message, or a part of one, as the object that it is on the wire."""
    if isinstance(part, Message):
        plain: dict[str, Any] = msgspec.to_builtins(part)
        return plain
    config, fields = part.__struct_config__, msgspec.structs.asdict(part)
    return fields if config.tag is None else {str(config.tag_field): config.tag, **fields}


def read_message(value: Any, kind: Any) -> Any:
    """A decoded frame as a message of that class or union; raises `EvidenceError`."""
    try:
        return msgspec.convert(value, kind)
    # Beside its own, whatever it meets when it asks an array for what only a mapping has.
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise _unreadable(error) from error


def packet(message: WireMessage) -> bytes:
    """A message without arrays as one packet."""
    return msgspec.json.encode(message)


def read_packet(data: bytes, kind: Any) -> Any:
    """A packet as a message of that class or union; raises `EvidenceError`."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (ValueError, RecursionError) as error:
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> EvidenceError:
    return EvidenceError(f"what is no message: {str(error)[:LONGEST_ERROR]}")


# ---- the zygote, and whoever else has to get warm ----------------------------------------------


class Ready(WireMessage, frozen=True):
    """The process is warm."""


class Start(WireMessage, frozen=True):
    """Fork a child."""


class Ended(WireMessage, frozen=True):
    """A child has ended: its status as `wait4` gives it, and its processor time.

    It `is_last` where the process that forked it ends as well.
    """

    status: Annotated[int, Meta(ge=0, le=2**16 - 1)]
    seconds: Seconds
    is_last: bool = False


# ---- what a child is given to do ---------------------------------------------------------------


class Limits(Part, frozen=True):
    """What the run of one exercise may use before it is ended from outside."""

    wall_seconds: Amount
    cpu_seconds: Positive
    memory_mb: Positive
    output_mb: Amount
    evidence_mb: Amount

    def after(self, wall_seconds: float, cpu_seconds: float) -> Limits | None:
        """What remains once so much time is used; none where that is next to nothing."""
        wall, cpu = self.wall_seconds - wall_seconds, int(self.cpu_seconds - cpu_seconds)
        if wall < LEAST_SECONDS or cpu < LEAST_SECONDS:
            return None
        return msgspec.structs.replace(self, wall_seconds=wall, cpu_seconds=cpu)


class Piece(Part, frozen=True):
    """One statement to execute; `line` is where it starts in its cell, from 1.

    One from within a block is indented. With `file`, the source is written to a file of that name.
    """

    place: str
    line: Annotated[int, Meta(ge=1)]
    source: str
    file: str = ""


class ProbeSource(Part, frozen=True):
    """The name and the source of one probe, which defines one function, of two arguments.

    `classifies` says that a check looks at what its last network makes of images never seen,
    `in_part` that its trainings are only to be seen: they are on a batch of what they are given.
    """

    name: str
    source: str
    classifies: bool = False
    in_part: bool = False


class Job(Part, frozen=True):
    """One exercise of one submission, ready to run in the sandbox.

    `given` is what the exercise gives its probes, `seed` what random generators beside student code
    start from. The pieces are a few statements, each of which costs only itself where it fails;
    `as_run` marks all of a notebook's. `data` is what Keras calls the data set whose images probes
    are given, if any.
    """

    slug: str
    pieces: tuple[Piece, ...]
    probes: tuple[ProbeSource, ...]
    given: dict[str, Any]
    seed: Natural
    limits: Limits
    as_run: bool = False
    data: str = ""


class Order(WireMessage, frozen=True):
    """The first exercise to run, and the limits of all; those after it come one by one.

    Without a trainer the child trains by itself.
    """

    job: Job
    limits: tuple[Limits, ...]
    has_trainer: bool


class GoOn(WireMessage, frozen=True):
    """The exercise is closed; the next one may begin, if there is another."""

    job: Job | None


# ---- what a child says -------------------------------------------------------------------------


class Crash(Part, frozen=True):
    """Why a probe has no evidence, for `judging.problem`.

    `before` are the problems of statements that failed before the probe was called.
    """

    problem: Any
    before: tuple[Any, ...] = ()


class Hello(WireMessage, frozen=True):
    """The child is there."""


class BeginExercise(WireMessage, frozen=True):
    """The next job of the order is under way."""

    slug: str


class BeginProbe(WireMessage, frozen=True):
    """A probe is under way; the trainings that come next are its own."""

    probe: str


class Report(WireMessage, frozen=True):
    """What a probe found, for `judging.evidence`."""

    probe: str
    report: Any


class Crashed(WireMessage, frozen=True):
    """A probe has no report, and why."""

    probe: str
    crash: Crash


class EndExercise(WireMessage, frozen=True):
    """Every probe was run; the child waits for `GoOn`."""


class Fault(WireMessage, frozen=True):
    """Our own code in the process failed."""

    text: Annotated[str, Meta(max_length=LONGEST_FAULT)]


class Ask(WireMessage, frozen=True):
    """A wish to train or evaluate, a request of `recipes.requests`."""

    request: Any


class Data(WireMessage, frozen=True):
    """The arrays that the judge needs for what was asked, by digest."""

    arrays: dict[str, Any]


class Show(WireMessage, frozen=True):
    """A wish for the unseen images, for the last network that the probe trained on trust."""

    probe: str


class Scores(WireMessage, frozen=True):
    """What that network answered, an array with a row for each image; `None` if it failed."""

    probe: str
    scores: Any


FromChild = (
    Hello
    | BeginExercise
    | BeginProbe
    | Report
    | Crashed
    | EndExercise
    | Fault
    | Ask
    | Data
    | Show
    | Scores
)


class Unseen(WireMessage, frozen=True):
    """Images that no student has seen, uint8; `None` where none are due."""

    images: Any


# ---- what comes of a training ------------------------------------------------------------------


class Need(WireMessage, frozen=True):
    """The training was not done before: send these data."""

    digests: tuple[str, ...]


class Trained(WireMessage, frozen=True):
    """How a training or an evaluation ended.

    `state` is the key to go on from it, `weights` are arrays in the order of the chain, and
    `iterations` counts the optimiser's steps.
    `batches` are the logs of each batch, where they were asked for; those of validation have its
    prefix.
    """

    state: str
    logs: dict[str, list[float]]
    weights: tuple[Any, ...]
    iterations: Natural
    batches: dict[str, list[float]] = {}


class Failed(WireMessage, frozen=True):
    """Keras raised an exception: the names of its classes, most derived first, and its text."""

    types: tuple[str, ...]
    message: str


class Refused(WireMessage, frozen=True):
    """It is not done, and why.

    What is final is too large for anybody; what is not, the child may train by itself.
    """

    reason: Message
    final: bool


Reply = Need | Trained | Failed | Refused


# ---- what the trainer is asked, and what it answers --------------------------------------------


class Train(WireMessage, frozen=True):
    """A request of `recipes.requests` with all it takes: see `training.trainer_process`."""

    request: Any
    seed: Natural
    arrays: dict[str, Any]
    weights: tuple[Any, ...] | None
    optimizer: tuple[Any, ...] | None


class Values(WireMessage, frozen=True):
    """Logs, and the values at the end: the layers' and the optimiser's.

    `still` says that the training moved no weight by more than rounding does.
    """

    logs: dict[str, list[float]]
    weights: tuple[Any, ...]
    optimizer: tuple[Any, ...]
    iterations: Natural
    batches: dict[str, list[float]] = {}
    still: bool = False


class Predict(WireMessage, frozen=True):
    """A traced program with images to classify, once with each of these sets of values.

    Each pair of `lines` names two values in the graph of its predictions: how far is the second
    from a straight line of the first?
    """

    program: Any
    weights: tuple[tuple[Any, ...], ...]
    images: Any
    lines: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


class Predicted(WireMessage, frozen=True):
    """What a program answers for images, with each set of values, and of each of the `lines` how
    much is not on it with the first set, as a share of what differs from image to image.
    """

    answers: tuple[Any, ...]
    bent: tuple[float, ...] = ()


class GraphOrder(WireMessage, frozen=True):
    """The one order of a process that runs a traced program, and what it may use."""

    order: Train | Predict
    limits: Limits


class Answer(WireMessage, frozen=True):
    """What came of one order, in processor seconds of the trainer for it alone.

    A `Fault` is neither the request's nor the student's. A trainer that is `spent` has grown over
    many orders, and asks for a successor.
    """

    result: Values | Failed | Refused | Fault
    seconds: Seconds
    spent: bool = False


# ---- the self-test of the sandbox --------------------------------------------------------------


class Escape(WireMessage, frozen=True):
    """What to try from inside: to read these files, to write into these folders, to reach this
    port. `mark` is a file's name that nothing else has.
    """

    secrets: tuple[str, ...]
    outside: tuple[str, ...]
    port: Annotated[int, Meta(ge=0, le=2**16 - 1)]
    mark: str


class Escaped(WireMessage, frozen=True):
    """Which deeds succeeded, by the words for them."""

    deeds: dict[str, bool]


# Read before there are threads: see `messages`.
for _kind in (
    Ready | Start | Ended,
    Order,
    GoOn,
    FromChild,
    Reply,
    Unseen,
    Train,
    GraphOrder,
    Answer | Predicted,
    Escape | Escaped,
):
    msgspec.json.Decoder(_kind)
