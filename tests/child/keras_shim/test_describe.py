"""Keras objects and data into recipes: each exactly, or a clause that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from autograder.child.keras_shim.drawing import Streams
from autograder.recipes import recipe
from autograder.recipes.recipe import (
    Compiled,
    Constraint,
    Initializer,
    Loss,
    LossScale,
    Metric,
    Network,
    Regularizer,
)
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
    """Noise may be applied in training alone; any other layer may not, and none be forced."""
    import keras

    class Own(keras.Model):  # type: ignore[misc]
        def __init__(self, more: Any, branches: bool) -> None:
            super().__init__()
            self.branches, self.more = branches, more
            self.flatten, self.first, self.last = flat()

        def call(self, images: Any, training: bool = False) -> Any:
            values = self.first(self.flatten(images))
            if not self.branches or training:
                values = self.more(values)
            return self.last(values)

    for branches in (False, True):
        noisy = network(Own(keras.layers.Dropout(0.5), branches))
        assert noisy.layers[2] == recipe.Dropout(0.5)
    assert refused(Own(keras.layers.Dense(4), True)) == "other_layers_in_training()"


def test_a_call_without_training_leaves_noise_out() -> None:
    """Keras never tells such a `call` that the model trains, so Dropout does nothing in it."""
    import keras

    noisy = own(one_by_one, keras.layers.Dropout(0.5), keras.layers.GaussianNoise(0.1))
    kinds = [type(layer) for layer in network(noisy).layers]
    assert recipe.Dropout not in kinds
    assert recipe.GaussianNoise not in kinds


def test_branches_are_described_by_places() -> None:
    """A graph has each layer once, and each time that one is applied to what others made."""
    import keras

    inputs = keras.Input(SHAPE)
    flatten, first, last = flat()
    values = first(flatten(inputs))
    added = keras.layers.Add()([values, first(flatten(inputs)) * 2.0])
    described = network(keras.Model(inputs, last(keras.ops.relu(added))))
    assert [type(layer).__name__ for layer in described.layers] == [
        "Flatten", "Dense", "Rescaling", "Add", "Activate", "Dense",
    ]  # fmt: skip
    assert described.nodes[-1] == (5, len(described.nodes) - 1)
    assert sorted(number for number, *_places in described.nodes) == [0, 0, 1, 1, 2, 3, 4, 5]
    twice = keras.Sequential([keras.layers.Flatten(), *[keras.layers.Dense(4)] * 2])
    assert network(twice).nodes == ((0, 0), (1, 1), (1, 2))
    forced = keras.layers.Dropout(0.5)(values, training=True)
    assert network(keras.Model(inputs, last(forced))).nodes == ()


def test_layers_that_only_apply_layers_are_unfolded() -> None:
    """Somebody's own layer is what it applies; one that computes itself is refused."""
    import keras

    class Block(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self, scale: float = 0.0) -> None:
            super().__init__()
            self.parts, self.scale = keras.layers.Dense(4, "relu"), scale

        def call(self, values: Any) -> Any:
            made = self.parts(values)
            return made**self.scale if self.scale else made

    flatten, _first, last = flat()
    assert network(sequential(flatten, Block(), last)).layers[1] == recipe.Dense(
        4, activation="relu"
    )
    assert refused(sequential(flatten, Block(2.0))) == "computes_itself(operation=Power)"


def test_models_that_do_more_than_apply_layers_are_refused() -> None:
    """Whatever the trainer could not build anew is refused with a clause."""
    import keras

    inputs = keras.Input(SHAPE)
    flatten, first, last = flat()
    values = first(flatten(inputs))
    both = keras.layers.Dot(1)([values, values])
    assert refused(keras.Model(inputs, both)) == "unknown_part(part=layer, name=Dot)"
    assert refused(keras.Model(inputs, [values, last(values)])) == "several_inputs()"
    assert refused(keras.Model(inputs, values**2)) == "computes_itself(operation=Power)"
    told = own(lambda model, x: keras.layers.Dropout(0.5)(model.parts[0](x), training=True))
    assert refused(told) == "sets_training(layer=Dropout)"
    assert refused(own(lambda _model, x: np.asarray(x))) == "call_does_more()"
    untrained = own(one_by_one, keras.layers.BatchNormalization())
    assert refused(untrained) == "call_without_training(layer=BatchNormalization)"


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
        layers.LSTM(3): recipe.LSTM(3),
        layers.Bidirectional(layers.GRU(3), "sum"): recipe.Bidirectional(recipe.GRU(3), "sum"),
        layers.Conv1D(4, 3, padding="causal"): recipe.Conv1D(4, (3,), padding="causal"),
        layers.SeparableConv2D(4, 3): recipe.SeparableConv2D(4, (3, 3)),
        layers.PReLU(shared_axes=[1]): recipe.PReLU(shared_axes=(1,)),
        layers.ZeroPadding2D(1): recipe.ZeroPadding2D(),
        layers.Permute((2, 1)): recipe.Permute((2, 1)),
        layers.RandomZoom(0.1, seed=3): recipe.RandomZoom(0.1, seed=3),
        layers.Normalization(mean=0.5, variance=2.0, axis=None): recipe.Normalization(
            None, 0.5, 2.0
        ),
        layers.Dense(3, dtype="mixed_float16", kernel_constraint="max_norm"): recipe.Dense(
            3,
            dtype="mixed_float16",
            kernel_constraint=Constraint("MaxNorm", {"max_value": 2}, (0,)),
        ),
        layers.Dense(
            3, kernel_initializer=initializers.VarianceScaling(mode="fan_out")
        ): recipe.Dense(
            3,
            kernel_initializer=Initializer(
                "VarianceScaling",
                {"scale": 1.0},
                words={"mode": "fan_out", "distribution": "truncated_normal"},
            ),
        ),
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
        layers.ConvLSTM1D(3, 2): "unknown_part(part=layer, name=ConvLSTM1D)",
        frozen: "frozen(layer=Dense)",
        layers.Dense(3, dtype="float16"): "computes_in(part=layer, name=Dense, dtype=float16)",
        layers.Dense(3, kernel_constraint=initial): (
            "unknown_part(part=constraint, name=function)"
        ),
        layers.Dense(3, lambda x: x): "unknown_part(part=activation, name=<lambda>)",
        layers.LSTM(3, dropout=0.2): argument("LSTM", "dropout"),
        layers.LSTM(3, layers.ReLU(6)): "unknown_part(part=activation, name=ReLU)",
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


def test_the_one_outputs_share_is_described() -> None:
    """Metrics in whatever holds them, weighted ones, a loss in a list, and its weight."""
    import keras

    plain = compiled_as("adam", LOSS, metrics=["accuracy"])
    for given in ([["accuracy"]], {"out": ["accuracy"]}, ("accuracy",)):
        assert compiled_as("adam", [LOSS], metrics=given) == plain
    whole = compiled_as("adam", LOSS, loss_weights=[0.5], weighted_metrics=["accuracy"])
    assert (whole.loss_weight, whole.weighted_metrics, whole.metrics) == (0.5, ("accuracy",), ())
    sharp = keras.metrics.BinaryAccuracy("sharp ones", threshold=0.7)
    precision = keras.metrics.Precision(name="p", class_id=2)
    objects = compiled_as("adam", keras.losses.Huber(0.5), metrics=[sharp, precision])
    assert objects.loss == Loss("Huber", numbers={"delta": 0.5})
    assert objects.metrics == (
        Metric("BinaryAccuracy", "sharp ones", arguments={"threshold": 0.7}),
        Metric("Precision", "p", arguments={"class_id": 2}),
    )


def test_schedules_and_averages_are_described() -> None:
    """A schedule takes the place of the rate; averages are numbers only where they are taken."""
    import keras

    decay = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)
    described = compiled_as(keras.optimizers.SGD(decay), LOSS).optimizer
    assert described.schedule is not None
    assert described.schedule.numbers["decay_steps"] == 10
    assert "learning_rate" not in described.numbers
    assert not {"use_ema", "ema_momentum"} & set(described.numbers)
    averaged = compiled_as(keras.optimizers.Ftrl(use_ema=True), LOSS).optimizer
    assert averaged.averages
    scaled = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(), initial_scale=8.0)
    assert compiled_as(scaled, LOSS).optimizer.loss_scale == LossScale(8.0)


def test_other_ways_to_compile_are_refused() -> None:
    """Own schedules, losses and metrics, and what has no word in the vocabulary, are refused."""
    import keras

    class Own(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
        def __call__(self, _step: Any) -> Any:
            return 0.1

    halved = keras.losses.CategoricalCrossentropy(axis=0)
    multiple = keras.metrics.AUC(multi_label=True, num_labels=3)
    for how, reason in (
        (("adam", lambda y, p: y + p), "unknown_part(part=loss, name=<lambda>)"),
        (("adam", keras.losses.CTC()), "unknown_part(part=loss, name=CTC)"),
        (("adam", halved), "argument(part=loss, name=CategoricalCrossentropy, argument=axis)"),
        (("adam", [LOSS, LOSS]), "compile_argument(argument=loss)"),
        (
            ("adam", LOSS, None, [multiple]),
            "argument(part=metric, name=AUC, argument=multi_label)",
        ),
        ((keras.optimizers.SGD(Own()), LOSS), "learning_rate_schedule()"),
        (
            (keras.optimizers.SGD(gradient_accumulation_steps=2), LOSS),
            "argument(part=optimizer, name=SGD, argument=gradient_accumulation_steps)",
        ),
        ((keras.optimizers.Muon(), LOSS), "unknown_part(part=optimizer, name=Muon)"),
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


def test_other_pipelines_are_what_they_give() -> None:
    """Rows are those of the first epoch, in their order; each epoch says which it consists of."""

    def flipped() -> Iterator[Any]:
        yield X[:5], Y[:5]
        yield X[3:9] * 2, Y[3:9]
        yield X[:3], Y[:3]
        yield X[5:6] * 3, Y[5:6]

    arrays = Arrays(Remembered())
    described = asked(x=flipped(), y=None, steps_per_epoch=2, arrays=arrays)
    rows = np.concatenate([X[:5], X[3:9] * 2]).astype(np.float32)
    assert np.array_equal(described.training.images, rows)
    assert (described.fit.batch_size, described.fit.shuffle) == (None, False)
    assert (described.fit.steps_per_epoch, described.steps) == (None, 2)
    found = []
    for epoch in range(2):
        drawn = described.with_batches(described.fit, arrays, epoch).drawn
        assert drawn is not None
        named = arrays.by_digest([drawn.rows.digest, drawn.ends.digest])
        found.append([named[drawn.rows.digest].tolist(), named[drawn.ends.digest].tolist()])
        assert (drawn.more is None) == (epoch == 0)
    assert found == [[[*range(11)], [5, 11]], [[0, 1, 2, 11], [3, 4]]]


def test_a_pipeline_without_an_end_says_what_it_gave() -> None:
    """Repeated, shuffled and in batches, it is drawn; the size of its batches is known."""
    arrays = Arrays(Remembered())
    for steps, batches, size in (
        (3, pairs().repeat().shuffle(COUNT).batch(8), 8),
        (2, pairs().shuffle(COUNT).repeat().batch(8), 8),
        (1, pairs().repeat().batch(8), 8),
    ):
        made = asked(x=batches, y=None, steps_per_epoch=steps, arrays=arrays)
        drawn = made.with_batches(made.fit, arrays, 0).drawn
        assert drawn is not None
        assert (drawn.size, drawn.ends.shape, drawn.rows.shape) == (size, (steps,), (8 * steps,))


def test_what_was_drawn_is_given_back() -> None:
    """A generator that is refused afterwards gives Keras every batch, the first ones too."""
    batches = [(X[:4], Y[:4]), (X[4:8], Y[4:8]), (X[8:12], Y[8:12])]
    given = {"x": (batch for batch in batches), "steps_per_epoch": 1, "class_weight": None}
    streams = Streams.of(given | {"validation_data": None, "validation_steps": None})
    assert streams.training is not None
    streams.training.begin()
    streams.training.epoch()
    rest = streams.put_back(given | {"validation_data": None})["x"]
    assert [batch[0].tolist() for batch in rest] == [batch[0].tolist() for batch in batches[1:]]


def test_other_pipelines_are_refused() -> None:
    """A pipeline without an end, without batches or of more than images is refused."""
    for dataset, reason in (
        (pairs().batch(8).repeat(), "dataset_endless()"),
        (pairs().map(lambda x, y: {"x": x, "y": y}).batch(4), "dataset_more_parts()"),
        (pairs().take(0).batch(4), "dataset_unreadable()"),
    ):
        with pytest.raises(RecipeError) as caught:
            described(dataset)
        assert reason_of(caught.value) == reason
    with pytest.raises(RecipeError, match="labels_beside_dataset"):
        asked(x=pairs().batch(4))
