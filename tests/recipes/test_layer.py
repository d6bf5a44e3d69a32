"""What every layer is: a word of the vocabulary that knows all about itself."""

from __future__ import annotations

import pytest

from autograder import PACKAGE
from autograder.recipes import recipe

every_layer = pytest.mark.parametrize("kind", recipe.LAYERS.values(), ids=list(recipe.LAYERS))


def test_every_family_is_in_the_vocabulary() -> None:
    """No module of a family is left out of the vocabulary."""
    families = {path.stem for path in (PACKAGE / "recipes" / "families").glob("[a-z]*.py")}
    assert {kind.__module__.rpartition(".")[2] for kind in recipe.LAYERS.values()} == families


@every_layer
def test_a_layer_is_a_word_by_its_name(kind: type[recipe.LayerRecipe]) -> None:
    """Each layer can be written as `recipe.NAME`, so that its family lists it in `__all__`."""
    assert getattr(recipe, kind.__name__) is kind


@every_layer
def test_a_layer_predicts(kind: type[recipe.LayerRecipe]) -> None:
    """Each layer has a forward pass, and no argument is both free and fixed."""
    assert kind.forward is not recipe.LayerRecipe.forward
    assert not set(kind.FIXED) & set(kind.__struct_fields__)
