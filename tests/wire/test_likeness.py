"""The name that somebody may have meant: like the one written, and not any other."""

from __future__ import annotations

import pytest

from autograder.wire.likeness import nearest


@pytest.mark.parametrize(
    ("name", "names", "near"),
    [
        ("Dence", ["Dense", "Dropout"], "Dense"),
        ("flatten", ["Flatten", "Flat"], "Flatten"),
        ("trian_images", ["train_images", "test_images"], "train_images"),
        ("x", ["y", "z"], ""),
        ("model", ["model"], ""),
        ("history", ["loss", "accuracy"], ""),
        ("target", ["self.target"], "self.target"),
    ],
)
def test_a_name_is_near_or_there_is_none(name: str, names: list[str], near: str) -> None:
    """A swapped or missing letter is near; a name of a letter is near to nothing."""
    assert nearest(name, names) == near
