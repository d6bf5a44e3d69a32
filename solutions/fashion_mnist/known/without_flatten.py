"""Known answers of `without_flatten`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "only predict",
    swap("model.fit(images, labels, epochs=1, verbose=0)", "model.predict(images, verbose=0)"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "labels as zeros and ones",
    swap("fit(images, labels", "fit(images, tf.one_hot(labels, 10)"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "other images and labels",
    swap("try:", "loaded, _ = tf.keras.datasets.fashion_mnist.load_data()\n    try:"),
    swap("fit(images, labels", "fit(*loaded"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "a misspelt name",
    swap("model.fit(images, labels, epochs=1, verbose=0)", "mode.fit(images, labels)"),
    swap("except ValueError as", "except Exception as"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "Reshape in the place of Flatten",
    swap(
        "model = tf.keras.Sequential(\n        [",
        "model = tf.keras.Sequential(\n        [tf.keras.layers.Reshape((784,)),",
    ),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "pooling in the place of Flatten",
    swap(
        "model = tf.keras.Sequential(\n        [",
        "model = tf.keras.Sequential(\n        [tf.keras.layers.GlobalAveragePooling1D(),",
    ),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "an Input of 784 numbers",
    swap(
        "model = tf.keras.Sequential(\n        [",
        "model = tf.keras.Sequential(\n        [tf.keras.Input((784,)),",
    ),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "images reshaped before",
    swap("fit(images,", "fit(images.reshape(-1, 784),"),
    fails=["tries_to_train_on_squares"],
)
known.mistake(
    "a misspelt loss",
    swap('"sparse_categorical_crossentropy")\n    try', '"sparse_crossentropy")\n    try'),
    fails=["training_raises_the_error"],
)
known.mistake(
    "another loss",
    swap('"sparse_categorical_crossentropy")\n    try', '"mse")\n    try'),
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
    "its class",
    swap("return error", "return type(error)"),
    fails=["error_is_returned"],
)
known.mistake(
    "raised again",
    swap("return error", "raise"),
    fails=["error_is_returned"],
)
known.mistake(
    "its name used too late",
    swap("return error", "pass\n    return error"),
    fails=["error_is_returned"],
)
known.mistake(
    "not repaired",
    swap("tf.keras.layers.Flatten(),", ""),
    fails=["repaired_model_has_ten_outputs"],
)
known.mistake(
    "not compiled",
    swap("repaired.compile(", "dict("),
    fails=["repaired_model_learns"],
)
known.mistake(
    "a learning rate far too small",
    swap('repaired.compile(optimizer="adam"', "repaired.compile(tf.keras.optimizers.Adam(1e-7)"),
    fails=["repaired_model_learns"],
)
