"""Traced programs as bytes: equal ones are equal, and nothing else is read."""

from __future__ import annotations

import msgspec
import pytest

from autograder.recipes.graph import MOST_PROGRAM_BYTES, decode_program, encode_program
from autograder.wire.errors import RecipeError
from tests.programs_of_operations import program


def test_a_program_is_its_bytes() -> None:
    """What is written is read again, and equal programs have equal bytes."""
    data = encode_program(program())
    assert decode_program(data) == program()
    assert encode_program(decode_program(data)) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        encode_program(program()) + b"\x00",
        encode_program(program())[:-1],
        b"\x91" * 100_000,
        b"\x00" * (MOST_PROGRAM_BYTES + 1),
        msgspec.msgpack.encode({"train": 1}),
        # The same program with its parts in another order would have another key.
        msgspec.msgpack.encode(dict(reversed(msgspec.to_builtins(program()).items()))),
    ],
    ids=["empty", "junk", "more", "less", "deep", "large", "other", "reordered"],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    """Bytes that no program was written as cost a sentence, however strange they are."""
    with pytest.raises(RecipeError):
        decode_program(data)
