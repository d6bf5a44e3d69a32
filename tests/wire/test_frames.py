"""Values to bytes and back: what crosses the sandbox arrives whole, and bytes can do no harm."""

from __future__ import annotations

import contextlib
import json
import math
import struct
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from autograder.submissions.notebook import MAX_CELL_CHARACTERS
from autograder.wire.errors import EvidenceError
from autograder.wire.frames import (
    LARGEST_INTEGER,
    LONGEST_TEXT,
    FrameReader,
    Raised,
    Thing,
    begin_noting,
    decode,
    encode,
    note_raised_by_fit,
)

HEADER_BYTES = 8

text = st.text(max_size=30)
keys = st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | text
numbers = st.floats(allow_nan=False) | st.integers(1 - LARGEST_INTEGER, LARGEST_INTEGER - 1)
plain = st.none() | st.booleans() | numbers | text
values = st.recursive(
    plain | st.builds(Raised, st.lists(text, max_size=3).map(tuple), text),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
numeric_types = (
    st_numpy.boolean_dtypes()
    | st_numpy.integer_dtypes(endianness="?")
    | st_numpy.unsigned_integer_dtypes(endianness="?")
    | st_numpy.floating_dtypes(endianness="?", sizes=(16, 32, 64))
)
arrays = st_numpy.arrays(
    numeric_types, st_numpy.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
)


def sent(value: Any) -> Any:
    """A value as it arrives on the other side."""
    return decode(encode(value)[HEADER_BYTES:])


def body(tree: Any, tensors: bytes = b"") -> bytes:
    """A frame's body that holds `tree` as it is, whatever it says."""
    return body_of(json.dumps(tree).encode(), tensors)


def body_of(text: bytes, tensors: bytes = b"") -> bytes:
    return struct.pack(">I", len(text)) + text + tensors


# ---- there and back ----------------------------------------------------------------------------


@given(values)
def test_plain_values_arrive_as_they_are(value: Any) -> None:
    """None, truth values, numbers, text, lists, dictionaries and exceptions come back equal."""
    assert sent(value) == value


@given(arrays)
def test_arrays_arrive_as_they_are(array: np.ndarray[Any, Any]) -> None:
    """An array keeps its type, shape and values, whatever its byte order or rank."""
    arrived = sent({"array": [array]})["array"][0]
    assert arrived.dtype == array.dtype.newbyteorder("=")
    assert arrived.shape == array.shape
    assert np.array_equal(arrived, array, equal_nan=array.dtype.kind == "f")


@pytest.mark.parametrize(
    "array",
    [np.arange(12).reshape(3, 4).T, np.arange(10)[::3], np.broadcast_to(np.float32(2), (2, 3))],
    ids=["transposed", "strided", "broadcast"],
)
def test_views_arrive_as_what_they_show(array: np.ndarray[Any, Any]) -> None:
    """A view that is not contiguous arrives as the values that it shows."""
    assert np.array_equal(sent(array), array)


def test_several_arrays_stay_apart() -> None:
    """Each array of a value comes back in its own place."""
    arrived = sent([np.zeros(2), {"a": np.ones(3)}, np.full(1, 7)])
    assert [arrived[0].tolist(), arrived[1]["a"].tolist(), arrived[2].tolist()] == [
        [0, 0],
        [1, 1, 1],
        [7],
    ]


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_numbers_that_json_lacks_arrive(number: float) -> None:
    """Infinity and NaN come back as themselves."""
    assert repr(sent(number)) == repr(number)


@pytest.mark.parametrize(
    ("value", "arrived"),
    [
        ((1, (2,)), [1, [2]]),
        (np.float32(0.5), 0.5),
        (np.int64(-3), -3),
        (np.bool_(True), True),
        (np.array([[True]])[0, 0], True),
        ({(1, 2): "a"}, {"[1, 2]": "a"}),
        ({math.inf: 1}, {'{"$float": "inf"}': 1}),
        ({None: 1, 2: 3, True: 4}, {None: 1, 2: 3, True: 4}),
        ({"$thing": ["a", "b"]}, {"$thing": ["a", "b"]}),
        ({"$unknown": 1}, {"$unknown": 1}),
        ("a\ud800b", "a?b"),
    ],
)
def test_near_relatives_arrive_as_plain_values(value: Any, arrived: Any) -> None:
    """Tuples become lists and NumPy scalars plain ones; no key or text is taken for a mark."""
    assert sent(value) == arrived
    assert type(sent(value)) is type(arrived)


def test_long_text_is_cut() -> None:
    """Text, and what an exception says, arrives up to its longest length."""
    assert sent("a" * (LONGEST_TEXT + 1)) == "a" * LONGEST_TEXT
    assert sent(ValueError("a" * (LONGEST_TEXT + 1))).message == "a" * LONGEST_TEXT


def test_the_longest_cell_fits() -> None:
    """Source travels to the sandbox uncut, however long a cell a submission may hold."""
    assert LONGEST_TEXT >= MAX_CELL_CHARACTERS


def test_exceptions_arrive_as_their_names_and_text() -> None:
    """An exception arrives as its class, the classes above it, and its text."""
    assert sent(KeyError("x")) == Raised(("KeyError", "LookupError", "Exception"), "'x'")
    assert sent(SystemExit(3)) == Raised(("SystemExit",), "3")


# ---- values that do not cross ------------------------------------------------------------------


class Rude:
    """Raises whenever it is asked for anything."""

    def __repr__(self) -> str:
        raise RuntimeError("no")


class RudeError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no")


class RudeText(str):
    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError("no")


class RudeNumber(int):
    def __int__(self) -> int:
        raise RuntimeError("no")


class RudeFloat(float):
    def __float__(self) -> float:
        raise RuntimeError("no")


class RudeTable(dict[str, int]):
    def items(self) -> Any:
        raise RuntimeError("no")


class RudeList(list[int]):
    def __iter__(self) -> Iterator[int]:
        raise RuntimeError("no")


class EagerTensor:
    """Says it is a tensor and has no values."""

    def numpy(self) -> Any:
        raise RuntimeError("no")


class Liar:
    """Passes for a dictionary and is none."""

    @property
    def __class__(self) -> Any:
        return dict

    @__class__.setter
    def __class__(self, _kind: Any) -> None: ...


@pytest.mark.parametrize(
    "value",
    [
        Rude(),
        RudeText("a"),
        RudeNumber(3),
        RudeFloat(3.0),
        RudeTable(a=1),
        RudeList([1]),
        EagerTensor(),
        Liar(),
        np.broadcast_to(np.float64(0), (2**40, 2**10)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_rude_values_arrive_as_things(value: Any) -> None:
    """A value that raises when it is read arrives as a thing, and what stands beside it is kept."""
    before, arrived, after = sent([1, value, np.ones(2)])
    assert before == 1
    assert isinstance(arrived, Thing)
    assert arrived.type == type(value).__name__
    assert after.tolist() == [1, 1]


def test_a_rude_exception_arrives_without_text() -> None:
    """An exception whose text cannot be asked for arrives with its name alone."""
    assert sent(RudeError()) == Raised(("RudeError", "Exception"), "")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (object(), "object"),
        ({1, 2}, "set"),
        (b"bytes", "bytes"),
        (1j, "complex"),
        (len, "builtin_function_or_method"),
        (2**63, "int"),
        (10**5000, "int"),
        (np.array([object()]), "ndarray"),
        (np.array(["a"]), "ndarray"),
        (np.array([1j]), "ndarray"),
        (np.zeros(2, np.longdouble), "ndarray"),
        (np.datetime64("2020-01-01"), "datetime64"),
        (np.zeros(2, [("a", "i4")]), "ndarray"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_other_kinds_arrive_as_things(value: Any, kind: str) -> None:
    """A value of any other kind arrives as its type's name and a short text."""
    arrived = sent(value)
    assert isinstance(arrived, Thing)
    assert arrived.type == kind
    assert len(arrived.text) <= 200


def test_a_tensor_arrives_as_its_array() -> None:
    """What names itself an eager tensor is asked for its array, and a single number stays one."""

    class EagerTensor:
        def __init__(self, value: Any) -> None:
            self.value = value

        def numpy(self) -> Any:
            return self.value

    assert sent(EagerTensor(np.ones((2, 1)))).tolist() == [[1], [1]]
    assert sent(EagerTensor(np.float32(0.5))) == 0.5


def test_values_without_end_end() -> None:
    """A list that holds itself arrives, cut at a depth that says so."""
    endless: list[Any] = []
    endless.append(endless)
    arrived, depth = sent(endless), 0
    while isinstance(arrived, list):
        arrived, depth = arrived[0], depth + 1
    assert arrived == Thing("too deeply nested", "")
    assert depth == 21


@given(
    st.recursive(
        plain | st.binary(max_size=4) | st.complex_numbers() | arrays | st.floats() | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.tuples(inner)
            | st.dictionaries(st.tuples(plain), inner, max_size=3)
            | st.frozensets(plain, max_size=3)
        ),
        max_leaves=12,
    )
)
def test_anything_nested_can_be_sent(value: Any) -> None:
    """Whatever is nested in whatever, encoding it never raises and decoding it works."""
    sent(value)


def test_what_an_object_is_does_not_depend_on_where_it_lies() -> None:
    """An object of another kind is named without its address: the same work, the same evidence."""
    text = sent(object()).text
    assert text == "<object object>"


# ---- hostile bytes -----------------------------------------------------------------------------


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    """Arbitrary bytes raise nothing but an `EvidenceError`."""
    with contextlib.suppress(EvidenceError):
        decode(data)


@given(st.binary(max_size=200), st.sampled_from([["0", [1]], ["0", []], ["1", [2]]]))
def test_any_bytes_as_arrays_decode_or_are_refused(data: bytes, claim: list[Any]) -> None:
    """Arbitrary bytes in the place of the arrays raise nothing but an `EvidenceError`."""
    with contextlib.suppress(EvidenceError):
        decode(body({"$array": claim}, data))


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | text,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["$map", "$array", "$float", "$raised", "$thing", "$x", "a"]),
            inner,
            max_size=2,
        )
    ),
)


@given(json_values)
def test_any_json_decodes_or_is_refused(tree: Any) -> None:
    """JSON with our marks in any wrong place raises nothing but an `EvidenceError`."""
    with contextlib.suppress(EvidenceError):
        decode(body(tree, safetensors.numpy.save({"0": np.zeros(3)})))


@given(values, st.data())
def test_one_wrong_byte_decodes_or_is_refused(value: Any, data: st.DataObject) -> None:
    """A good frame with any one byte changed raises nothing but an `EvidenceError`."""
    good = bytearray(encode([value, np.arange(3.0)])[HEADER_BYTES:])
    place = data.draw(st.integers(0, len(good) - 1))
    good[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(EvidenceError):
        decode(bytes(good))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0",
        body({}),
        body({"a": 1}),
        body({"$map": [[1]], "$thing": ["", ""]}),
        body({"$map": {"a": 1}}),
        body({"$map": [[1, 2, 3]]}),
        body({"$array": ["0", [1]]}),
        body({"$array": ["0", [7]]}, safetensors.numpy.save({"0": np.zeros(3)})),
        body({"$float": "many"}),
        body({"$raised": ["ValueError"]}),
        body({"$unknown" + "x" * 10_000: 1}),
        body([10**400]),
        body([LARGEST_INTEGER]),
        body_of(b"[" * 100_000),
        body_of(b"[" * 60 + b"]" * 60),
        body_of(b'{"$map": [["a", ' * 60 + b"1" + b"]]}" * 60),
        body_of(b"\xff\xfe"),
        body_of(b"1" * 5000),
        struct.pack(">I", 2**32 - 1) + b"{}",
    ],
)
def test_what_no_encoder_makes_is_refused(data: bytes) -> None:
    """Bytes that are no evidence are refused with a short message of our own words."""
    with pytest.raises(EvidenceError) as caught:
        decode(data)
    assert len(str(caught.value)) < 300
    assert "xxx" not in str(caught.value)


@pytest.mark.parametrize(
    "tree",
    [
        "\ud800",
        ["\ud800"],
        {"$map": [["\ud800", 1]]},
        {"$raised": [["\ud800"], "\ud800", False]},
        {"$thing": ["\ud800", "\ud800"]},
    ],
)
def test_text_that_no_file_can_hold_is_mended(tree: Any) -> None:
    """Half a surrogate pair, which JSON can say and no file can hold, does not arrive."""
    repr(decode(body(tree))).encode()
    assert "\\ud800" not in repr(decode(body(tree)))


def test_text_longer_than_an_encoder_sends_is_cut() -> None:
    """A sandbox that sends longer text than it should is not believed in that either."""
    long = "x" * (LONGEST_TEXT + 1)
    assert len(decode(body(long))) == LONGEST_TEXT
    assert len(decode(body({"$raised": [[], long, False]})).message) == LONGEST_TEXT
    assert decode(body({"$thing": [long, long]})) == Thing("x" * 200, "x" * 200)
    assert decode(body({"$raised": [[long], "", False]})) == Raised(("x" * 200,), "")


# ---- frames ------------------------------------------------------------------------------------


@given(st.lists(values, max_size=4), st.data())
def test_frames_arrive_in_any_chunks(sequence: list[Any], data: st.DataObject) -> None:
    """However the stream is cut, the same frames come out in the same order."""
    stream = b"".join(map(encode, sequence))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    reader = FrameReader(len(stream))
    arrived = [
        decode(frame)
        for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)
        for frame in reader.feed(stream[start:end])
    ]
    assert arrived == sequence


def test_a_frame_is_given_with_its_last_byte() -> None:
    """A frame comes out once its last byte is in, and no sooner."""
    frame = encode({"a": 1})
    reader = FrameReader(1000)
    assert list(reader.feed(frame[:-1])) == []
    assert [decode(whole) for whole in reader.feed(frame[-1:])] == [{"a": 1}]


def test_bytes_over_the_limit_are_refused() -> None:
    """More bytes in all than the limit are refused, though each frame is small."""
    frame = encode(1)
    reader = FrameReader(len(frame) + 3)
    assert len(list(reader.feed(frame))) == 1
    with pytest.raises(EvidenceError, match="more evidence"):
        list(reader.feed(frame))


def test_a_frame_over_the_limit_is_refused_by_its_header() -> None:
    """A frame that says it is longer than the limit is refused before it arrives."""
    reader = FrameReader(100)
    with pytest.raises(EvidenceError, match="larger than the limit"):
        list(reader.feed(struct.pack(">Q", 101)))


def test_what_fit_raised_in_an_earlier_probe_is_an_exception_like_any_other() -> None:
    """An exception that was kept is not what `fit` raises now."""
    kept, other = ValueError("shapes"), ValueError("shapes")
    note_raised_by_fit(kept)
    assert (sent(kept).by_fit, sent(other).by_fit) == (True, False)
    begin_noting()
    note_raised_by_fit(other)
    assert (sent(kept).by_fit, sent(other).by_fit) == (False, True)
