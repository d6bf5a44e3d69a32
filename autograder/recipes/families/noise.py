"""Layers that are random while a network trains, and pass values on when it predicts."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from autograder.recipes.layer import Floats, LayerRecipe, Share, Weights

__all__ = ["Dropout", "GaussianNoise"]


class Dropout(LayerRecipe, frozen=True):
    rate: Share
    seed: int | None = None

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return values

    @property
    def has_generator(self) -> bool:
        return self.rate > 0


class GaussianNoise(LayerRecipe, frozen=True):
    stddev: Annotated[float, Meta(ge=0)]
    seed: int | None = None

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return values

    @property
    def has_generator(self) -> bool:
        return self.stddev > 0
