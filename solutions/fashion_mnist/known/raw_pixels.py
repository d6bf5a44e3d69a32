"""Known answers of `raw_pixels`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "divided twice",
    swap("images / 255.0", "images / 255.0 / 255.0"),
    fails=["the_other_sees_scaled_pixels", "raw_pixels_are_harder"],
)
known.mistake(
    "neither scaled",
    swap("images / 255.0", "images"),
    fails=["the_other_sees_scaled_pixels", "raw_pixels_are_harder"],
)
known.mistake(
    "divided without decimals",
    swap("images / 255.0", "images // 255"),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "both scaled",
    swap("losses_of_training(images, labels)\n", "losses_of_training(images / 255, labels)\n"),
    fails=["one_network_sees_raw_pixels", "raw_pixels_are_harder"],
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
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "raw_pixels_are_harder",
        "arrays_are_left_alone",
    ],
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
known.mistake(
    "cast back to whole numbers",
    swap("images / 255.0", '(images / 255.0).astype("uint8")'),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "divided by the number of pixels",
    swap("images / 255.0", "images / 784"),
    fails=["the_other_sees_scaled_pixels", "raw_pixels_are_harder"],
)
known.mistake(
    "mean 0 and deviation 1",
    swap("images / 255.0", "(images - images.mean()) / images.std()"),
    fails=["the_other_sees_scaled_pixels", "raw_pixels_are_harder"],
)
known.mistake(
    "scaled to lie between -1 and 1",
    swap("images / 255.0", "images / 127.5 - 1"),
    fails=["the_other_sees_scaled_pixels", "raw_pixels_are_harder"],
)
known.mistake(
    "shuffled without their labels",
    swap("images / 255.0", "images[tf.random.shuffle(range(len(images))).numpy()] / 255.0"),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "the notebook's own images",
    swap(
        "    raw = ",
        "    (train_images, train_labels), _ = tf.keras.datasets.fashion_mnist.load_data()\n"
        "    raw = ",
    ),
    swap(
        "images / 255.0, labels",
        "train_images[: len(images)] / 255.0, train_labels[: len(images)]",
    ),
    fails=["the_other_sees_scaled_pixels", "labels_stay_classes"],
)
known.mistake(
    "images turned round",
    swap("images / 255.0", "images[:, ::-1] / 255.0"),
    fails=["the_other_sees_scaled_pixels"],
)
known.mistake(
    "ten images, to be quick",
    swap("fit(images, labels", "fit(images[:10], labels[:10]"),
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "none_is_left_out",
    ],
)
known.mistake(
    "images without weight",
    swap("verbose=0)", "verbose=0, class_weight={n: float(n < 2) for n in range(10)})"),
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "none_is_left_out",
    ],
)
known.mistake(
    "two batches in each epoch",
    swap("verbose=0)", "verbose=0, batch_size=32, steps_per_epoch=2)"),
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "none_is_left_out",
    ],
)
known.mistake(
    "a class that the loss leaves out",
    swap(
        '"sparse_categorical_crossentropy"',
        "tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=3)",
    ),
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "none_is_left_out",
    ],
)
known.mistake(
    "a loss that weighs nothing",
    swap('metrics=["accuracy"]', 'metrics=["accuracy"], loss_weights=0.0'),
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "both_networks_start_alike",
        "none_is_left_out",
        "raw_pixels_are_harder",
    ],
    costs_much="No weight moves: there is no training to compare.",
)
known.mistake(
    "labels from the end",
    swap("images / 255.0, labels", "images / 255.0, labels[::-1]"),
    fails=["labels_stay_classes"],
)
known.mistake(
    "all labels zero",
    swap("fit(images, labels", "fit(images, labels * 0"),
    fails=["labels_stay_classes"],
)
known.mistake(
    "larger batches for the scaled pixels",
    swap(
        "def losses_of_training(images, labels):",
        "def losses_of_training(images, labels, size=32):",
    ),
    swap("verbose=0)", "verbose=0, batch_size=size)"),
    swap("images / 255.0, labels", "images / 255.0, labels, 64"),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "another learning rate for the scaled pixels",
    swap(
        "def losses_of_training(images, labels):",
        "def losses_of_training(images, labels, rate=0.001):",
    ),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(rate)"),
    swap("images / 255.0, labels", "images / 255.0, labels, 0.002"),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "no softmax",
    swap(', activation="softmax"', ""),
    fails=["both_networks_start_alike", "raw_pixels_are_harder"],
)
known.mistake(
    "sigmoid in the place of softmax",
    swap('"softmax"', '"sigmoid"'),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "no ReLU",
    swap('Dense(128, activation="relu")', "Dense(128)"),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "another optimiser",
    swap('"adam"', '"rmsprop"'),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "another loss",
    swap("fit(images, labels", "fit(images, tf.one_hot(labels, 10)"),
    swap('"sparse_categorical_crossentropy"', '"categorical_crossentropy"'),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "two epochs",
    swap("epochs=3", "epochs=2"),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "losses of a validation that there is not",
    swap('history["loss"]', 'history["val_loss"]'),
    fails=[
        "one_network_sees_raw_pixels",
        "the_other_sees_scaled_pixels",
        "labels_stay_classes",
        "both_networks_start_alike",
        "losses_are_reported",
        "raw_pixels_are_harder",
    ],
    costs_much="the function ends in an error after its first training, and returns nothing",
)
known.mistake(
    "losses kept from call to call",
    swap(
        '    return {"raw": raw, "scaled": scaled}',
        '    KEPT["raw"] += raw\n    KEPT["scaled"] += scaled\n    return KEPT',
    ),
    swap(
        "import tensorflow as tf\n", 'import tensorflow as tf\n\nKEPT = {"raw": [], "scaled": []}\n'
    ),
    fails=["losses_are_reported"],
)
known.mistake(
    "keys of one's own",
    swap('"raw": raw,', '"raw pixels": raw,'),
    fails=["losses_are_reported"],
)
known.mistake(
    "pooled in the place of `Flatten`",
    swap("Flatten()", "GlobalAveragePooling1D()"),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "divided by 254",
    swap("images / 255.0", "images / 254.0"),
    fails=["the_other_sees_scaled_pixels", "raw_pixels_are_harder"],
)
known.mistake(
    "every fourth pixel alone, by a convolution that steps over the others",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.layers.Reshape((28, 28, 1)),\n"
        "            tf.keras.layers.Conv2D(1, 1, strides=2), tf.keras.layers.Flatten(),",
    ),
    fails=["both_networks_start_alike"],
)
known.mistake(
    "a shortcut from the pixels to the output",
    swap(
        "    model = tf.keras.Sequential(\n        [\n            tf.keras.layers.Flatten(),\n"
        '            tf.keras.layers.Dense(128, activation="relu"),\n'
        '            tf.keras.layers.Dense(10, activation="softmax"),\n        ]\n    )\n',
        "    pixels = tf.keras.Input((28, 28))\n    row = tf.keras.layers.Flatten()(pixels)\n"
        '    hidden = tf.keras.layers.Dense(128, activation="relu")(row)\n'
        "    both = tf.keras.layers.Concatenate()([row, hidden])\n"
        '    outputs = tf.keras.layers.Dense(10, activation="softmax")(both)\n'
        "    model = tf.keras.Model(pixels, outputs)\n",
    ),
    fails=["both_networks_start_alike"],
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
known.accepted(
    "a fit for each epoch, pixels divided by 256, and rounded losses",
    swap("images / 255.0", "images / 256"),
    swap(
        "    history = model.fit(images, labels, epochs=3, verbose=0)\n"
        '    return history.history["loss"]',
        "    losses = []\n"
        "    for _ in range(3):\n"
        '        losses += model.fit(images, labels, verbose=0).history["loss"]\n'
        "    return [round(loss, 3) for loss in losses]",
    ),
)
known.accepted(
    "a fit for each epoch, on images in another order each time, in large batches",
    swap(
        "    history = model.fit(images, labels, epochs=3, verbose=0)\n"
        '    return history.history["loss"]',
        "    losses = []\n"
        "    for _ in range(3):\n"
        "        order = tf.random.shuffle(range(len(images))).numpy()\n"
        "        history = model.fit(images[order], labels[order], steps_per_epoch=10, verbose=0)\n"
        '        losses += history.history["loss"]\n'
        "    return losses",
    ),
    swap(
        '"sparse_categorical_crossentropy"',
        "tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=-1)",
    ),
)
known.accepted(
    "both networks from the same weights, images in another order with their labels, and flat",
    swap(
        "            tf.keras.layers.Flatten(),",
        "            tf.keras.Input((28, 28)),\n            tf.keras.layers.Flatten(),",
    ),
    swap(
        "    history = model.fit",
        "    START.append(model.get_weights())\n    model.set_weights(START[0])\n"
        "    history = model.fit",
    ),
    swap("import tensorflow as tf\n", "import tensorflow as tf\n\nSTART = []\n"),
    swap("fit(images, labels", "fit(images[::-1], labels[::-1]"),
)
known.accepted(
    "a seed, a channel, validation on the side, smaller batches, Dropout and a faster Adam",
    swap("Flatten(),", "Flatten(), tf.keras.layers.Dropout(0.1),"),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(0.002)"),
    swap("fit(images, labels", "fit(images[..., None], labels[:, None]"),
    swap("verbose=0)", "verbose=0, batch_size=16, validation_data=(images[..., None], labels))"),
    swap("    model = ", "    tf.keras.utils.set_random_seed(7)\n    model = "),
)
known.mistake(
    "as many images as in the cell to try",
    swap("fit(images, labels", "fit(images[:2000], labels[:2000]"),
    fails=["none_is_left_out"],
)
known.mistake(
    "steps of size 0 where images are many",
    swap(
        'optimizer="adam"',
        "optimizer=tf.keras.optimizers.Adam(1e-3 if len(images) < 2000 else 0.0)",
    ),
    fails=["none_is_left_out"],
)
known.mistake(
    "few images of many",
    swap(
        "    raw = ",
        "    if len(images) > 2000:\n        images, labels = images[:32], labels[:32]\n    raw = ",
    ),
    fails=["none_is_left_out"],
)
known.mistake(
    "the first images of a data set",
    swap(
        "fit(images, labels, epochs",
        "fit(tf.data.Dataset.from_tensor_slices((images, labels)).take(1700).batch(32), epochs",
    ),
    fails=["none_is_left_out"],
)
known.mistake(
    "some of the images in a random order",
    swap(
        "    raw = ",
        "    order = tf.random.shuffle(range(len(images))).numpy()[:1700]\n"
        "    images, labels = images[order], labels[order]\n    raw = ",
    ),
    fails=["none_is_left_out"],
)
known.mistake(
    "few batches of many images",
    swap("verbose=0)", "verbose=0, batch_size=64, steps_per_epoch=min(len(images) // 64, 12))"),
    fails=["none_is_left_out"],
)
known.equal(
    "no metric is asked for",
    '*: metrics=["accuracy"] -> metrics=[]',
    '*, metrics=["accuracy"]) -> *_crossentropy")',
)
known.equal(
    "what `fit` shows is free",
    "*: verbose=0 -> verbose=1",
    "*, epochs=3, verbose=0) -> *, epochs=3)",
)
known.equal(
    "pixels divided by 256 lie between 0 and 1 too",
    "* / 255.0* -> * / 256.0*",
    "* / 255* -> * / 256*",
    "*255.0} -> *256.0}",
    "* / 256* -> * / 255*",
)
known.equal(
    "plots, prints, and the type and form of pixels are free",
    "losses_of_training: images[..., None] -> images[...]",
    "compare_scaling: plt.*",
    "compare_scaling: print(losses) -> pass",
    "compare_scaling: images.astype(*) -> images",
)
known.equal(
    "where both networks start, and how much `Dropout` drops, is free",
    "losses_of_training: START[0] -> START[-1]",
    "losses_of_training: set_random_seed(7) -> set_random_seed(6)",
    "losses_of_training: Dropout(0.1) -> Dropout(0.2)",
)
known.equal(
    "the same batch size in both is free",
    "losses_of_training: *, batch_size=64) -> *, epochs=3)",
    "losses_of_training: batch_size=16 -> nothing",
)
known.equal(
    "`Rescaling` may be on either side of `Flatten`",
    "losses_of_training: Rescaling(scale), Flatten() -> *",
)
