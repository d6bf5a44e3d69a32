"""Of a long text the cause is kept: no page of places, pixels or call arguments before it."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.judging.cause import LONGEST_MESSAGE, LONGEST_SENTENCE, short_text

PIXELS = str(np.zeros((9, 28)).tolist())


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one line", "one line"),
        ("one\n\n  two  \n", "one two"),
        ("wrong shape\n\nArguments received by Dense.call():\n  inputs=1", "wrong shape"),
        (
            "Graph execution error:\n\nDetected at node Equal defined at:\n"
            '  File "x.py", line 3\n<stack traces unavailable>\nlabel 9 is outside',
            "label 9 is outside",
        ),
        (
            "{{function_node __wrapped__AddV2}} Incompatible shapes: [2,3] vs. [2,4] [Op:AddV2]",
            "Incompatible shapes: [2,3] vs. [2,4]",
        ),
        (
            f"Unrecognized data type: x={PIXELS} (of type <class 'list'>). Expected shape (28, 28)",
            "Unrecognized data type: x= … Expected shape (28, 28)",
        ),
        ("[[" * 100_000, "…"),
    ],
)
def test_the_cause_is_kept(text: str, short: str) -> None:
    """Only the lines about the cause are kept, without values and Keras's call arguments."""
    assert short_text(text) == short


def test_a_long_text_keeps_the_sentences_that_say_most() -> None:
    """Where there is no room for all, shapes and ranges are kept, and the first sentence."""
    filler = "Nothing much is said here at all by anybody. " * 20
    kept = short_text(f"First this. {filler}Expected shape (None, 784), but found (None, 28).")
    assert kept.startswith("First this.")
    assert kept.endswith("Expected shape (None, 784), but found (None, 28).")
    assert len(kept) <= LONGEST_MESSAGE


def test_a_long_sentence_keeps_both_ends() -> None:
    """What comes first and what comes last is left of a sentence without an end."""
    kept = short_text("b" + "a" * 100_000)
    assert kept.startswith("ba")
    assert " … " in kept
    assert len(kept) <= LONGEST_SENTENCE + 3
