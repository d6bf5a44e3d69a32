"""Small programs that train, as students write them; each is run with Keras alone and with the
trainer, and must see the same.

A program is called with `note`, which keeps what it sees under a name.
"""

from __future__ import annotations

import importlib.util
import pathlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

Note = Callable[[str, Any], None]
Program = Callable[[Note], None]
PROGRAMS: dict[str, Program] = {}

COUNT, SIDE, CLASSES = 96, 6, 3
LOSS = "sparse_categorical_crossentropy"
GENERATOR = np.random.default_rng(3)
Y = GENERATOR.integers(0, CLASSES, COUNT).astype(np.uint8)
# Brightest in the row that belongs to the class, as 64-bit floats like any image divided by 255.
X = GENERATOR.random((COUNT, SIDE, SIDE)) * 0.8
X[np.arange(COUNT), Y] += 0.4
TEST = (X[:20] * 0.9, Y[:20])


def program(function: Program) -> Program:
    """Adds a program to those that are compared."""
    PROGRAMS[function.__name__] = function
    return function


def made(*hidden: Any, compiled: bool = True, **how: Any) -> Any:
    """A network with these hidden layers, one of eight neurons by default."""
    from keras import Sequential, layers

    middle = hidden or (layers.Dense(8, activation="relu"),)
    model = Sequential(
        [layers.Flatten(), *middle, layers.Dense(CLASSES, activation="softmax")], name="made"
    )
    if compiled:
        how = {"optimizer": "adam", "loss": LOSS, "metrics": ["accuracy"]} | how
        model.compile(**how)
    return model


def note_all(note: Note, model: Any, history: Any, name: str = "") -> None:
    """Keeps what a training leaves behind."""
    note(f"{name}history", history.history)
    note(f"{name}epoch", list(history.epoch))
    note(f"{name}params", history.params)
    note(f"{name}kind", type(history).__name__)
    note(f"{name}is the model's", model.history is history and history.model is model)
    note(f"{name}weights", model.get_weights())
    note(f"{name}shape", getattr(model, "input_shape", None) if name == "" else None)
    note(f"{name}iterations", int(model.optimizer.iterations.numpy()))
    note(f"{name}stop", model.stop_training)


def hooks(seen: list[Any], **do: Callable[..., Any]) -> Any:
    """A callback that keeps the order of its hooks, and does something in one of them."""
    import keras

    class Hooks(keras.callbacks.Callback):  # type: ignore[misc]
        def told(self, hook: str, *place: int, logs: Any = None) -> None:
            seen.append([hook, *place, dict(logs or {}), self.params])
            if hook in do:
                do[hook](self, *place, logs)

        def on_train_begin(self, logs: Any = None) -> None:
            self.told("on_train_begin", logs=logs)

        def on_train_end(self, logs: Any = None) -> None:
            self.told("on_train_end", logs=logs)

        def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
            self.told("on_epoch_begin", epoch, logs=logs)

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            self.told("on_epoch_end", epoch, logs=logs)

        def on_test_begin(self, logs: Any = None) -> None:
            self.told("on_test_begin", logs=logs)

        def on_test_end(self, logs: Any = None) -> None:
            self.told("on_test_end", logs=logs)

    return Hooks()


# ---- networks ------------------------------------------------------------------------------------


@program
def sequential(note: Note) -> None:
    model = made()
    note_all(note, model, model.fit(X, Y, epochs=3, verbose=0))


@program
def sequential_with_input(note: Note) -> None:
    import keras

    model = keras.Sequential([keras.Input((SIDE, SIDE)), *made(compiled=False).layers])
    model.compile("adam", LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def functional(note: Note) -> None:
    import keras

    inputs = keras.Input((SIDE, SIDE))
    hidden = keras.layers.Dense(8, activation="relu")(keras.layers.Flatten()(inputs))
    model = keras.Model(inputs, keras.layers.Dense(CLASSES, activation="softmax")(hidden))
    model.compile("adam", LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


def subclass() -> Any:
    import keras

    class Net(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.last = keras.layers.Dense(CLASSES, activation="softmax")
            self.drop = keras.layers.Dropout(0.3)
            self.first = keras.layers.Dense(8, activation="relu")
            self.flatten = keras.layers.Flatten()

        def call(self, images: Any, training: bool = False) -> Any:
            return self.last(self.drop(self.first(self.flatten(images)), training=training))

    return Net()


@program
def subclassed(note: Note) -> None:
    model = subclass()
    model.compile("adam", LOSS, metrics=["accuracy"])
    history = model.fit(X, Y, epochs=2, verbose=0)
    note("built", model.built)
    note("history", history.history)
    note("weights", model.get_weights())
    note("evaluated", model.evaluate(*TEST, verbose=0))


@program
def subclassed_without_training(note: Note) -> None:
    import keras

    class Net(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.parts = [
                keras.layers.Flatten(),
                keras.layers.Dense(8, activation="relu"),
                keras.layers.Dropout(0.5),
                keras.layers.Dense(CLASSES, activation="softmax"),
            ]

        def call(self, images: Any) -> Any:
            for part in self.parts:
                images = part(images)
            return images

    model = Net()
    model.compile("adam", LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def nested(note: Note) -> None:
    import keras

    inner = keras.Sequential([keras.layers.Dense(8, activation="relu")])
    model = made(inner)
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def dropout(note: Note) -> None:
    import keras

    model = made(keras.layers.Dense(16, "relu"), keras.layers.Dropout(0.4))
    note_all(note, model, model.fit(X, Y, epochs=3, validation_split=0.25, verbose=0))
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), "again ")


@program
def batch_normalization(note: Note) -> None:
    import keras

    model = made(keras.layers.Dense(8), keras.layers.BatchNormalization(), keras.layers.ReLU())
    note_all(note, model, model.fit(X, Y, epochs=3, validation_data=TEST, verbose=0))
    note("predicted", model.predict(X[:7], verbose=0))


@program
def convolution(note: Note) -> None:
    import keras

    model = keras.Sequential(
        [
            keras.layers.Reshape((SIDE, SIDE, 1)),
            keras.layers.Conv2D(4, 3, activation="relu", padding="same"),
            keras.layers.MaxPooling2D(),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(CLASSES, "softmax"),
        ]
    )
    model.compile("adam", LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def logits_and_regularizers(note: Note) -> None:
    import keras

    model = keras.Sequential(
        [
            keras.layers.Rescaling(2.0),
            keras.layers.Flatten(),
            keras.layers.Dense(8, "tanh", kernel_regularizer="l2", kernel_initializer="he_normal"),
            keras.layers.Dense(CLASSES),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), loss, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


# ---- data ----------------------------------------------------------------------------------------


@program
def validation_split(note: Note) -> None:
    model = made()
    note_all(note, model, model.fit(X, Y, validation_split=0.3, epochs=2, verbose=0))


@program
def validation_data(note: Note) -> None:
    model = made()
    history = model.fit(
        X, Y, epochs=4, validation_data=TEST, validation_freq=2, validation_batch_size=7, verbose=0
    )
    note_all(note, model, history)


@program
def sample_weights(note: Note) -> None:
    model = made()
    weights = np.linspace(0, 2, COUNT)
    note_all(note, model, model.fit(X, Y, sample_weight=weights, epochs=2, verbose=0))
    note_all(
        note,
        model,
        model.fit(
            X, Y, sample_weight=weights, validation_split=0.2, epochs=2, batch_size=10, verbose=0
        ),
        "again ",
    )


@program
def class_weights(note: Note) -> None:
    model = made()
    weights = {0: 1.0, 1: 5.0, 2: 0.5}
    note_all(note, model, model.fit(X, Y, class_weight=weights, epochs=2, verbose=0))


@program
def dataset(note: Note) -> None:
    import tensorflow as tf

    pairs = tf.data.Dataset.from_tensor_slices((X.astype(np.float32), Y))
    model = made()
    history = model.fit(
        pairs.map(lambda x, y: (x / 2, y)).batch(16).cache().prefetch(2),
        epochs=2,
        validation_data=pairs.take(20).batch(8),
        verbose=0,
    )
    note("history", history.history)
    note("weights", model.get_weights())


@program
def tensors_and_whole_numbers(note: Note) -> None:
    import tensorflow as tf

    model = made()
    images = tf.constant((X * 100).astype(np.int32))
    note_all(note, model, model.fit(images, tf.constant(Y), epochs=2, verbose=0))


@program
def batch_size_and_order(note: Note) -> None:
    model = made()
    history = model.fit(X, Y, batch_size=25, shuffle=False, epochs=2, verbose=0)
    note_all(note, model, history)


@program
def one_hot(note: Note) -> None:
    import keras

    model = made(loss="categorical_crossentropy", metrics=["accuracy", "mse"])
    note_all(note, model, model.fit(X, keras.utils.to_categorical(Y), epochs=2, verbose=0))


# ---- callbacks -----------------------------------------------------------------------------------


@program
def own_callback(note: Note) -> None:
    seen: list[Any] = []
    model = made()
    history = model.fit(X, Y, epochs=3, validation_split=0.25, verbose=0, callbacks=[hooks(seen)])
    note_all(note, model, history)
    note("hooks", seen)


@program
def stops_itself(note: Note) -> None:
    def stop(callback: Any, epoch: int, logs: Any) -> None:
        callback.model.stop_training = epoch == 1 and "loss" in logs

    seen: list[Any] = []
    model = made()
    history = model.fit(X, Y, epochs=9, verbose=0, callbacks=[hooks(seen, on_epoch_end=stop)])
    note_all(note, model, history)
    note("hooks", seen)


@program
def early_stopping(note: Note) -> None:
    import keras

    model = made(optimizer=keras.optimizers.Adam(0.3))
    stopper = keras.callbacks.EarlyStopping(
        "val_accuracy", patience=1, restore_best_weights=True, start_from_epoch=1
    )
    history = model.fit(X, Y, epochs=12, validation_data=TEST, verbose=0, callbacks=[stopper])
    note_all(note, model, history)
    note("stopped", [stopper.stopped_epoch, stopper.best_epoch, stopper.best])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), "again ")


@program
def learning_rate_scheduler(note: Note) -> None:
    import keras

    model = made(optimizer=keras.optimizers.SGD(0.5))
    schedule = keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate / (epoch + 2))
    note_all(note, model, model.fit(X, Y, epochs=3, verbose=0, callbacks=[schedule]))
    note("rate", float(model.optimizer.learning_rate.numpy()))


@program
def reduce_on_plateau(note: Note) -> None:
    import keras

    model = made(optimizer=keras.optimizers.Adam(0.2))
    reduce = keras.callbacks.ReduceLROnPlateau("loss", factor=0.1, patience=1, min_delta=0.3)
    note_all(note, model, model.fit(X, Y, epochs=5, verbose=0, callbacks=[reduce]))


@program
def lambda_callback(note: Note) -> None:
    import keras

    seen: list[Any] = []
    model = made()
    callback = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda epoch, logs: seen.append([epoch, logs]),
        on_train_end=lambda logs: seen.append(["end", logs]),
    )
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0, callbacks=callback))
    note("seen", seen)


@program
def files(note: Note) -> None:
    import keras

    model = made()
    callbacks = [
        keras.callbacks.CSVLogger("log.csv"),
        keras.callbacks.ModelCheckpoint("best.keras", "loss", save_best_only=True),
        keras.callbacks.ModelCheckpoint("{epoch}.weights.h5", save_weights_only=True),
    ]
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0, callbacks=callbacks))
    note("files", sorted(path.name for path in pathlib.Path().iterdir()))
    note("csv", pathlib.Path("log.csv").read_text("utf-8"))
    best = keras.models.load_model("best.keras")
    note("best", best.get_weights())
    model.load_weights("1.weights.h5")
    note("first", model.get_weights())
    note("evaluated", model.evaluate(*TEST, verbose=0))


@program
def batch_hooks(note: Note) -> None:
    import keras

    seen: list[Any] = []
    model = made()
    callback = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: seen.append([batch, logs])
    )
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0, callbacks=[callback]))
    note("seen", seen)


@program
def callback_changes_weights(note: Note) -> None:
    def halve(callback: Any, _epoch: int, _logs: Any) -> None:
        callback.model.set_weights([weight / 2 for weight in callback.model.get_weights()])

    model = made()
    note_all(
        note, model, model.fit(X, Y, epochs=3, verbose=0, callbacks=[hooks([], on_epoch_end=halve)])
    )


@program
def fit_within_fit(note: Note) -> None:
    other = made()

    def train(_callback: Any, epoch: int, _logs: Any) -> None:
        note(f"within {epoch}", other.fit(X[:32], Y[:32], verbose=0).history)

    model = made()
    history = model.fit(X, Y, epochs=2, verbose=0, callbacks=[hooks([], on_epoch_end=train)])
    note_all(note, model, history)


@program
def evaluates_within_fit(note: Note) -> None:
    def test(callback: Any, epoch: int, _logs: Any) -> None:
        note(f"tested {epoch}", callback.model.evaluate(*TEST, verbose=0))

    model = made()
    model.fit(X, Y, epochs=2, verbose=0, callbacks=[hooks([], on_epoch_end=test)])


@program
def callback_raises(note: Note) -> None:
    def fail(_callback: Any, epoch: int, _logs: Any) -> None:
        if epoch == 1:
            raise KeyError("mine")

    model = made()
    try:
        model.fit(X, Y, epochs=3, verbose=0, callbacks=[hooks([], on_epoch_end=fail)])
    except KeyError as error:
        note("raised", str(error))
    note("weights", model.get_weights())


# ---- several calls -------------------------------------------------------------------------------


@program
def continued(note: Note) -> None:
    model = made()
    first = model.fit(X, Y, epochs=2, verbose=0)
    second = model.fit(X, Y, initial_epoch=2, epochs=4, verbose=0)
    note_all(note, model, second)
    note("first", [first.history, first.epoch])
    nothing = model.fit(X, Y, initial_epoch=4, epochs=4, verbose=0)
    note("nothing", [nothing.history, nothing.epoch])
    note("none", model.fit(X, Y, epochs=0, verbose=0).history)
    note("weights", model.get_weights())


@program
def interleaved(note: Note) -> None:
    import keras

    first, second = made(), made(keras.layers.Dense(5, "relu"))
    for turn in range(2):
        note(f"first {turn}", first.fit(X, Y, verbose=0).history)
        note(f"second {turn}", second.fit(X, Y, verbose=0).history)
    note("weights", [*first.get_weights(), *second.get_weights()])


@program
def weights_set_between(note: Note) -> None:
    model = made()
    model.fit(X, Y, verbose=0)
    before = model.get_weights()
    model.fit(X, Y, verbose=0)
    model.set_weights(before)
    note_all(note, model, model.fit(X, Y, verbose=0), "back ")
    model.layers[1].kernel.assign(model.layers[1].kernel * 0)
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), "by hand ")


@program
def weights_copied(note: Note) -> None:
    model, copy = made(), made()
    model.fit(X, Y, epochs=2, verbose=0)
    copy.build((None, SIDE, SIDE))
    copy.set_weights(model.get_weights())
    note("evaluated", copy.evaluate(*TEST, verbose=0))
    note_all(note, copy, copy.fit(X, Y, verbose=0), "copy ")


@program
def built_and_read_first(note: Note) -> None:
    model = made()
    model.build((None, SIDE, SIDE))
    note("before", model.get_weights())
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def recompiled(note: Note) -> None:
    import keras

    model = made()
    model.fit(X, Y, epochs=2, verbose=0)
    model.compile(keras.optimizers.RMSprop(0.01), LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def learning_rate_set(note: Note) -> None:
    model = made()
    model.fit(X, Y, epochs=2, verbose=0)
    model.optimizer.learning_rate = 0.05
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def history_reused(note: Note) -> None:
    import keras

    history = keras.callbacks.History()
    model = made()
    model.fit(X, Y, epochs=2, verbose=0, callbacks=[history])
    model.fit(X, Y, epochs=1, verbose=0, callbacks=[history])
    note("history", history.history)
    note("epoch", history.epoch)


@program
def evaluate_and_predict(note: Note) -> None:
    model = made(metrics=["sparse_categorical_accuracy", "accuracy"])
    note("untrained", model.evaluate(*TEST, verbose=0))
    model.fit(X, Y, epochs=2, verbose=0)
    note("list", model.evaluate(*TEST, verbose=0))
    note("dict", model.evaluate(*TEST, verbose=0, return_dict=True, batch_size=7))
    note("weighted", model.evaluate(*TEST, verbose=0, sample_weight=np.linspace(0, 1, 20)))
    predicted = model.predict(X, verbose=0)
    note("predicted", predicted)
    note("predicted as", [str(predicted.dtype), list(predicted.shape)])
    note("single", model.predict(X[:1], verbose=0))
    alone = made(metrics=None)
    alone.fit(X, Y, verbose=0)
    note("alone", alone.evaluate(*TEST, verbose=0))


@program
def objects(note: Note) -> None:
    import keras

    metrics = [
        keras.metrics.SparseCategoricalAccuracy(name="hits"),
        keras.metrics.SparseTopKCategoricalAccuracy(2, name="two"),
    ]
    optimizer = keras.optimizers.AdamW(0.01, weight_decay=0.1, clipnorm=0.5)
    model = made(optimizer=optimizer, metrics=metrics)
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))
    note("evaluated", model.evaluate(*TEST, verbose=0))


@program
def optimizers_with_numbers(note: Note) -> None:
    import keras

    for optimizer in (
        keras.optimizers.SGD(0.05, nesterov=True, momentum=0.8),
        keras.optimizers.RMSprop(0.01, momentum=0.2, centered=True),
        keras.optimizers.Nadam(0.02),
        keras.optimizers.Adagrad(0.1),
    ):
        model = made(optimizer=optimizer)
        name = type(optimizer).__name__
        note(name, model.fit(X, Y, epochs=2, verbose=0).history)


# ---- what is printed -----------------------------------------------------------------------------


@program
def printed(note: Note) -> None:
    model = made()
    model.fit(X, Y, epochs=2, validation_split=0.25)
    model.fit(X, Y, epochs=2, verbose=2)
    model.fit(X, Y, verbose=1)
    model.evaluate(*TEST)
    model.evaluate(*TEST, verbose=2)
    model.predict(X)
    model.summary()
    note("parameters", model.count_params())


# ---- errors --------------------------------------------------------------------------------------


def raised(function: Callable[[], Any]) -> list[str]:
    """What a call raises: the classes, and the first words."""
    try:
        function()
    except Exception as error:  # noqa: BLE001 - compared, whatever it is
        words = str(error).split("Received")[0].split("Arguments")[0].split("\n")[0]
        return [*[kind.__name__ for kind in type(error).__mro__], words[:60]]
    return []


@program
def without_flatten(note: Note) -> None:
    import keras

    model = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(3, "softmax")])
    model.compile("adam", LOSS, metrics=["accuracy"])
    note("raised", raised(lambda: model.fit(X, Y, verbose=0)))
    note("built", model.built)
    note("mended", made().fit(X, Y, verbose=0).history)


@program
def too_few_outputs(note: Note) -> None:
    import keras

    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2, "softmax")])
    model.compile("adam", LOSS, metrics=["accuracy"])
    kinds = raised(lambda: model.fit(X, Y, verbose=0))
    note("raised", kinds[:-1])


@program
def wrong_calls(note: Note) -> None:
    import keras

    seen: list[Any] = []
    bare = made(compiled=False)
    note("not compiled", raised(lambda: bare.fit(X, Y, callbacks=[hooks(seen)], verbose=0)))
    model = made()
    note("lengths", raised(lambda: model.fit(X, Y[:-1], callbacks=[hooks(seen)], verbose=0)))
    note("before any hook", [row[0] for row in seen])
    note("lists", raised(lambda: model.fit(X.tolist(), Y.tolist(), verbose=0)))
    note("arguments", raised(lambda: model.fit(X, Y, epoch=3)))
    note("epochs", raised(lambda: model.fit(X, Y, epochs="three", verbose=0)))
    note("split", raised(lambda: model.fit(X[:1], Y[:1], validation_split=0.5, verbose=0)))
    note("loss", raised(lambda: made(loss="crossentropie").fit(X, Y, verbose=0)))
    note("metric", raised(lambda: made(metrics=["precisely"]).fit(X, Y, verbose=0)))
    twice = keras.optimizers.Adam()
    made(optimizer=twice).fit(X, Y, verbose=0)
    note("optimizer", raised(lambda: made(optimizer=twice).fit(X, Y, verbose=0))[:-1])
    note("still usable", model.fit(X, Y, verbose=0).history)


# ---- beyond the trainer --------------------------------------------------------------------------


@program
def own_layer_and_own_step(note: Note) -> None:
    import keras

    class Double(keras.layers.Layer):  # type: ignore[misc]
        def call(self, values: Any) -> Any:
            return values * 2

    model = made(Double(), keras.layers.Dense(8, "relu"))
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


@program
def generator(note: Note) -> None:
    def batches() -> Iterator[Any]:
        while True:
            for start in range(0, COUNT, 32):
                yield X[start : start + 32], Y[start : start + 32]

    model = made()
    note("history", model.fit(batches(), steps_per_epoch=3, epochs=2, verbose=0).history)
    note("weights", model.get_weights())


@program
def frozen_layer(note: Note) -> None:
    model = made()
    model.fit(X, Y, verbose=0)
    model.layers[1].trainable = False
    model.compile("adam", LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


# ---- more of Keras -------------------------------------------------------------------------------


def joined(*layers: Any, **how: Any) -> Any:
    """A functional model: these layers between a flattened image and the classes."""
    import keras

    inputs = keras.Input((SIDE, SIDE))
    values = keras.layers.Flatten()(inputs)
    for layer in layers:
        values = layer(values)
    model = keras.Model(inputs, keras.layers.Dense(CLASSES, activation="softmax")(values))
    model.compile(**{"optimizer": "adam", "loss": LOSS, "metrics": ["accuracy"]} | how)
    return model


@program
def functional_with_noise(note: Note) -> None:
    import keras

    layers = keras.layers
    model = joined(
        layers.GaussianNoise(0.1), layers.Dense(8, "relu"), layers.Dropout(0.3), layers.Dense(8)
    )
    note_all(note, model, model.fit(X, Y, epochs=3, validation_data=TEST, verbose=0))


@program
def branches(note: Note) -> None:
    import keras

    layers = keras.layers
    inputs = keras.Input((SIDE, SIDE))
    flat = layers.Flatten()(inputs)
    first = layers.Dense(8, activation="relu")(flat)
    shared = layers.Dense(8, activation="tanh")
    second = layers.Dropout(0.2)(shared(first))
    added = layers.Activation("relu")(layers.Add()([first, second]))
    other = layers.Maximum()([shared(added), first + second])
    several = [
        layers.Average()([first, added]),
        layers.Subtract()([added, other]),
        layers.Multiply()([first, other]),
        keras.ops.relu(other) * 0.5,
        flat,
    ]
    outputs = layers.Dense(CLASSES, activation="softmax")(layers.concatenate(several))
    model = keras.Model(inputs, outputs)
    model.compile(keras.optimizers.Adam(global_clipnorm=0.5), LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=3, validation_split=0.25, verbose=0))
    note("evaluated", model.evaluate(*TEST, verbose=0))
    note("predicted", model.predict(X[:7], verbose=0))


@program
def own_models_and_blocks(note: Note) -> None:
    import keras

    layers = keras.layers

    class Block(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.dense = layers.Dense(8, activation="relu")
            self.norm = layers.BatchNormalization()
            self.dropout = layers.Dropout(0.2)

        def call(self, values: Any) -> Any:
            return self.dropout(self.norm(self.dense(values))) + self.dense(values)

    class Net(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.flatten, self.block = layers.Flatten(), Block()
            self.dropout, self.last = layers.Dropout(0.3), layers.Dense(CLASSES)

        def call(self, images: Any, training: bool = False) -> Any:
            values = self.block(keras.ops.tanh(self.flatten(images)))
            if training:
                values = self.dropout(values, training=training)
            return keras.ops.softmax(self.last(values))

    model = made(layers.Dense(8), Block())
    note_all(note, model, model.fit(X, Y, epochs=2, validation_data=TEST, verbose=0))
    model = Net()
    model.compile("adam", LOSS, metrics=["accuracy"])
    note("history", model.fit(X, Y, epochs=2, validation_data=TEST, verbose=0).history)
    note("weights", model.get_weights())


@program
def schedules(note: Note) -> None:
    import keras

    named = keras.optimizers.schedules
    for schedule in (
        named.ExponentialDecay(0.05, 2, 0.9, staircase=True),
        named.InverseTimeDecay(0.05, 2, 0.5),
        named.PiecewiseConstantDecay([1, 4], [0.1, 0.01, 0.001]),
        named.PolynomialDecay(0.05, 4, cycle=True),
        named.CosineDecay(0.01, 4, warmup_target=0.1, warmup_steps=2),
        named.CosineDecayRestarts(0.05, 2),
    ):
        model = made(optimizer=keras.optimizers.SGD(schedule, momentum=0.5))
        seen: list[Any] = []
        history = model.fit(X, Y, epochs=2, verbose=0, callbacks=[hooks(seen)])
        name = type(schedule).__name__
        note(name, [history.history, seen, float(model.optimizer.learning_rate.numpy())])
        note(f"{name} weights", model.get_weights())


@program
def optimizers_of_other_kinds(note: Note) -> None:
    import keras

    named = keras.optimizers
    for place, optimizer in enumerate(
        (
            named.Ftrl(0.1),
            named.Lamb(0.01),
            named.Adafactor(0.01),
            named.Adam(0.01, use_ema=True, ema_momentum=0.9),
            named.SGD(0.1, use_ema=True, ema_overwrite_frequency=2),
            named.LossScaleOptimizer(named.Adam(0.01)),
        )
    ):
        model = made(optimizer=optimizer)
        note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), f"{place} ")
        note_all(note, model, model.fit(X, Y, verbose=0, callbacks=[hooks([])]), f"{place} again ")


@program
def metrics_in_every_form(note: Note) -> None:
    import keras

    named = keras.metrics
    ways: tuple[dict[str, Any], ...] = (
        {"metrics": {"classes": ["accuracy"]}},
        {"metrics": [["accuracy", named.SparseTopKCategoricalAccuracy(2, name="top 2")]]},
        {"metrics": ("acc",), "weighted_metrics": ["accuracy"], "loss_weights": [0.5]},
        {"loss": [LOSS], "metrics": [named.SparseCategoricalAccuracy("acc: all")]},
        {"loss": {"classes": keras.losses.SparseCategoricalCrossentropy(ignore_class=1)}},
    )
    for place, how in enumerate(ways):
        inputs = keras.Input((SIDE, SIDE))
        flat = keras.layers.Flatten()(inputs)
        outputs = keras.layers.Dense(CLASSES, activation="softmax", name="classes")(flat)
        model = keras.Model(inputs, outputs)
        model.compile(**{"optimizer": "sgd", "loss": LOSS} | how)
        weights = np.linspace(0, 1, COUNT)
        history = model.fit(X, Y, sample_weight=weights, verbose=0, validation_data=TEST)
        note(str(place), history.history)
        note(f"{place} evaluated", model.evaluate(*TEST, verbose=0))

    def several() -> list[Any]:
        """New ones each time: a metric of two models keeps its state."""
        return [
            named.Precision(),
            named.Recall(top_k=2, class_id=1),
            named.AUC(50, curve="PR"),
            named.F1Score("macro"),
            named.FBetaScore("micro", beta=2.0, threshold=0.4),
            named.TruePositives(0.4),
            named.CategoricalCrossentropy(label_smoothing=0.1),
            named.BinaryAccuracy(threshold=0.4),
            named.RootMeanSquaredError(),
            named.CosineSimilarity(),
            named.KLDivergence(),
        ]

    for loss in (
        keras.losses.CategoricalFocalCrossentropy(gamma=1.5),
        keras.losses.Huber(0.5, reduction="sum"),
        keras.losses.Dice(),
    ):
        model = made(loss=loss, metrics=several())
        labels = keras.utils.to_categorical(Y)
        note(type(loss).__name__, model.fit(X, labels, epochs=2, verbose=0).history)


@program
def sequences(note: Note) -> None:
    import keras

    layers = keras.layers
    for place, several in enumerate(
        (
            [layers.LSTM(4, return_sequences=True), layers.GRU(3)],
            [layers.Bidirectional(layers.SimpleRNN(3, return_sequences=True)), layers.Flatten()],
            [
                layers.Conv1D(
                    4, 2, padding="causal", kernel_constraint=keras.constraints.MaxNorm(1)
                ),
                layers.SpatialDropout1D(0.2),
                layers.MaxPooling1D(),
                layers.UpSampling1D(),
                layers.ZeroPadding1D(),
                layers.Cropping1D(),
                layers.SeparableConv1D(3, 2),
                layers.GlobalAveragePooling1D(),
            ],
            [layers.Permute((2, 1)), layers.AveragePooling1D(2), layers.Flatten()],
        )
    ):
        model = keras.Sequential([*several, layers.Dense(CLASSES, "softmax")])
        model.compile("adam", LOSS, metrics=["accuracy"])
        note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), f"{place} ")


@program
def layers_of_other_kinds(note: Note) -> None:
    import keras

    layers = keras.layers
    vectors = [
        layers.Dense(8, layers.LeakyReLU(0.1), kernel_constraint="unit_norm"),
        layers.PReLU(alpha_initializer="ones"),
        layers.Dense(8, "celu", kernel_initializer=keras.initializers.VarianceScaling(2.0)),
        layers.AlphaDropout(0.1),
        layers.GaussianDropout(0.1),
        layers.GroupNormalization(2),
        layers.UnitNormalization(),
        layers.ActivityRegularization(0.01),
        layers.RepeatVector(2),
        layers.Identity(),
        layers.Flatten(),
    ]
    images = [
        layers.Reshape((SIDE, SIDE, 1)),
        layers.RandomFlip("horizontal"),
        layers.RandomTranslation(0.1, 0.1),
        layers.RandomRotation(0.1),
        layers.RandomZoom(0.1),
        layers.RandomContrast(0.1),
        layers.ZeroPadding2D(1),
        layers.SeparableConv2D(3, 2, activation="hard_tanh"),
        layers.SpatialDropout2D(0.2),
        layers.UpSampling2D(),
        layers.DepthwiseConv2D(2),
        layers.Cropping2D(1),
        layers.Flatten(),
    ]
    for place, several in enumerate(([layers.Flatten(), *vectors], images)):
        model = keras.Sequential([*several, layers.Dense(CLASSES, "softmax")])
        model.compile("adam", LOSS, metrics=["accuracy"])
        history = model.fit(X, Y, epochs=2, validation_data=TEST, verbose=0)
        note_all(note, model, history, f"{place} ")


@program
def adapted_normalization(note: Note) -> None:
    import keras

    for axis in (-1, None):
        norm = keras.layers.Normalization(axis=axis)
        norm.adapt(X)
        model = keras.Sequential(
            [norm, keras.layers.Flatten(), keras.layers.Dense(CLASSES, "softmax")]
        )
        model.compile("adam", LOSS, metrics=["accuracy"])
        note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), f"{axis} ")


@program
def mixed_precision(note: Note) -> None:
    import keras

    layers = keras.layers
    model = keras.Sequential(
        [
            layers.Flatten(dtype="mixed_float16"),
            layers.Dense(8, "relu", dtype="mixed_float16"),
            layers.Dense(CLASSES, "softmax", dtype="float32"),
        ]
    )
    model.compile("adam", LOSS, metrics=["accuracy"])
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0))


# ---- batch by batch ------------------------------------------------------------------------------


def batch_watcher(seen: list[Any], **do: Callable[..., Any]) -> Any:
    """A callback that keeps the order of its hooks at batches, and does something in one."""
    import keras

    class Watcher(keras.callbacks.Callback):  # type: ignore[misc]
        def told(self, hook: str, batch: int, logs: Any) -> None:
            iterations = int(self.model.optimizer.iterations.numpy())
            seen.append([hook, batch, dict(logs or {}), iterations])
            if hook in do:
                do[hook](self, batch, logs)

        def on_batch_begin(self, batch: int, logs: Any = None) -> None:
            self.told("begin", batch, logs)

        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            self.told("end", batch, logs)

        def on_test_batch_begin(self, batch: int, logs: Any = None) -> None:
            self.told("test begin", batch, logs)

        def on_test_batch_end(self, batch: int, logs: Any = None) -> None:
            self.told("test end", batch, logs)

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            self.told("epoch end", epoch, logs)

    return Watcher()


@program
def stops_within_an_epoch(note: Note) -> None:
    def stop(callback: Any, batch: int, logs: Any) -> None:
        callback.model.stop_training = batch == 4 and "loss" in logs

    seen: list[Any] = []
    model = made()
    history = model.fit(
        X,
        Y,
        batch_size=16,
        epochs=3,
        validation_data=TEST,
        validation_batch_size=8,
        verbose=0,
        callbacks=[batch_watcher(seen, end=stop)],
    )
    note_all(note, model, history)
    note("seen", seen)
    note_all(note, model, model.fit(X, Y, epochs=2, verbose=0), "again ")


@program
def sets_rates_within_an_epoch(note: Note) -> None:
    import keras

    def warm(callback: Any, batch: int, _logs: Any) -> None:
        if batch < 2:
            callback.model.optimizer.learning_rate = 0.01 * (batch + 1)

    def cool(callback: Any, batch: int, _logs: Any) -> None:
        if batch == 3:
            rate = callback.model.optimizer.learning_rate
            rate.assign(rate / 2)

    seen: list[Any] = []
    model = made(keras.layers.Dropout(0.3))
    history = model.fit(
        X,
        Y,
        batch_size=16,
        epochs=2,
        verbose=0,
        callbacks=[batch_watcher(seen, begin=warm, end=cool)],
    )
    note_all(note, model, history)
    note("seen", seen)
    note("rate", float(model.optimizer.learning_rate.numpy()))


@program
def watchers_that_print(note: Note) -> None:
    import keras

    model = made()
    bars = keras.callbacks.LambdaCallback(
        on_train_batch_begin=lambda _batch, logs: dict(logs or {})
    )
    board = [keras.callbacks.CSVLogger("log.csv")]
    if importlib.util.find_spec("tensorboard"):
        board.append(keras.callbacks.TensorBoard("logs", histogram_freq=1))
    history = model.fit(X, Y, epochs=2, validation_data=TEST, callbacks=[bars, *board])
    note_all(note, model, history)
    note("written", sorted({path.parent.name for path in pathlib.Path("logs").rglob("*v2")}))
    note("csv", pathlib.Path("log.csv").read_text("utf-8"))


@program
def steps_with_callbacks(note: Note) -> None:
    for place, steps in enumerate((2, 3, 5)):
        seen: list[Any] = []
        model = made()
        history = model.fit(
            X,
            Y,
            batch_size=20,
            steps_per_epoch=steps,
            epochs=4,
            validation_data=TEST,
            validation_batch_size=5,
            validation_steps=2,
            verbose=0,
            callbacks=[hooks(seen)] if place else [],
        )
        note_all(note, model, history, f"{steps} ")
        note(f"{steps} seen", seen)


@program
def pipelines(note: Note) -> None:
    import keras
    import tensorflow as tf

    pairs = tf.data.Dataset.from_tensor_slices((X.astype(np.float32), Y))
    seen: list[Any] = []
    for name, dataset, how in (
        ("small buffer", pairs.shuffle(20, seed=3).batch(32), {}),
        ("repeat", pairs.batch(20).repeat(), {"steps_per_epoch": 3}),
        (
            "without an end",
            pairs.repeat().shuffle(COUNT, seed=5).batch(20),
            {"steps_per_epoch": 3},
        ),
        ("drops", pairs.shuffle(COUNT, seed=1).batch(20, drop_remainder=True), {}),
        (
            "mapped",
            pairs.batch(16).map(lambda x, y: (x / 2, y)).prefetch(1),
            {"class_weight": {0: 2.0, 1: 1.0, 2: 0.5}},
        ),
    ):
        model = made(keras.layers.Dense(8, "relu"), keras.layers.Dropout(0.2))
        model.build((None, SIDE, SIDE))
        watching = [batch_watcher(seen)] if name == "repeat" else []
        held_back = pairs.take(20).shuffle(5, seed=2).batch(8)
        history = model.fit(
            dataset, epochs=3, validation_data=held_back, verbose=0, callbacks=watching, **how
        )
        note_all(note, model, history, f"{name} ")
    note("seen", seen)


@program
def sequence(note: Note) -> None:
    import keras

    class Batches(keras.utils.PyDataset):  # type: ignore[misc]
        def __len__(self) -> int:
            return 3

        def __getitem__(self, number: int) -> Any:
            rows = slice(number * 30, number * 30 + 30)
            return X[rows], Y[rows]

    model = made()
    history = model.fit(Batches(), epochs=2, shuffle=False, verbose=0)
    note_all(note, model, history)


@program
def one_neuron(note: Note) -> None:
    """A line through seven points, which are rows of one number or none."""
    import keras

    celsius = np.array([-40, -10, 0, 8, 15, 22, 38], float)
    for shape in ((-1,), (-1, 1)):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(keras.optimizers.Adam(0.1), loss="mean_squared_error", metrics=["mae"])
        points = celsius.reshape(shape)
        history = model.fit(points, 1.8 * points + 32, epochs=20, verbose=0)
        note_all(note, model, history, f"{shape} ")
        note(f"{shape} predicted", model.predict(np.array([[100.0]]), verbose=0))
