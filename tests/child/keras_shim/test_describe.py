"""Keras objects and data into recipes: each exactly, or a clause that says why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.data import Arrays, Remembered, describe_data
from autograder.child.keras_shim.describe import (
    DescribedFit,
    describe_compiled,
    describe_fit,
    describe_network,
)
from autograder.recipes import recipe
from autograder.recipes.recipe import Compiled, Initializer, Loss, Metric, Network, Regularizer
from autograder.recipes.requests import Fit
from autograder.wire.errors import RecipeError

pytestmark = pytest.mark.slow

SHAPE = (6, 6)
COUNT = 20
X = np.random.default_rng(1).random((COUNT, *SHAPE))
Y = np.arange(COUNT, dtype=np.uint8) % 3
LOSS = "sparse_categorical_crossentropy"
FLAT = Network(
    (recipe.Flatten(), recipe.Dense(4, activation="relu"), recipe.Dense(3, activation="softmax"))
)


@pytest.fixture(scope="module", autouse=True)
def quiet_keras() -> None:
    """Imports Keras without its notes on the hardware."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
        patch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        import keras  # noqa: F401


def flat() -> list[Any]:
    from keras import layers

    return [
        layers.Flatten(),
        layers.Dense(4, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]


def sequential(*layers: Any) -> Any:
    import keras

    return keras.Sequential(list(layers))


def functional() -> Any:
    import keras

    inputs = outputs = keras.Input(SHAPE)
    for layer in flat():
        outputs = layer(outputs)
    return keras.Model(inputs, outputs)


def own(call: Callable[[Any, Any], Any], *more: Any) -> Any:
    """A model whose `call` is written by hand; its layers are `flat` and then `more`."""
    import keras

    class Own(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.parts = [*more, *flat()[::-1]][::-1]

        def call(self, images: Any) -> Any:
            return call(self, images)

    return Own()


def one_by_one(model: Any, images: Any) -> Any:
    for layer in model.parts:
        images = layer(images)
    return images


def network(model: Any, shape: tuple[int, ...] = SHAPE) -> Network:
    return describe_network(model, shape)[0]


def refused(model: Any) -> str:
    """Why a model is refused: one of the messages `unrepeatable`, and its values."""
    with pytest.raises(RecipeError) as caught:
        network(model)
    return reason_of(caught.value)


def reason_of(error: RecipeError) -> str:
    return str(error.message).removeprefix("unrepeatable.")


def asked(model: Any = None, arrays: Arrays | None = None, **given: Any) -> DescribedFit:
    """A call of `fit`, described."""
    arguments = {
        "x": X,
        "y": Y,
        "batch_size": None,
        "validation_split": 0.0,
        "validation_data": None,
        "shuffle": True,
        "class_weight": None,
        "sample_weight": None,
        "steps_per_epoch": None,
        "validation_steps": None,
        "validation_batch_size": None,
        "validation_freq": 1,
    }
    arrays = arrays or Arrays(Remembered())
    return describe_fit(model or compiled(), arguments | given, arrays)


def compiled(*arguments: Any, **how: Any) -> Any:
    model = sequential(*flat())
    model.compile(*(arguments or ("adam", LOSS)), **how)
    return model


def compiled_as(*arguments: Any, **how: Any) -> Compiled:
    described = describe_compiled(compiled(*arguments, **how))
    assert described is not None
    return described


# ---- models --------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [lambda: sequential(*flat()), functional, lambda: own(one_by_one)])
@pytest.mark.parametrize("built", [False, True])
def test_models_of_every_kind_are_described_alike(make: Callable[[], Any], built: bool) -> None:
    """Sequential, functional and subclassed models have one description, built before or not."""
    model = make()
    if built:
        model(np.zeros((2, *SHAPE), np.float32))
    described, chain = describe_network(model, SHAPE)
    assert described == FLAT
    assert [type(layer).__name__ for layer in chain] == ["Flatten", "Dense", "Dense"]


def test_an_input_shape_is_told_where_it_differs() -> None:
    """The shape that a model declares is left out where the data have it anyway."""
    import keras

    model = sequential(keras.Input(SHAPE), *flat())
    assert network(model) == FLAT
    assert network(model, (*SHAPE, 1)).input_shape == SHAPE
    assert network(sequential(keras.Input((None, 6)), keras.layers.Dense(2))).input_shape is None


def test_models_inside_models_are_unfolded() -> None:
    """The layers of a nested model stand in its place, however deep it lies."""
    import keras

    first, *others = flat()
    assert network(sequential(sequential(sequential(first)), *others)) == FLAT
    inputs = keras.Input(SHAPE)
    assert network(keras.Model(inputs, functional()(inputs))) == FLAT


def test_a_call_that_takes_training_is_tried_both_ways() -> None:
    """A `call` that passes `training` on is a chain; one that branches on it is none."""
    import keras

    class Own(keras.Model):  # type: ignore[misc]
        def __init__(self, branches: bool) -> None:
            super().__init__()
            self.branches = branches
            self.flatten, self.first, self.last = flat()
            self.drop = keras.layers.Dropout(0.5)

        def call(self, images: Any, training: bool = False) -> Any:
            values = self.first(self.flatten(images))
            if not self.branches or training:
                values = self.drop(values, training=training)
            return self.last(values)

    assert network(Own(False)).layers[2] == recipe.Dropout(0.5)
    assert refused(Own(True)) == "other_layers_in_training()"


def test_a_call_without_training_leaves_noise_out() -> None:
    """Keras never tells such a `call` that the model trains, so Dropout does nothing in it."""
    import keras

    noisy = own(one_by_one, keras.layers.Dropout(0.5), keras.layers.GaussianNoise(0.1))
    kinds = [type(layer) for layer in network(noisy).layers]
    assert recipe.Dropout not in kinds
    assert recipe.GaussianNoise not in kinds


def test_models_that_are_no_chain_are_refused() -> None:
    """Whatever the trainer could not build anew is refused with a clause."""
    import keras

    inputs = keras.Input(SHAPE)
    flatten, first, last = flat()
    values = first(flatten(inputs))
    both = keras.layers.Add()([values, values])
    assert refused(keras.Model(inputs, last(both))) == "no_chain()"
    assert refused(keras.Model(inputs, [values, last(values)])) == "several_inputs()"
    forced = keras.layers.Dropout(0.5)(values, training=True)
    assert refused(keras.Model(inputs, forced)) == "sets_training(layer=Dropout)"
    assert refused(keras.Model(inputs, values * 2)) == "computes_itself(operation=Multiply)"
    shared = keras.layers.Dense(4)
    scaled = own(lambda model, x: model.parts[0](x) * 1.0)
    assert refused(scaled) == "computes_itself(operation=Multiply)"
    assert refused(own(lambda _model, x: np.asarray(x))) == "call_does_more()"
    untrained = own(one_by_one, keras.layers.BatchNormalization())
    assert refused(untrained) == "call_without_training(layer=BatchNormalization)"
    twice = keras.Sequential([keras.layers.Flatten(), shared, keras.Sequential([shared])])
    assert refused(twice) == "layer_twice()"


def test_a_step_of_its_own_is_refused() -> None:
    """A model that decides itself what a step is cannot be trained by the trainer."""
    import keras

    class Own(keras.Sequential):  # type: ignore[misc]
        def train_step(self, data: Any) -> Any:
            return super().train_step(data)

    assert refused(Own(flat())) == "own_method(model=Own, method=train_step)"
    model = sequential(*flat())
    model.test_step = None
    assert refused(model) == "own_method(model=Sequential, method=test_step)"


# ---- layers --------------------------------------------------------------------------------------


def every_layer() -> dict[Any, recipe.AnyLayer]:
    import tensorflow as tf
    from keras import activations, initializers, layers, regularizers

    return {
        layers.Dense(5): recipe.Dense(5),
        layers.Dense(5, activations.tanh): recipe.Dense(5, activation="tanh"),
        layers.Dense(5, tf.nn.relu, use_bias=False): recipe.Dense(
            5, activation="relu", use_bias=False
        ),
        layers.Dense(5, tf.nn.softmax): recipe.Dense(5, activation="softmax"),
        layers.Dense(5, tf.nn.swish): recipe.Dense(5, activation="silu"),
        layers.Dense(5, layers.ReLU()): recipe.Dense(5, activation="relu"),
        layers.Dense(
            5,
            kernel_initializer="he_normal",
            bias_initializer=initializers.Constant(0.5),
            kernel_regularizer="l2",
            activity_regularizer=regularizers.L1L2(0.1, 0.2),
        ): recipe.Dense(
            5,
            kernel_initializer=Initializer("HeNormal"),
            bias_initializer=Initializer("Constant", {"value": 0.5}),
            kernel_regularizer=Regularizer(0.0, 0.01),
            activity_regularizer=Regularizer(0.1, 0.2),
        ),
        layers.Dense(5, kernel_initializer=initializers.RandomNormal(seed=3)): recipe.Dense(
            5, kernel_initializer=Initializer("RandomNormal", {"mean": 0.0, "stddev": 0.05}, 3)
        ),
        layers.Flatten(): recipe.Flatten(),
        layers.Reshape((-1, 4)): recipe.Reshape((-1, 4)),
        layers.Activation("gelu"): recipe.Activate("gelu"),
        layers.ReLU(6, 0.1): recipe.ReLU(6.0, 0.1),
        layers.LeakyReLU(0.2): recipe.LeakyReLU(0.2),
        layers.ELU(0.5): recipe.ELU(0.5),
        layers.Softmax(): recipe.Softmax(),
        layers.Rescaling(1 / 255): recipe.Rescaling(1 / 255),
        layers.Dropout(np.float32(0.25), seed=5): recipe.Dropout(0.25, 5),
        layers.GaussianNoise(0.1): recipe.GaussianNoise(0.1),
        layers.BatchNormalization(momentum=0.9): recipe.BatchNormalization(momentum=0.9),
        layers.LayerNormalization(center=False): recipe.LayerNormalization(center=False),
        layers.Conv2D(4, 3, padding="same", activation="relu"): recipe.Conv2D(
            4, (3, 3), padding="same", activation="relu"
        ),
        layers.MaxPooling2D(): recipe.MaxPooling2D(strides=(2, 2)),
        layers.AveragePooling2D(3, 1): recipe.AveragePooling2D((3, 3), (1, 1)),
        layers.GlobalAveragePooling1D(): recipe.GlobalAveragePooling1D(),
        layers.GlobalMaxPooling2D(keepdims=True): recipe.GlobalMaxPooling2D(True),
    }


def test_layers_are_described() -> None:
    """Every layer of the vocabulary is described with its arguments, however they are given."""
    for layer, expected in every_layer().items():
        assert network(sequential(layer)).layers == (expected,)


def test_a_built_layer_is_described_like_a_new_one() -> None:
    """Building a layer changes nothing in its description."""
    for layer, expected in every_layer().items():
        shape = (6, 6, 1) if "2D" in type(layer).__name__ else SHAPE
        model = sequential(layer)
        model.build((None, *shape))
        assert network(model, shape).layers == (expected,)


def test_other_layers_are_refused() -> None:
    """Own layers, and arguments for which there is no word, are refused by name."""
    import keras
    from keras import layers

    class Dense(layers.Dense):  # type: ignore[misc]
        """Called like Keras's own."""

    frozen = layers.Dense(3)
    frozen.trainable = False

    def initial(shape: Any, dtype: Any) -> Any:
        return np.zeros(shape, dtype)

    def argument(name: str, argument: str) -> str:
        return f"argument(part=layer, name={name}, argument={argument})"

    for layer, reason in {
        Dense(3): "unknown_part(part=layer, name=Dense)",
        layers.Lambda(len): "unknown_part(part=layer, name=Lambda)",
        layers.LSTM(3): "unknown_part(part=layer, name=LSTM)",
        frozen: "frozen(layer=Dense)",
        layers.Dense(3, dtype="float16"): "computes_in(part=layer, name=Dense, dtype=float16)",
        layers.Dense(3, kernel_constraint="non_neg"): argument("Dense", "kernel_constraint"),
        layers.Dense(3, lambda x: x): "unknown_part(part=activation, name=<lambda>)",
        layers.Dense(3, layers.ReLU(6)): (
            "argument(part=activation, name=relu, argument=max_value)"
        ),
        layers.Dense(3, kernel_regularizer="orthogonal_regularizer"): (
            "unknown_part(part=regularizer, name=OrthogonalRegularizer)"
        ),
        layers.Dense(3, kernel_initializer=initial): (
            "unknown_part(part=initializer, name=function)"
        ),
        layers.Flatten(data_format="channels_first"): argument("Flatten", "data_format"),
        layers.Conv2D(3, 3, dilation_rate=2): argument("Conv2D", "dilation_rate"),
        layers.Dropout(0.5, noise_shape=(1, 3)): argument("Dropout", "noise_shape"),
        layers.LayerNormalization(axis=1): argument("LayerNormalization", "axis"),
        layers.Dense(3, activity_regularizer=keras.regularizers.Regularizer()): (
            "unknown_part(part=regularizer, name=Regularizer)"
        ),
    }.items():
        assert refused(sequential(layers.Flatten(), layer)) == reason


# ---- compile -------------------------------------------------------------------------------------


def test_what_compile_was_given_is_described() -> None:
    """Names and objects that mean the same have one description."""
    import keras

    named = compiled_as("adam", LOSS, metrics=["accuracy"])
    assert named.optimizer.kind == "Adam"
    assert (named.loss, named.metrics) == (LOSS, ("accuracy",))
    function = keras.losses.sparse_categorical_crossentropy
    assert compiled_as(keras.optimizers.Adam(0.001), function, metrics=("accuracy",)) == named
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    top = keras.metrics.SparseTopKCategoricalAccuracy(2, name="top")
    objects = compiled_as("sgd", loss, metrics=[top, keras.metrics.mean_squared_error])
    assert objects.loss == Loss("SparseCategoricalCrossentropy", from_logits=True)
    assert objects.metrics == (
        Metric("SparseTopKCategoricalAccuracy", "top", 2),
        "mean_squared_error",
    )
    assert describe_compiled(sequential(*flat())) is None


def test_the_learning_rate_is_the_one_in_force() -> None:
    """A rate that was set since `compile` is the one that is described."""
    model = compiled("sgd", LOSS)
    model.optimizer.learning_rate = 0.25
    described = describe_compiled(model)
    assert described is not None
    assert described.optimizer.numbers["learning_rate"] == 0.25


def test_other_ways_to_compile_are_refused() -> None:
    """Schedules, own losses and metrics, and weights of losses are refused."""
    import keras

    decay = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)
    ignoring = keras.losses.SparseCategoricalCrossentropy(ignore_class=3)
    sharp = keras.metrics.BinaryAccuracy(threshold=0.7)
    for how, reason in (
        (("adam", lambda y, p: y + p), "unknown_part(part=loss, name=<lambda>)"),
        (("adam", keras.losses.Huber()), "argument_value(argument=kind)"),
        (
            ("adam", ignoring),
            "argument(part=loss, name=SparseCategoricalCrossentropy, argument=ignore_class)",
        ),
        (("adam", [LOSS]), "unknown_part(part=loss, name=list)"),
        (("adam", LOSS, [2.0]), "compile_argument(argument=loss_weights)"),
        (("adam", LOSS, None, [["accuracy"]]), "unknown_part(part=metric, name=list)"),
        (
            ("adam", LOSS, None, [sharp]),
            "argument(part=metric, name=BinaryAccuracy, argument=threshold)",
        ),
        ((keras.optimizers.SGD(decay), LOSS), "learning_rate_schedule()"),
        (
            (keras.optimizers.SGD(use_ema=True), LOSS),
            "argument(part=optimizer, name=SGD, argument=use_ema)",
        ),
        ((keras.optimizers.Ftrl(), LOSS), "unknown_part(part=optimizer, name=Ftrl)"),
    ):
        with pytest.raises(RecipeError) as caught:
            compiled_as(*how)
        assert reason_of(caught.value) == reason


# ---- data ----------------------------------------------------------------------------------------


def test_data_are_cast_as_keras_casts_them() -> None:
    """Floats of any width are the same float32 data; whole numbers stay what they are."""
    import tensorflow as tf

    fits = [
        asked(x=images, y=labels).fit.training
        for images, labels in (
            (X, Y),
            (X.astype(np.float32), tf.constant(Y)),
            (tf.constant(X), Y),
        )
    ]
    assert fits[0] == fits[1] == fits[2]
    assert (fits[0].images.dtype, fits[0].images.shape) == ("float32", (COUNT, *SHAPE))
    assert fits[0].labels is not None
    assert fits[0].labels.dtype == "uint8"
    assert (describe_data(X) or {})["digest"] == fits[0].images.digest


def test_data_changed_in_place_are_other_data() -> None:
    """What is remembered about an array does not outlive a change of its values."""
    big = np.zeros((COUNT, 100, 100), np.float32)
    arrays = Arrays(Remembered())
    first = asked(x=big, arrays=arrays).fit.training.images
    big[3] = 1
    second = asked(x=big, arrays=arrays).fit.training.images
    assert asked(x=big.copy(), arrays=arrays).fit.training.images == second != first
    kept = arrays.by_digest([first.digest, second.digest])
    assert (kept[first.digest].sum(), kept[second.digest].sum()) == (0, 100 * 100)


def test_a_split_is_the_one_that_keras_makes() -> None:
    """`validation_split` holds the last rows back, their weights too."""
    weights = np.linspace(0, 1, COUNT)
    split = asked(validation_split=0.3, sample_weight=weights)
    assert len(split.training.images) == 14
    assert split.validation is not None
    assert np.array_equal(split.validation.images, X[14:].astype(np.float32))
    assert (
        split.fit.validation == asked(validation_data=(X[14:], Y[14:], weights[14:])).fit.validation
    )
    assert split.fit.training == asked(x=X[:14], y=Y[:14], sample_weight=weights[:14]).fit.training


def test_other_arguments_are_told() -> None:
    """Batches, order, class weights and how often to validate are part of the description."""
    fit = asked(
        batch_size=7,
        shuffle=False,
        class_weight={2: 0.5, 0: 2},
        validation_data=[X, Y],
        validation_batch_size=5,
        validation_freq=2,
    ).fit
    assert (fit.batch_size, fit.shuffle, fit.class_weight) == (7, False, ((0, 2.0), (2, 0.5)))
    assert (fit.validation_batch_size, fit.validation_freq) == (5, 2)
    assert [asked(batch_size=size).steps for size in (None, 7, 10)] == [1, 3, 2]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"x": X.tolist()}, "data_kind(kind=list)"),
        ({"x": (X for _ in range(3))}, "data_kind(kind=generator)"),
        ({"x": None}, "no_images()"),
        ({"x": np.array(["a"] * COUNT)}, "data_no_arrays()"),
        ({"x": X[:1], "y": Y[:1], "validation_split": 0.5}, "validation_split()"),
        ({"validation_data": (X, Y, Y, Y)}, "validation_data()"),
        ({"shuffle": "batch"}, "shuffle()"),
        ({"validation_freq": [1, 3]}, "argument_value(argument=validation_freq)"),
        ({"batch_size": -1}, "argument_value(argument=batch_size)"),
        ({"batch_size": "all"}, "argument_value(argument=batch_size)"),
        ({"class_weight": [1, 2]}, "class_weights()"),
    ],
)
def test_other_data_are_refused(given: dict[str, Any], reason: str) -> None:
    """Data and arguments outside the vocabulary are refused by name."""
    with pytest.raises(RecipeError) as caught:
        asked(**given)
    assert reason_of(caught.value) == reason


# ---- pipelines -----------------------------------------------------------------------------------


def pairs() -> Any:
    import tensorflow as tf

    return tf.data.Dataset.from_tensor_slices((X.astype(np.float32), Y))


def described(dataset: Any, **given: Any) -> Fit:
    return asked(x=dataset, y=None, **given).fit


def test_a_pipeline_is_the_arrays_that_it_gives() -> None:
    """A pipeline that repeats itself, or only shuffles, is described like arrays."""
    in_order = asked(batch_size=8, shuffle=False).fit
    assert described(pairs().batch(8).cache().prefetch(1)) == in_order
    assert described(pairs().map(lambda x, y: (x, y)).batch(8)) == in_order
    assert described(pairs().shuffle(COUNT).batch(8).prefetch(1)) == asked(batch_size=8).fit
    validated = described(pairs().batch(8), validation_data=(X, Y))
    assert validated.validation_batch_size == 32
    assert asked(validation_data=pairs().batch(4)).fit.validation_batch_size == 4


def test_other_pipelines_are_refused() -> None:
    """A pipeline without an end, with a small buffer or with other batches is refused."""
    for dataset, reason in (
        (pairs().batch(8).repeat(), "dataset_endless()"),
        (pairs().shuffle(5).batch(8), "dataset_small_buffer()"),
        (pairs().shuffle(COUNT).batch(8, drop_remainder=True), "dataset_drops_rows()"),
        (
            pairs().shuffle(COUNT, reshuffle_each_iteration=False).batch(8),
            "dataset_shuffled_once()",
        ),
        (pairs().batch(5).shuffle(4, seed=1), "dataset_changes()"),
        (pairs().take(8).batch(3).concatenate(pairs().batch(4)), "dataset_uneven_batches()"),
        (pairs().map(lambda x, y: {"x": x, "y": y}).batch(4), "dataset_more_parts()"),
        (pairs().take(0).batch(4), "dataset_changes_form()"),
    ):
        with pytest.raises(RecipeError) as caught:
            described(dataset)
        assert reason_of(caught.value) == reason
    with pytest.raises(RecipeError, match="labels_beside_dataset"):
        asked(x=pairs().batch(4))
    with pytest.raises(RecipeError, match="steps_of_dataset"):
        described(pairs().batch(4), steps_per_epoch=2)
