"""Layers that are random while a network trains, and pass values on when it predicts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from autograder.recipes.layer import Fixed, Floats, LayerRecipe, Share, Weights

__all__ = [
    "ActivityRegularization", "AlphaDropout", "Dropout", "GaussianDropout", "GaussianNoise",
    "RandomBrightness", "RandomContrast", "RandomFlip", "RandomRotation", "RandomTranslation",
    "RandomZoom", "SpatialDropout1D", "SpatialDropout2D",
]  # fmt: skip

Factor = float | Annotated[tuple[float, ...], Meta(min_length=2, max_length=2)]
Range = Annotated[tuple[float, ...], Meta(min_length=2, max_length=2)]
Fill = Literal["reflect", "constant", "wrap", "nearest"]
Interpolation = Literal["bilinear", "nearest"]


class Passing(LayerRecipe, frozen=True):
    """What passes values on when a network predicts."""

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return values


class ActivityRegularization(Passing, frozen=True):
    l1: float = 0.0
    l2: float = 0.0


class Dropout(Passing, frozen=True):
    rate: Share
    seed: int | None = None

    @property
    def has_generator(self) -> bool:
        return self.rate > 0


class SpatialDropout1D(Passing, frozen=True):
    rate: Share
    seed: int | None = None

    @property
    def has_generator(self) -> bool:
        return self.rate > 0


class SpatialDropout2D(Passing, frozen=True):
    rate: Share
    seed: int | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}

    @property
    def has_generator(self) -> bool:
        return self.rate > 0


class AlphaDropout(Passing, frozen=True):
    rate: Share
    seed: int | None = None

    @property
    def has_generator(self) -> bool:
        return self.rate > 0


class GaussianDropout(Passing, frozen=True):
    rate: Share
    seed: int | None = None

    @property
    def has_generator(self) -> bool:
        return self.rate > 0


class GaussianNoise(Passing, frozen=True):
    stddev: Annotated[float, Meta(ge=0)]
    seed: int | None = None

    @property
    def has_generator(self) -> bool:
        return self.stddev > 0


class Changing(Passing, frozen=True):
    """What changes images while a network trains."""

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}

    @property
    def has_generator(self) -> bool:
        return True


class RandomFlip(Changing, frozen=True):
    mode: Literal["horizontal", "vertical", "horizontal_and_vertical"] = "horizontal_and_vertical"
    seed: int | None = None


class RandomTranslation(Changing, frozen=True):
    height_factor: Factor
    width_factor: Factor
    fill_mode: Fill = "reflect"
    interpolation: Interpolation = "bilinear"
    seed: int | None = None
    fill_value: float = 0.0


class RandomRotation(Changing, frozen=True):
    factor: Factor
    fill_mode: Fill = "reflect"
    interpolation: Interpolation = "bilinear"
    seed: int | None = None
    fill_value: float = 0.0


class RandomZoom(Changing, frozen=True):
    height_factor: Factor
    width_factor: Factor | None = None
    fill_mode: Fill = "reflect"
    interpolation: Interpolation = "bilinear"
    seed: int | None = None
    fill_value: float = 0.0


class RandomContrast(Changing, frozen=True):
    factor: Factor
    value_range: Range = (0.0, 255.0)
    seed: int | None = None


class RandomBrightness(Changing, frozen=True):
    factor: Factor
    value_range: Range = (0.0, 255.0)
    seed: int | None = None
