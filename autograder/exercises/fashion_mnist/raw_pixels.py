"""Skip the normalisation: the same network on pixels from 0 to 255 and from 0 to 1."""

from __future__ import annotations

import math
from typing import Any

from autograder.judging import expect
from autograder.judging.evidence import Evidence
from autograder.judging.exercise import Exercise, rewrite, swap
from autograder.judging.final_fit import USUAL, check_fits, ratio
from autograder.judging.fits import DataSeen, FitRecord, data_seen, same_series
from autograder.judging.values import as_entry
from autograder.recipes.layers import dense_stack, in_words
from autograder.records import Truth

exercise = Exercise("raw_pixels", "Skip the normalisation", asks_for=("compare_scaling",))

COUNT, EPOCHS = 640, 3
RAW_IS_HARDER = expect.Threshold(
    "the first loss on raw pixels, in multiples of the first on scaled ones", at_least=2.5
)


@exercise.probe
def compare(student: Any, given: Any) -> dict[str, Any]:
    import numpy as np

    images, labels = given.train_images[:640].copy(), given.train_labels[:640].copy()
    losses = student.compare_scaling(images, labels)
    changed = bool(
        (images != given.train_images[:640]).any() or (labels != given.train_labels[:640]).any()
    )
    if isinstance(losses, dict):
        losses = {
            name: [float(loss) for loss in series] if np.ndim(series) == 1 else series
            for name, series in losses.items()
        }
    return {"losses": losses, "changed": changed}


def factor(training: FitRecord) -> float:
    """What `Rescaling` layers in front of the network multiply its images by."""
    return math.prod(layer.scale for layer in training.layers if layer.kind == "Rescaling")


def sees(training: FitRecord, given: DataSeen, share: float) -> bool:
    """Whether a training was on the given images, each pixel times `share`."""
    return training.images is not None and training.images.is_like(given, share / factor(training))


def pick(seen: Evidence, truth: Truth, share: float, wanted: str, hint: str) -> FitRecord:
    """The training on the given images times `share`; raises `Failure` where there is none."""
    given = data_seen(truth.public.train_images[:COUNT])
    trainings = seen.trainings()
    found = [training for training in trainings if sees(training, given, share)]
    if any(training.images and training.images.count != COUNT for training in trainings):
        hint = "Train on all of the function's own images, and hold none of them back."
    expect.that(
        bool(found),
        expected=f"a training on the {COUNT} images given, {wanted}",
        seen="; ".join(map(pixels, trainings)) or "no training",
        hint=hint,
    )
    return found[0]


def pixels(training: FitRecord) -> str:
    """What a training was on, in words."""
    if training.images is None:
        return "no array of images"
    ends = [factor(training) * end for end in (training.images.minimum, training.images.maximum)]
    return f"{training.images.count:,} images with pixels from {ends[0]:.3g} to {ends[1]:.3g}"


def raw_training(seen: Evidence, truth: Truth) -> FitRecord:
    hint = "Give one of the two networks the images exactly as they come in."
    return pick(seen, truth, 1.0, "with pixels from 0 to 255", hint)


def scaled_training(seen: Evidence, truth: Truth) -> FitRecord:
    hint = "Divide every pixel once, by the largest value, and keep the decimals."
    return pick(seen, truth, 1 / 255, "with the same pixels scaled to 0 to 1", hint)


@exercise.check(compare, points=2)
def one_network_sees_raw_pixels(seen: Evidence, truth: Truth) -> None:
    """One network is trained on the pixels as they are, from 0 to 255."""
    raw_training(seen, truth)


@exercise.check(compare, points=2)
def the_other_sees_scaled_pixels(seen: Evidence, truth: Truth) -> None:
    """The other one is trained on the same pixels, scaled to lie between 0 and 1."""
    scaled_training(seen, truth)


@exercise.check(compare, points=1, after=the_other_sees_scaled_pixels)
def labels_stay_classes(seen: Evidence, truth: Truth) -> None:
    """Both trainings use the labels as they are."""
    given = data_seen(truth.public.train_labels[:COUNT])
    for training in seen.trainings():
        labels = training.labels
        expect.that(
            labels is not None
            and labels.count == given.count
            and (labels.minimum, labels.maximum) == (given.minimum, given.maximum)
            and math.isclose(labels.mean, given.mean),
            expected="labels from 0 to 9 in both trainings",
            seen=f"labels from {labels.minimum:g} to {labels.maximum:g}" if labels else "none",
            hint="A label is the name of a class, not a quantity; scaling it changes its meaning.",
        )


@exercise.check(compare, points=2)
def both_networks_start_alike(seen: Evidence, _truth: Truth) -> None:
    """Both networks are new, with the same layers, and are trained for three epochs."""
    trainings = seen.trainings()
    check_fits(trainings, 2, EPOCHS)
    for training in trainings:
        stack = dense_stack(training.layers)
        expect.that(
            [layer.units for layer in stack] == [128, 10] and stack[0].activation == "relu",
            expected="Dense(128, relu) and ten outputs in both networks",
            seen=in_words(stack),
            hint="Only the pixels may differ; else you do not know what made the difference.",
        )


@exercise.check(compare, points=2, after=the_other_sees_scaled_pixels)
def losses_are_reported(seen: Evidence, truth: Truth) -> None:
    """The dictionary has the losses of each training under its own name."""
    hint = 'Return one dictionary, with the keys "raw" and "scaled".'
    reported = seen.mapping("losses", "what `compare_scaling` returns", hint)
    pairs = (("raw", raw_training(seen, truth)), ("scaled", scaled_training(seen, truth)))
    for name, training in pairs:
        entry = as_entry(reported, name, "what `compare_scaling` returns", hint)
        step = "`fit` returns a History; its dictionary has one list for each series."
        same_series(entry, training.series("loss"), f'the entry "{name}"', step)


@exercise.check(compare, points=2, after=losses_are_reported)
def raw_pixels_are_harder(seen: Evidence, truth: Truth) -> None:
    """The first loss on raw pixels is many times the other one."""
    trainings = (raw_training(seen, truth), scaled_training(seen, truth))
    raw, scaled = (training.series("loss")[0] for training in trainings)
    RAW_IS_HARDER.check(ratio(raw, scaled), USUAL)


@exercise.check(compare, points=1)
def arrays_are_left_alone(seen: Evidence, _truth: Truth) -> None:
    """The arrays that were passed in are not changed."""
    expect.that(
        not seen.boolean("changed"),
        expected="`images` and `labels` to be the same afterwards",
        seen="other values in them",
        hint="Make a new array for the scaled pixels; `/=` and `[:] =` write into the old one.",
    )


SCALED = "images / 255.0"
SECOND = "    scaled = losses_of_training(images / 255.0, labels)\n"

for name, pixels_given in {
    "divided twice": "images / 255.0 / 255.0",
    "neither scaled": "images",
    "divided without decimals": "images // 255",
}.items():
    exercise.mistake(name, swap(SCALED, pixels_given), fails=[the_other_sees_scaled_pixels])
exercise.mistake(
    "both scaled",
    swap("losses_of_training(images, labels)\n", "losses_of_training(images / 255, labels)\n"),
    fails=[one_network_sees_raw_pixels, losses_are_reported],
)
exercise.mistake(
    "labels scaled too",
    swap(SCALED + ", labels", SCALED + ", labels / 9"),
    fails=[labels_stay_classes],
)
exercise.mistake(
    "names swapped",
    swap('{"raw": raw, "scaled": scaled}', '{"raw": scaled, "scaled": raw}'),
    fails=[losses_are_reported],
)
exercise.mistake(
    "the last losses only",
    swap('{"raw": raw, "scaled": scaled}', '{"raw": raw[-1], "scaled": scaled[-1]}'),
    fails=[losses_are_reported],
)
exercise.mistake(
    "the caller's array scaled at the end",
    swap(SECOND, SECOND + "    images //= 255\n"),
    fails=[arrays_are_left_alone],
)
exercise.mistake(
    "scaled in place before both",
    swap("    raw = ", "    images[:] = images / 255\n    raw = "),
    fails=[one_network_sees_raw_pixels, the_other_sees_scaled_pixels, arrays_are_left_alone],
)
exercise.mistake(
    "a wider network for the scaled pixels",
    swap(
        "def losses_of_training(images, labels):",
        "def losses_of_training(images, labels, width=128):",
    ),
    swap("Dense(128", "Dense(width"),
    swap(SCALED + ", labels", SCALED + ", labels, 512"),
    fails=[both_networks_start_alike],
)
exercise.mistake(
    "a network that normalises by itself",
    swap("Flatten(),", "Flatten(), tf.keras.layers.BatchNormalization(),"),
    fails=[raw_pixels_are_harder],
)
ONE_MODEL = """
    def losses_of_training(images, labels, models=[]):
        if not models:
            models.append(tf.keras.Sequential([
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]))
            models[0].compile("adam", "sparse_categorical_crossentropy")
        return models[0].fit(images, labels, epochs=3, verbose=0).history["loss"]
"""
COMPILED = "    models[0].compile('adam', 'sparse_categorical_crossentropy')\n"
RETURN = "    return models[0]"
AGAIN = swap(RETURN, COMPILED + RETURN)
ALIKE = [both_networks_start_alike]
COPIED = """
    def losses_of_training(images, labels, kept=[]):
        model = tf.keras.Sequential([
            tf.keras.Input((28, 28)), tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, "relu"), tf.keras.layers.Dense(10, "softmax"),
        ])
        model.compile("adam", "sparse_categorical_crossentropy")
        if kept:
            model.set_weights([1.01 * weights for weights in kept[0]])
        losses = model.fit(images, labels, epochs=3, verbose=0).history["loss"]
        kept.append(model.get_weights())
        return losses
"""
exercise.mistake("weights copied into the second network", rewrite(COPIED), fails=ALIKE)
MADE_UP = "def compare_scaling(*_): return {'raw': [9.2, 3.1, 2.0], 'scaled': [1.1, 0.7, 0.6]}"
exercise.mistake(
    "made-up losses",
    rewrite(MADE_UP),
    fails=[one_network_sees_raw_pixels, the_other_sees_scaled_pixels, *ALIKE],
)
exercise.mistake("one network trained on both", rewrite(ONE_MODEL), fails=ALIKE)
exercise.mistake("one network, compiled anew", rewrite(ONE_MODEL), AGAIN, fails=ALIKE)

exercise.accepts(
    "another order and a copy in float32", swap(SCALED, '(images.astype("float32") / 255)')
)
exercise.accepts(
    "Rescaling inside the model",
    swap(
        "def losses_of_training(images, labels):",
        "def losses_of_training(images, labels, scale=1.0):",
    ),
    swap(
        "tf.keras.layers.Flatten()", "tf.keras.layers.Rescaling(scale), tf.keras.layers.Flatten()"
    ),
    swap(SCALED + ", labels", "images, labels, 1 / 255"),
)
exercise.accepts(
    "the functional API, logits, the scaled run first",
    rewrite("""
        import keras
        def losses_of_training(images, labels):
            inputs = keras.Input((28, 28))
            hidden = keras.layers.Dense(128, activation=tf.nn.relu)(keras.layers.Flatten()(inputs))
            model = keras.Model(inputs, keras.layers.Dense(10)(hidden))
            loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
            model.compile(keras.optimizers.Adam(), loss)
            return model.fit(images, labels, epochs=3, batch_size=64).history["loss"]
        def compare_scaling(images, labels):
            scaled = losses_of_training(images.astype(float) / images.max(), labels)
            return {"scaled": scaled, "raw": losses_of_training(images.astype(float), labels)}
    """),
)
exercise.accepts(
    "a plot, a loop and arrays",
    rewrite("""
        import matplotlib.pyplot as plt
        import numpy as np
        PIXELS = {"raw": 1, "scaled": 255.0}
        def compare_scaling(images: np.ndarray, labels: np.ndarray) -> dict:
            losses = {}
            for name, largest in PIXELS.items():
                losses[name] = np.array(losses_of_training(images / largest, labels))
                plt.plot(losses[name], label=name)
            plt.legend()
            plt.show()
            print(losses)
            return losses
    """),
)
