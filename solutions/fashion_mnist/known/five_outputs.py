"""Known answers of `five_outputs`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "only predict",
    swap("model.fit(images, labels, epochs=1, verbose=0)", "model.predict(images)"),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "four outputs",
    swap("Dense(5,", "Dense(4,"),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "ten outputs still",
    swap("Dense(5,", "Dense(10,"),
    fails=["trains_with_five_outputs"],
)
known.mistake(
    "filtered",
    swap(
        "model.fit(images, labels, epochs=1, verbose=0)",
        "model.fit(images[labels < 5], labels[labels < 5], verbose=0)",
    ),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "labels clipped",
    swap(
        "model.fit(images, labels, epochs=1, verbose=0)",
        "model.fit(images, np.clip(labels, 0, 4), verbose=0)",
    ),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "other images and labels",
    swap("try:", "loaded, _ = tf.keras.datasets.fashion_mnist.load_data()\n    try:"),
    swap("model.fit(images, labels, epochs=1, verbose=0)", "model.fit(*loaded, verbose=0)"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "a few of the images",
    swap(
        "model.fit(images, labels, epochs=1, verbose=0)",
        "model.fit(images[:2], labels[:2], verbose=0)",
    ),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "labels modulo five",
    swap(
        "model.fit(images, labels, epochs=1, verbose=0)", "model.fit(images, labels % 5, verbose=0)"
    ),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "labels as zeros and ones",
    swap(
        "model.fit(images, labels, epochs=1, verbose=0)",
        "model.fit(images, np.eye(10)[labels], verbose=0)",
    ),
    swap("except tf.errors.InvalidArgumentError as", "except Exception as"),
    fails=["labels_are_left_alone"],
)
known.mistake(
    "another loss",
    swap('"sparse_categorical_crossentropy"', '"mse"'),
    swap("except tf.errors.InvalidArgumentError as", "except Exception as"),
    fails=["training_raises_the_error"],
)
known.mistake(
    "no Flatten",
    swap("tf.keras.layers.Flatten(),", ""),
    swap("except tf.errors.InvalidArgumentError as", "except Exception as"),
    fails=["training_raises_the_error"],
)
known.mistake(
    "swallowed",
    swap("return error", "print(error)"),
    fails=["error_is_returned"],
)
known.mistake(
    "its text",
    swap("return error", "return str(error)"),
    fails=["error_is_returned"],
)
known.mistake(
    "another error",
    swap("return error", "return ValueError(str(error))"),
    fails=["error_is_returned"],
)
known.mistake(
    "raised again",
    swap("return error", "raise"),
    fails=["error_is_returned"],
)
known.mistake(
    "distinct labels",
    swap("return int(np.max(labels)) + 1", "return len(set(labels))"),
    fails=["counts_outputs_despite_gaps"],
)
known.mistake(
    "arrays only",
    swap("return int(np.max(labels)) + 1", "return labels.max() + 1"),
    fails=["counts_outputs_of_lists"],
)
known.mistake(
    "no one more",
    swap("return int(np.max(labels)) + 1", "return int(np.max(labels))"),
    fails=["counts_outputs", "counts_outputs_despite_gaps", "counts_outputs_of_lists"],
)
known.mistake(
    "always ten",
    swap("return int(np.max(labels)) + 1", "return 10"),
    fails=["counts_outputs", "counts_outputs_despite_gaps", "counts_outputs_of_lists"],
)
known.mistake(
    "a float",
    swap("return int(np.max(labels)) + 1", "return float(np.max(labels)) + 1"),
    fails=["counts_outputs", "counts_outputs_despite_gaps", "counts_outputs_of_lists"],
)
known.mistake(
    "the last label",
    swap("return int(np.max(labels)) + 1", "return labels[-1] + 1"),
    fails=["counts_outputs", "counts_outputs_despite_gaps", "counts_outputs_of_lists"],
)
known.accepted(
    "labels in a column, batches run eagerly, a plot",
    swap(
        "model.fit(images, labels, epochs=1, verbose=0)",
        "model.fit(images, labels.reshape(-1, 1), batch_size=8, validation_split=0.1, verbose=0)",
    ),
    swap(
        '"sparse_categorical_crossentropy"', '"sparse_categorical_crossentropy", run_eagerly=True'
    ),
    swap(
        "return int(np.max(labels))",
        "import matplotlib.pyplot as plt; plt.hist(labels)\n    return max(labels)",
    ),
)
