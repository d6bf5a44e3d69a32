"""Models outside the vocabulary of recipes, as orders to train what was traced of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.child.keras_shim.provenance import Provenance
from autograder.child.keras_shim.tracing import Rows, TracedModel, inner_optimizer, trace_model
from autograder.recipes.recipe import OPTIMIZERS, Compiled, Network, Optimizer
from autograder.recipes.requests import Fit, FitRequest, Seen, Traced
from autograder.training.trainer_process import TrainerJob
from tests.orders import SEED, Arrays, images, known, labelled, labels

COUNT, BATCH, EPOCHS = 80, 32, 2
NOTHING_SEEN = Seen("unknown", "unknown", "unknown", "unknown", "unknown", "unknown")


def traced(model: Any, *, validated: int = 0, provenance: Provenance | None = None) -> TracedModel:
    """What is traced of a compiled model for `COUNT` images in batches of `BATCH`."""
    rows = rows_of(COUNT, BATCH)
    build(model)
    known = Provenance() if provenance is None else provenance
    return trace_model(
        model, rows, rows_of(validated, BATCH) if validated else None, known.initializer_of
    )


def made(make: Callable[[], Any], *, validated: int = 0) -> tuple[Any, TracedModel]:
    """A model and what is traced of it, with values that are known from their beginning."""
    import keras

    provenance = Provenance()
    original = keras.layers.Layer.add_weight
    keras.layers.Layer.add_weight = provenance.noting(original)
    try:
        model = make()
        return model, traced(model, validated=validated, provenance=provenance)
    finally:
        keras.layers.Layer.add_weight = original


def build(model: Any) -> None:
    """Makes the model's variables and metrics, as `fit` does before its first step."""
    model._symbolic_build(data_batch=(images(BATCH), labels(BATCH)))  # noqa: SLF001 - as `fit`


def rows_of(count: int, size: int) -> Rows:
    """Images with labels as Keras's batches of that size have them."""
    from keras.src.trainers.data_adapters import get_data_adapter

    adapter = get_data_adapter(x=images(count), y=labels(count), batch_size=size, shuffle=False)
    return Rows(*adapter.get_tf_dataset().element_spec)


def order(  # noqa: PLR0913 - one argument for each thing a test varies
    found: TracedModel,
    model: Any,
    *,
    epochs: int = EPOCHS,
    first_epoch: int = 0,
    validated: int = 0,
    weights: tuple[NDArray[Any], ...] | None = None,
    optimizer: tuple[NDArray[Any], ...] | None = None,
    seed: int = SEED,
    labels_from: int = 0,
) -> TrainerJob:
    """An order to train what was traced of a model."""
    arrays: Arrays = {}
    fit = Fit(
        Network(()),
        Compiled(optimizer_of(model), None),
        labelled(arrays, images(COUNT), labels(COUNT) + np.uint8(labels_from)),
        validation=labelled(arrays, images(validated), labels(validated)) if validated else None,
        batch_size=BATCH,
        traced=Traced(known(found.data, arrays), NOTHING_SEEN),
    )
    request = FitRequest(fit, epochs, first_epoch)
    return TrainerJob(request, seed, arrays, weights, optimizer)


def optimizer_of(model: Any) -> Optimizer:
    """An optimiser by name and numbers; a schedule of its own is in the program."""
    import keras

    optimizer, _scale = inner_optimizer(model.optimizer)
    kept = optimizer._learning_rate  # noqa: SLF001 - the property computes it
    optimizer._learning_rate = 0.5  # noqa: SLF001 - a schedule need not have a description
    config = optimizer.get_config()
    optimizer._learning_rate = kept  # noqa: SLF001 - as above
    if isinstance(kept, keras.Variable):
        config["learning_rate"] = float(kept.numpy())
    kind = type(optimizer).__name__
    numbers = {name: value for name, value in config.items() if name in OPTIMIZERS[kind]}
    return Optimizer(kind, numbers)  # type: ignore[arg-type]


def weights_of(model: Any) -> tuple[NDArray[Any], ...]:
    """The values that a training starts from or leaves."""
    variables = [*model.trainable_variables, *model.non_trainable_variables]
    return tuple(np.array(variable.numpy()) for variable in variables)


def head(*layers: Any) -> Any:
    """A chain of layers on images of 8 by 8."""
    import keras

    return keras.Sequential([keras.Input((8, 8)), *layers])


def compiled(model: Any, optimizer: Any = "adam", loss: Any = "", metrics: Any = ()) -> Any:
    model.compile(
        optimizer=optimizer,
        loss=loss or "sparse_categorical_crossentropy",
        metrics=list(metrics) or ["accuracy"],
    )
    return model


def own_call() -> Any:
    """Ordinary code in `call`."""
    import keras
    import tensorflow as tf

    class Net(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.hidden = keras.layers.Dense(16)
            self.last = keras.layers.Dense(10)

        def call(self, x: Any) -> Any:
            x = tf.reshape(tf.cast(x, tf.float32) / 2.0, (-1, 64))
            return tf.nn.softmax(self.last(tf.nn.relu(self.hidden(x))))

    return compiled(Net())


def lambdas() -> Any:
    """A Lambda layer, and a function as an activation."""
    import tensorflow as tf
    from keras.layers import Dense, Lambda

    return compiled(
        head(
            Lambda(lambda x: tf.reshape(x, (-1, 64))),
            Dense(16, activation=lambda x: tf.maximum(x, 0.2 * x)),
            Dense(10, activation="softmax"),
        )
    )


def lstm() -> Any:
    """A loop of TensorFlow's, with lists of tensors in it."""
    from keras.layers import LSTM, Dense

    return compiled(head(LSTM(8), Dense(10, activation="softmax")))


def noise() -> Any:
    """What depends on training: noise, averages, and a condition in `call`."""
    import keras
    from keras.layers import BatchNormalization, Dense, Dropout, Flatten

    class Net(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.flatten = Flatten()
            self.hidden = Dense(16, activation="relu")
            self.norm = BatchNormalization()
            self.drop = Dropout(0.3)
            self.last = Dense(10, activation="softmax")

        def call(self, x: Any, training: bool = False) -> Any:
            x = self.norm(self.hidden(self.flatten(x)), training=training)
            return self.last(self.drop(x, training=True) if training else x)

    return compiled(Net())


def own_layer() -> Any:
    """A layer of one's own, with weights and a regulariser."""
    import keras
    from keras import ops
    from keras.layers import Dense, Flatten

    class Block(keras.Layer):  # type: ignore[misc]
        def build(self, shape: Any) -> None:
            self.w = self.add_weight(
                shape=(shape[-1], 16), initializer="he_normal", name="w", regularizer="l2"
            )
            self.b = self.add_weight(shape=(16,), initializer="zeros", name="b")

        def call(self, x: Any) -> Any:
            return ops.relu(x @ self.w + self.b)

    return compiled(head(Flatten(), Block(), Dense(10, activation="softmax")))


def own_loss_and_metrics() -> Any:
    """A loss, a metric as a function, and a metric as a class of one's own."""
    import keras
    import tensorflow as tf
    from keras import ops
    from keras.layers import Dense, Flatten

    def loss(y: Any, p: Any) -> Any:
        return tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(y, p)) * 1.0

    def share_right(y: Any, p: Any) -> Any:
        right = ops.equal(ops.cast(ops.reshape(y, (-1,)), "int64"), ops.argmax(p, -1))
        return ops.mean(ops.cast(right, "float32"))

    class F1(keras.metrics.Metric):  # type: ignore[misc]
        def __init__(self, name: str = "f1") -> None:
            super().__init__(name=name)
            self.right = self.add_weight(name="right", initializer="zeros", shape=(10,))
            self.all = self.add_weight(name="all", initializer="zeros", shape=(10,))

        def update_state(self, y: Any, p: Any, sample_weight: Any = None) -> None:
            del sample_weight
            true = tf.one_hot(tf.cast(tf.reshape(y, [-1]), tf.int32), 10)
            guessed = tf.one_hot(tf.argmax(p, -1), 10)
            self.right.assign_add(tf.reduce_sum(true * guessed, 0))
            self.all.assign_add(tf.reduce_sum(true + guessed, 0))

        def result(self) -> Any:
            return tf.reduce_mean(2 * self.right / (self.all + 1e-7))

    model = head(Flatten(), Dense(16, activation="relu"), Dense(10, activation="softmax"))
    return compiled(model, loss=loss, metrics=[share_right, F1(), "accuracy"])


def own_schedule() -> Any:
    """A learning rate that a class of one's own computes."""
    import keras
    import tensorflow as tf
    from keras.layers import Dense, Flatten

    class Warm(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
        def __call__(self, step: Any) -> Any:
            step = tf.cast(step, tf.float32)
            return 0.01 * tf.minimum(1.0, (step + 1) / 3.0) / tf.sqrt(1.0 + step / 50.0)

    model = head(Flatten(), Dense(16, activation="relu"), Dense(10, activation="softmax"))
    return compiled(model, optimizer=keras.optimizers.SGD(Warm(), momentum=0.9))


def adapted() -> Any:
    """A mean and a deviation of each pixel, and noise."""
    from keras.layers import Dense, Flatten, GaussianNoise, Normalization

    norm = Normalization()
    norm.adapt(images(COUNT).reshape(-1, 64))
    return compiled(
        head(
            Flatten(),
            norm,
            GaussianNoise(0.1),
            Dense(16, activation="relu"),
            Dense(10, activation="softmax"),
        )
    )


def moved_images() -> Any:
    """Images that are mirrored and moved at random."""
    from keras.layers import Dense, Flatten, RandomFlip, RandomTranslation, Reshape

    return compiled(
        head(
            Reshape((8, 8, 1)),
            RandomFlip("horizontal"),
            RandomTranslation(0.1, 0.1),
            Flatten(),
            Dense(10, activation="softmax"),
        )
    )


def sixteen_bits() -> Any:
    """Mixed precision, with an optimiser that scales the loss."""
    import keras
    from keras.layers import Dense, Flatten

    keras.config.set_dtype_policy("mixed_float16")
    try:
        model = head(
            Flatten(),
            Dense(16, activation="relu"),
            Dense(10, activation="softmax", dtype="float32"),
        )
        return compiled(model)
    finally:
        keras.config.set_dtype_policy("float32")


def constrained() -> Any:
    """A norm that weights are held to, and a layer that is used twice."""
    import keras
    from keras.layers import Dense, Flatten, Subtract

    x = keras.Input((8, 8))
    twice = Dense(16, activation="relu", kernel_constraint=keras.constraints.MaxNorm(1.0))
    h = twice(twice(Dense(16)(Flatten()(x))))
    model = keras.Model(x, Dense(10)(Subtract()([h, Dense(16)(h)])))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled(model, loss=loss, optimizer="rmsprop")


def convolutions() -> Any:
    """Convolutions, pooling and edges."""
    from keras.layers import (
        AveragePooling2D,
        Conv2D,
        Dense,
        Flatten,
        Reshape,
        SeparableConv2D,
        ZeroPadding2D,
    )

    return compiled(
        head(
            Reshape((8, 8, 1)),
            Conv2D(4, 3, activation="relu"),
            AveragePooling2D(2),
            ZeroPadding2D(),
            SeparableConv2D(4, 3),
            Flatten(),
            Dense(10, activation="softmax"),
        )
    )


MODELS: dict[str, Callable[[], Any]] = {
    make.__name__: make
    for make in (
        own_call,
        lambdas,
        lstm,
        noise,
        own_layer,
        own_loss_and_metrics,
        own_schedule,
        adapted,
        moved_images,
        sixteen_bits,
        constrained,
        convolutions,
    )
}
