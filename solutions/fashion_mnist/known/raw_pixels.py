"""Known answers of `raw_pixels`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "divided twice",
    swap("images / 255.0", "images / 255.0 / 255.0"),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "neither scaled",
    swap("images / 255.0", "images"),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "divided without decimals",
    swap("images / 255.0", "images // 255"),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "both scaled",
    swap("losses_of_training(images, labels)\n", "losses_of_training(images / 255, labels)\n"),
    fails=["one_network_sees_raw_pixels", "losses_are_reported"],
)
known.mistake(
    "labels scaled too",
    swap("images / 255.0, labels", "images / 255.0, labels / 9"),
    fails=["labels_stay_classes"],
)
known.mistake(
    "names swapped",
    swap('{"raw": raw, "scaled": scaled}', '{"raw": scaled, "scaled": raw}'),
    fails=["losses_are_reported"],
)
known.mistake(
    "the last losses only",
    swap('{"raw": raw, "scaled": scaled}', '{"raw": raw[-1], "scaled": scaled[-1]}'),
    fails=["losses_are_reported"],
)
known.mistake(
    "the caller's array scaled at the end",
    swap(
        "scaled = losses_of_training(images / 255.0, labels)",
        "scaled = losses_of_training(images / 255.0, labels)\n    images //= 255",
    ),
    fails=["arrays_are_left_alone"],
)
known.mistake(
    "scaled in place before both",
    swap("raw = ", "images[:] = images / 255\n    raw = "),
    fails=["one_network_sees_raw_pixels", "the_other_sees_scaled_pixels", "arrays_are_left_alone"],
)
known.mistake(
    "a wider network for the scaled pixels",
    swap(
        "def losses_of_training(images, labels):",
        "def losses_of_training(images, labels, width=128):",
    ),
    swap("Dense(128", "Dense(width"),
    swap("images / 255.0, labels", "images / 255.0, labels, 512"),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "a network that normalises by itself",
    swap("Flatten(),", "Flatten(), tf.keras.layers.BatchNormalization(),"),
    fails=["raw_pixels_are_harder"],
)
known.accepted(
    "another order and a copy in float32",
    swap("images / 255.0", '(images.astype("float32") / 255)'),
)
known.accepted(
    "Rescaling inside the model",
    swap(
        "def losses_of_training(images, labels):",
        "def losses_of_training(images, labels, scale=1.0):",
    ),
    swap(
        "tf.keras.layers.Flatten()", "tf.keras.layers.Rescaling(scale), tf.keras.layers.Flatten()"
    ),
    swap("images / 255.0, labels", "images, labels, 1 / 255"),
)
