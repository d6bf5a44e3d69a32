"""Values to and from bytes: a JSON tree beside its arrays in safetensors, one frame after another.

This is all that crosses the sandbox, in both directions. Nothing here can run code: no pickle, no
HDF5, no `.keras`. A frame is

    8 bytes   length of what follows, big endian
    4 bytes   length of the JSON, big endian
    JSON      the value; what JSON cannot say is an object with one key that starts with $
    rest      the arrays, in safetensors form (https://huggingface.co/docs/safetensors)

Values are `None`, `bool`, `int`, `float`, `str`, lists, dictionaries, numeric arrays, exceptions
(as `Raised`) and messages of both kinds, which arrive as dictionaries (`protocol.read_message`);
anything else becomes a `Thing`, which only names it.
"""

from __future__ import annotations

import json
import math
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import safetensors.numpy

from autograder.wire.errors import EvidenceError
from autograder.wire.messages import Message
from autograder.wire.protocol import Part, fields_of

HEADER = struct.Struct(">Q")
JSON_LENGTH = struct.Struct(">I")
# Jobs travel in frames too, so the longest cell of a submission must fit.
LONGEST_TEXT = 200_000
LONGEST_REPR = 200
LARGEST_INTEGER = 2**63
# What a value takes beside its arrays, in evidence: read in Python, more would keep the judge busy.
MOST_TREE_BYTES = 2**19
# So much more counts a list or a dictionary, since it costs more than its brackets: hundreds of
# thousands of them, empty, would keep the judge's memory busy too.
PART_BYTES = 24
MOST_CLASSES = 100
DEEPEST = 20
_BY_FIT = "_raised_by_fit"
# Counts the probes: an exception of an earlier one is none of this one's.
_period = 0
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception as reported: the names of its classes, most derived first, and its text.

    `by_fit` says that it is the very object that a call of `fit` raised in the same probe.
    """

    types: tuple[str, ...]
    message: str
    by_fit: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """A value of a kind that does not cross the sandbox: its type's name and a short text."""

    type: str
    text: str


def encode(value: Any) -> bytes:
    """One frame that holds `value`; never raises for a value a student can make."""
    arrays: dict[str, np.ndarray[Any, Any]] = {}
    tree = json.dumps(_to_tree(value, arrays, depth=0)).encode()
    body = JSON_LENGTH.pack(len(tree)) + tree + safetensors.numpy.save(arrays)
    return HEADER.pack(len(body)) + body


def decode(body: bytes) -> Any:
    """The value in one frame's body (without the 8 bytes of length); raises `EvidenceError`."""
    try:
        (length,) = JSON_LENGTH.unpack_from(body)
        start = JSON_LENGTH.size + length
        arrays = safetensors.numpy.load(body[start:]) if start < len(body) else {}
        return _from_tree(json.loads(body[JSON_LENGTH.size : start]), arrays, depth=0)
    except EvidenceError:
        raise
    # The bytes are hostile and four parsers read them: whatever they raise means the same.
    except Exception as error:
        raise EvidenceError(f"bytes that are not evidence ({type(error).__name__})") from error


class FrameReader:
    """Bytes as they arrive into frames; raises `EvidenceError` past `most_bytes` in all.

    `most_tree_bytes` is what one value may take beside its arrays.
    """

    def __init__(self, most_bytes: float, most_tree_bytes: int = MOST_TREE_BYTES) -> None:
        self._most_bytes = most_bytes
        self._most_tree_bytes = most_tree_bytes
        self._allowed_bytes = 0.0
        self._received = self._received_before = 0
        self._buffer = bytearray()

    def allow(self, more_bytes: float) -> None:
        """Raises the limit, for data that was asked for; what was allowed before and has not come
        is taken back, or a child that asks for ever and sends nothing could send anything at last.
        """
        came = self._received - self._received_before
        self._most_bytes += min(self._allowed_bytes, came)
        self._allowed_bytes, self._received_before = more_bytes, self._received

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The bodies of the frames that `data` completes."""
        self._received += len(data)
        most_bytes = self._most_bytes + self._allowed_bytes
        if self._received > most_bytes:
            raise EvidenceError("more evidence than the limit allows")
        self._buffer += data
        while len(self._buffer) >= HEADER.size:
            (length,) = HEADER.unpack_from(self._buffer)
            if length > most_bytes:
                raise EvidenceError("a frame larger than the limit allows")
            end = HEADER.size + length
            if len(self._buffer) >= min(end, HEADER.size + JSON_LENGTH.size):
                self._check_tree(length)
            if len(self._buffer) < end:
                return
            with memoryview(self._buffer) as whole, whole[HEADER.size : end] as part:
                body = bytes(part)
            del self._buffer[:end]
            self._check_parts(body)
            yield body

    def _check_tree(self, length: int) -> None:
        if length >= JSON_LENGTH.size:
            (tree_bytes,) = JSON_LENGTH.unpack_from(self._buffer, HEADER.size)
            self._weigh(tree_bytes)

    def _check_parts(self, body: bytes) -> None:
        """As above, with its lists and dictionaries, now that it is here; brackets in text count,
        since telling them apart would be what is to be saved.
        """
        if len(body) >= JSON_LENGTH.size:
            (tree_bytes,) = JSON_LENGTH.unpack_from(body)
            tree = body[JSON_LENGTH.size : JSON_LENGTH.size + tree_bytes]
            self._weigh(len(tree) + PART_BYTES * (tree.count(b"[") + tree.count(b"{")))

    def _weigh(self, tree_bytes: int) -> None:
        if tree_bytes > self._most_tree_bytes:
            raise EvidenceError("more values outside of arrays than the limit allows")


def _to_tree(value: Any, arrays: dict[str, np.ndarray[Any, Any]], depth: int) -> Any:
    if depth > DEEPEST:
        return {"$thing": ["too deeply nested", ""]}
    try:
        return _tree_of(value, arrays, depth)
    except Exception:  # noqa: BLE001 - a student's value may raise anything when it is read
        return _thing(value)


def _tree_of(value: Any, arrays: dict[str, np.ndarray[Any, Any]], depth: int) -> Any:  # noqa: PLR0911
    # One return for each kind of value is the plainest way to read this table.
    if isinstance(value, (type(None), bool, int, float, str, np.number, np.bool_)):
        return _scalar(value)
    if isinstance(value, Raised):
        return {"$raised": [list(value.types), value.message, value.by_fit]}
    if isinstance(value, BaseException):
        return {"$raised": [class_names(value), error_text(value), was_raised_by_fit(value)]}
    if isinstance(value, (Part, Message)):
        value = fields_of(value)
    if isinstance(value, dict):
        pairs = list(value.items())
        return {"$map": [[_to_tree(part, arrays, depth + 1) for part in pair] for pair in pairs]}
    if isinstance(value, (list, tuple)):
        if _are_plain(value):
            return list(value)
        return [_to_tree(item, arrays, depth + 1) for item in value]
    if type(value).__name__ == "EagerTensor":
        value = value.numpy()
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf" and value.dtype.itemsize <= 8:  # noqa: PLR2004
        name = str(len(arrays))
        arrays[name] = np.ascontiguousarray(value)
        # safetensors keeps no rank of zero through `ascontiguousarray`, so the shape travels too.
        return {"$array": [name, list(value.shape)]}
    return _scalar(value)


def _are_plain(values: Sequence[Any]) -> bool:
    """Whether all are finite numbers that JSON says as they are; there may be thousands."""
    if not all(type(value) is float or type(value) is int for value in values):
        return False
    return all(-LARGEST_INTEGER < value < LARGEST_INTEGER for value in values)


def _scalar(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value if value is None else _text(value)
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value) if abs(int(value)) < LARGEST_INTEGER else _thing(value)
    if isinstance(value, (float, np.floating)):
        number = float(value)
        return number if math.isfinite(number) else {"$float": str(number)}
    return _thing(value)


def _thing(value: Any) -> dict[str, list[str]]:
    if isinstance(value, Thing):
        return {"$thing": [value.type, value.text]}
    try:
        # Where an object lies tells nobody anything, and differs from run to run.
        text = _text(ADDRESS.sub("", repr(value)), LONGEST_REPR)
    except Exception:  # noqa: BLE001 - a student's __repr__ may raise anything
        text = "(a value that cannot be shown)"
    return {"$thing": [type(value).__name__, text]}


def _text(value: str, longest: int = LONGEST_TEXT) -> str:
    """Text as every file can hold it: no half of a surrogate pair, and not too long."""
    return str(value)[:longest].encode("utf-8", "replace").decode()


def class_names(error: BaseException) -> list[str]:
    """The names of an exception's classes, most derived first, without the universal ones."""
    return [kind.__name__ for kind in type(error).__mro__ if kind not in (BaseException, object)]


def begin_noting() -> None:
    """From now on, what `fit` raised before is an exception like any other."""
    global _period  # noqa: PLW0603 - exceptions are encoded wherever they are
    _period += 1


def note_raised_by_fit(error: BaseException) -> None:
    """Notes on an exception that `fit` raised it: one with the same text has no such note."""
    # Not through the class: an exception of a student's may refuse attributes.
    BaseException.__setattr__(error, _BY_FIT, _period)


def was_raised_by_fit(error: BaseException) -> bool:
    """Whether `fit` raised this very exception, since the last `begin_noting`."""
    noted = BaseException.__getattribute__(error, "__dict__").get(_BY_FIT)
    return type(noted) is int and noted == _period


def error_text(error: BaseException) -> str:
    """What an exception says, as far as it can be asked."""
    try:
        return _text(str(error))
    except Exception:  # noqa: BLE001 - a student's __str__ may raise anything
        return ""


def _from_tree(tree: Any, arrays: dict[str, np.ndarray[Any, Any]], depth: int) -> Any:  # noqa: PLR0911
    # One step deeper than `_to_tree`: what it puts in place of a value that is too deep.
    if depth > DEEPEST + 1:
        raise EvidenceError("a value that is nested too deeply")
    if isinstance(tree, list):
        if _are_plain(tree):
            return tree
        return [_from_tree(item, arrays, depth + 1) for item in tree]
    if not isinstance(tree, dict):
        return _plain(tree)
    ((kind, content),) = tree.items()
    if kind == "$map":
        return {_key(key): _from_tree(item, arrays, depth + 1) for key, item in content}
    if kind == "$array":
        name, shape = content
        return arrays[name].reshape(shape)
    if kind == "$float":
        return float(content)
    if kind == "$raised":
        types, message, by_fit = content
        names = tuple(_text(name, LONGEST_REPR) for name in types[:MOST_CLASSES])
        return Raised(names, _text(message), by_fit is True)
    if kind == "$thing":
        name, text = content
        return Thing(_text(name, LONGEST_REPR), _text(text, LONGEST_REPR))
    raise EvidenceError("an unknown kind of value")  # which is the sender's word, so not said


def _key(tree: Any) -> Any:
    """A dictionary's key: JSON's plain values as they are, anything else by its text."""
    return _text(json.dumps(tree)) if isinstance(tree, (list, dict)) else _plain(tree)


def _plain(tree: Any) -> Any:
    """A value without parts, as an encoder could have sent it."""
    if isinstance(tree, str):
        return _text(tree)
    if isinstance(tree, int) and abs(tree) >= LARGEST_INTEGER:
        raise EvidenceError("a whole number that is too large")
    return tree
