"""A kernel after a check is the kernel before it."""

from __future__ import annotations

import builtins
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.notebooks.kernel_state import unchanged

pytestmark = pytest.mark.slow


def keras() -> Any:
    import keras

    return keras


def draws() -> list[float]:
    """A number of each generator that a notebook may draw from."""
    import tensorflow as tf

    return [
        random.random(),  # noqa: S311 - the generator that is looked at
        float(np.random.rand()),
        float(tf.random.uniform(())),
        float(keras().random.uniform(())),
    ]


def upset() -> None:
    keras().utils.set_random_seed(99)
    draws()


def test_random_numbers_go_on_as_if_nothing_had_been() -> None:
    """Whatever was drawn and seeded within, the next numbers are those that would have come."""
    keras().utils.set_random_seed(5)
    draws()
    expected = draws()
    keras().utils.set_random_seed(5)
    draws()
    with unchanged({}):
        upset()
    assert draws() == expected


def test_names_of_layers_go_on_counting_where_they_were() -> None:
    """Layers made within use up no names."""
    keras().layers.Dense(1)
    before = int(keras().layers.Dense(1).name.removeprefix("dense_"))
    with unchanged({}):
        keras().layers.Dense(1)
    assert keras().layers.Dense(1).name == f"dense_{before + 1}"


def change_array(names: dict[str, Any]) -> None:
    names["array"][:] = 9


def change_shape(names: dict[str, Any]) -> None:
    names["array"].shape = (4,)


def change_list(names: dict[str, Any]) -> None:
    names["items"].append(1)
    names["items"][0]["inner"].clear()


def change_set(names: dict[str, Any]) -> None:
    names["kinds"].add(3)


def change_binding(names: dict[str, Any]) -> None:
    names["array"] = None
    names["new"] = 1
    del names["items"]


@pytest.mark.parametrize(
    "change", [change_array, change_shape, change_list, change_set, change_binding]
)
def test_variables_are_put_back(change: Callable[[dict[str, Any]], None]) -> None:
    """Bindings, and what is in arrays, lists, dictionaries and sets, are as before."""
    array = np.arange(4.0).reshape(2, 2)
    names = {"array": array, "items": [{"inner": [1, 2]}], "kinds": {1, 2}}
    items = names["items"]
    with unchanged(names):
        change(names)
    assert names == {"array": names["array"], "items": [{"inner": [1, 2]}], "kinds": {1, 2}}
    assert names["array"] is array
    assert names["items"] is items
    assert array.tolist() == [[0.0, 1.0], [2.0, 3.0]]


def test_models_keep_their_weights() -> None:
    """A model of the notebook's that is trained within is as untrained as before."""
    model = keras().Sequential([keras().Input((2,)), keras().layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
    variables = [*model.variables, *model.optimizer.variables]
    before = [variable.numpy() for variable in variables]
    with unchanged({"model": model}):
        model.fit(np.ones((4, 2)), np.zeros((4, 1)), verbose=0)
    for variable, value in zip(variables, before, strict=True):
        np.testing.assert_array_equal(variable.numpy(), value)


def test_what_was_patched_and_opened_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patched functions, new figures and another working folder do not stay."""
    from matplotlib import pyplot

    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    kept = pyplot.figure()
    fit, ask = keras().Model.fit, builtins.input
    with unchanged({}):
        keras().Model.fit = None
        builtins.input = None  # type: ignore[assignment]
        pyplot.figure()
        monkeypatch.chdir(tmp_path / "elsewhere")
    assert (keras().Model.fit, builtins.input) == (fit, ask)
    assert pyplot.get_fignums() == [kept.number]
    assert Path.cwd() == tmp_path
    pyplot.close(kept)


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit, ValueError])
def test_an_interrupted_check_is_undone_too(interruption: type[BaseException]) -> None:
    """However a check ends, what it changed is put back."""
    names = {"count": [1]}

    def check() -> None:
        with unchanged(names):
            names["count"].append(2)
            raise interruption

    with pytest.raises(interruption):
        check()
    assert names == {"count": [1]}
