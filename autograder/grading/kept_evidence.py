"""What was observed of an exercise to bytes and back, so that it can be judged again at any time.

Kept are the claims of the sandbox, what the trainer was asked and answered, without weights, the
classes that networks gave to the hidden images, and what their layers did. Descriptions of arrays
are kept apart, under digests of themselves: a class trains on the same images. Each version that
was ever written has a decoder for good; what none can read must be run again, and is never a
failure.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import msgspec
import numpy as np

from autograder.judging.fits import Variable
from autograder.recipes.requests import FitRequest, decode_request, to_plain
from autograder.recipes.workings import Workings
from autograder.records import Observation, Outcome, Relabelled
from autograder.training.facts import Exchange, facts_from
from autograder.training.training_store import StoredFit
from autograder.wire.errors import AutograderError, EvidenceError
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.messages import Message
from autograder.wire.protocol import Crash

FORMAT = 3
MEGABYTE = 2**20
# Compressed; what takes more is not kept, and must be run again to be judged again.
MOST_BYTES = MEGABYTE
# Of descriptions, which a class shares: what several trainings on as many rows as any take.
MOST_DESCRIBED_BYTES = 4 * MEGABYTE


class Packed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Values of any kind are frames; `data` names descriptions by role.

    Each of `workings` is two lists of places. Format 1 had none of these, nor of what was
    `relabelled`, and with an answer of a traced network what it had answered untrained. Formats 1
    and 2 did not say whether a training was `still`.
    """

    outcome: str
    running: str
    output: bytes
    trained_by: str
    reason: Message | None
    evidence: dict[str, bytes]
    crashes: dict[str, bytes]
    scores: dict[str, bytes]
    answers: dict[str, bytes]
    classes: dict[str, bytes]
    no_classes: dict[str, Message]
    exchanges: list[PackedExchange]
    relabelled: dict[str, PackedRelabelled] = {}
    contradicted: list[str] = []
    workings: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}


class PackedRelabelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In which order the labels were, and the classes found, or why there are none."""

    order: list[int]
    found: bytes | Message


class PackedExchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A request in the vocabulary of `recipes.requests`, and what came of it."""

    probe: str
    request: Any
    key: str
    logs: dict[str, list[float]]
    iterations: int
    raised: bytes
    data: dict[str, str]
    variables: list[tuple[list[int], str]]
    still: bool = False


PACKER, UNPACKER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Packed)


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """Evidence as it is stored; its key is a digest of it. `descriptions` are stored beside it."""

    format: int
    content: bytes
    descriptions: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return digest(self.content)

    @property
    def is_too_large(self) -> bool:
        """Whether a gradebook has no place for it."""
        described_bytes = sum(map(len, self.descriptions.values()))
        return len(self.content) > MOST_BYTES or described_bytes > MOST_DESCRIBED_BYTES


def pack(observation: Observation) -> KeptEvidence:
    """An observation without weights as bytes; what was measured of it is left out."""
    descriptions: dict[str, bytes] = {}
    exchanges = [_packed(each, descriptions) for each in observation.exchanges]
    classified = observation.classified.items()
    packed = Packed(
        outcome=observation.outcome.value,
        running=observation.running,
        output=observation.output.encode("utf-8", "replace"),
        trained_by=observation.trained_by,
        reason=observation.reason,
        evidence=_frames(observation.evidence),
        crashes=_frames(observation.crashes),
        scores=_frames(observation.scores),
        answers=_frames(observation.answers),
        classes={name: it.tobytes() for name, it in classified if isinstance(it, np.ndarray)},
        no_classes={name: it for name, it in classified if isinstance(it, Message)},
        exchanges=exchanges,
        relabelled={
            name: PackedRelabelled([*one.order], _bytes_of(one.found))
            for name, one in observation.relabelled.items()
        },
        contradicted=sorted(observation.contradicted),
        workings={name: (it.idle, it.straight) for name, it in observation.workings.items()},
    )
    return KeptEvidence(FORMAT, zlib.compress(PACKER.encode(packed)), descriptions)


def unpack(slug: str, kept: KeptEvidence) -> Observation:
    """The observation of an exercise; raises `EvidenceError` where nobody can read it any more."""
    decoder = DECODERS.get(kept.format)
    if decoder is None:
        raise EvidenceError(f"evidence of format {kept.format}")
    try:
        return decoder(slug, kept)
    except EvidenceError:
        raise
    # The bytes are ours, but disks and editors are not: whatever they raise means the same.
    except (AutograderError, msgspec.MsgspecError, zlib.error, ValueError, KeyError) as error:
        raise EvidenceError(f"evidence that cannot be read ({type(error).__name__})") from error


def digest(content: bytes) -> str:
    """What identifies bytes."""
    return hashlib.sha256(content).hexdigest()[:32]


def _packed(exchange: Exchange, descriptions: dict[str, bytes]) -> PackedExchange:
    entry, data = exchange.entry, {}
    for role, description in entry.data.items():
        frame = zlib.compress(encode(description))
        data[role] = digest(frame)
        descriptions[data[role]] = frame
    return PackedExchange(
        probe=exchange.probe,
        request=to_plain(exchange.request),
        key=exchange.key,
        logs=entry.logs,
        iterations=entry.iterations,
        raised=encode(entry.raised),
        data=data,
        variables=[(list(one.shape), str(one.dtype)) for one in entry.weights],
        still=entry.still,
    )


def _bytes_of(found: Any) -> bytes | Message:
    return found.tobytes() if isinstance(found, np.ndarray) else found


def _frames(values: Mapping[str, Any]) -> dict[str, bytes]:
    return {name: encode(value) for name, value in values.items()}


def _values(frames: Mapping[str, bytes]) -> dict[str, Any]:
    return {name: _value(frame) for name, frame in frames.items()}


def _value(frame: bytes) -> Any:
    return decode(frame[HEADER.size :])


# ---- every format that was ever written ---------------------------------------------------------


def _unpack_1(slug: str, kept: KeptEvidence) -> Observation:
    seen = _unpack_2(slug, kept)
    return replace(seen, answers={name: after for name, (_before, after) in seen.answers.items()})


def _unpack_2(slug: str, kept: KeptEvidence) -> Observation:
    packed = UNPACKER.decode(zlib.decompress(kept.content))
    known = {key: _description_1(frame) for key, frame in kept.descriptions.items()}
    exchanges = tuple(_exchange_1(each, known) for each in packed.exchanges)
    crashes = {name: _crash(value) for name, value in _values(packed.crashes).items()}
    classes = {name: np.frombuffer(it, np.uint8) for name, it in packed.classes.items()}
    relabelled = {
        name: Relabelled(
            tuple(one.order),
            np.frombuffer(one.found, np.uint8) if isinstance(one.found, bytes) else one.found,
        )
        for name, one in packed.relabelled.items()
    }
    return Observation(
        outcome=Outcome(packed.outcome),
        evidence=_values(packed.evidence),
        crashes=crashes,
        running=packed.running,
        output=packed.output.decode(),
        trainings=facts_from(slug, exchanges),
        exchanges=exchanges,
        classified={**classes, **packed.no_classes},
        workings={name: Workings(*places) for name, places in packed.workings.items()},
        trained_by="trainer" if packed.trained_by == "trainer" else "child",
        scores=_values(packed.scores),
        answers=_values(packed.answers),
        relabelled=relabelled,
        contradicted=frozenset(packed.contradicted),
        reason=packed.reason,
    )


@lru_cache(maxsize=256)
def _description_1(frame: bytes) -> Any:
    """A description of an array, of which a class has few; nobody changes one."""
    return _value(zlib.decompress(frame))


def _exchange_1(packed: PackedExchange, known: Mapping[str, Any]) -> Exchange:
    variables: Any = tuple(Variable(tuple(s), np.dtype(kind)) for s, kind in packed.variables)
    entry = StoredFit(
        logs=packed.logs,
        weights=variables,
        iterations=packed.iterations,
        raised=_value(packed.raised),
        data={role: known[key] for role, key in packed.data.items()},
        seconds=0.0,
        still=packed.still,
    )
    request = decode_request(packed.request)
    if not isinstance(request, FitRequest):
        raise EvidenceError("a training that is none")
    return Exchange(packed.probe, request, packed.key, entry)


def _crash(value: Any) -> Crash:
    return Crash(value["problem"], tuple(value["before"]))


DECODERS: dict[int, Callable[[str, KeptEvidence], Observation]] = {
    1: _unpack_1,
    2: _unpack_2,
    3: _unpack_2,
}
