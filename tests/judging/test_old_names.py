"""Old names and today's: the table leads to names that are there."""

from __future__ import annotations

import re
from typing import Any

import pytest

from autograder.judging.explain import explain
from autograder.judging.old_names import OLD_NAMES, short_name, todays_name
from autograder.report.catalogue import english

# Whole names of today's that a test can look up.
MODULES = re.compile(r"(?:tf|keras|np)(?:\.\w+)+")


@pytest.mark.parametrize(
    ("types", "text", "old", "step"),
    [
        ("ValueError", "Argument(s) not recognized: {'lr': 0.1}", "lr", "`learning_rate`"),
        (
            "TypeError",
            "Model.fit() got an unexpected keyword argument 'nb_epoch'",
            "nb_epoch",
            "`epochs`",
        ),
        (
            "ValueError",
            "Unrecognized keyword arguments passed to Dense: {'init': 'uniform'}",
            "init",
            "`kernel_initializer`",
        ),
        (
            "AttributeError",
            "'Sequential' object has no attribute 'predict_classes'",
            "predict_classes",
            "argmax",
        ),
        (
            "AttributeError",
            "module 'tensorflow._api.v2.train' has no attribute 'AdamOptimizer'",
            "tf.train.AdamOptimizer",
            "`tf.keras.optimizers.Adam`",
        ),
        (
            "AttributeError",
            "module 'tensorflow' has no attribute 'placeholder'",
            "tf.placeholder",
            "computes at once",
        ),
        ("ModuleNotFoundError", "No module named 'tensorflow.contrib'", "tf.contrib", "`tf.keras`"),
        (
            "ImportError",
            "cannot import name 'np_utils' from 'keras.utils' (/a/b.py)",
            "keras.utils.np_utils",
            "`tf.keras.utils`",
        ),
        ("KeyError", "'acc'", "acc", "`accuracy`"),
        (
            "AttributeError",
            "module 'numpy' has no attribute 'int'.\n`np.int` was",
            "np.int",
            "`int`",
        ),
        (
            "AttributeError",
            "module 'keras.backend' has no attribute 'clip'",
            "keras.backend.clip",
            "`keras.ops.clip`",
        ),
    ],
)
def test_an_old_name_is_told_with_todays(types: str, text: str, old: str, step: str) -> None:
    """Whatever exception an old name raises, it is told as old and not as misspelt."""
    found = explain([types, "ImportError", "Exception"], text)
    assert found.rule == "old"
    assert f"`{old}`" in english().say(found.sentence)
    assert step in english().say(found.hint)


def test_what_is_no_old_name_is_misspelt_at_most() -> None:
    """A name that never was is not in the table."""
    assert todays_name("tf.keras.layers.Dence") == ""
    assert explain(["KeyError", "Exception"], "'val_los'").rule != "old"


def test_modules_go_by_the_names_that_students_write() -> None:
    """Whatever a module calls itself in an exception."""
    assert short_name("tensorflow._api.v2.train") == "tf.train"
    assert short_name("keras._tf_keras.keras.layers") == "keras.layers"
    assert short_name("numpy.linalg") == "np.linalg"


@pytest.mark.slow
def test_todays_names_are_there() -> None:
    """Each of them is one of the installed packages'."""
    import keras
    import numpy as np
    import tensorflow as tf

    def is_there(name: str) -> bool:
        first, *parts = name.split(".")
        found: Any = {"tf": tf, "keras": keras, "np": np}[first]
        for part in parts:
            found = getattr(found, part, None)
        return found is not None

    names = {new.strip("!") for new in OLD_NAMES.values()}
    today = [name for name in names if MODULES.fullmatch(name)]
    assert len(today) > 50
    assert [name for name in today if not is_there(name)] == []
