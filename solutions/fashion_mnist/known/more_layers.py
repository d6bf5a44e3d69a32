"""Known answers of `more_layers`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "no layer added",
    swap('tf.keras.layers.Dense(256, activation="relu"),', ""),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "a Dropout that drops nothing",
    swap('tf.keras.layers.Dense(256, activation="relu"),', "tf.keras.layers.Dropout(0.0),"),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "a linear Activation layer",
    swap('tf.keras.layers.Dense(256, activation="relu"),', 'tf.keras.layers.Activation("linear"),'),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "no activation",
    swap('tf.keras.layers.Dense(256, activation="relu"),', "tf.keras.layers.Dense(256),"),
    fails=["hidden_layers_have_activations"],
)
known.mistake(
    "added behind the output",
    swap('tf.keras.layers.Dense(256, activation="relu"),', ""),
    swap(
        'tf.keras.layers.Dense(10, activation="softmax"),',
        'tf.keras.layers.Dense(10, activation="softmax"),\n'
        '            tf.keras.layers.Dense(256, activation="relu"),',
    ),
    fails=["output_fits_the_loss"],
)
known.mistake(
    "an output without softmax",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    fails=["output_fits_the_loss"],
)
known.mistake(
    "compiled without a metric",
    swap(', metrics=["accuracy"]', ""),
    fails=["reports_accuracy"],
)
known.mistake(
    "a learning rate far too small",
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(1e-7)"),
    fails=["classifies_unseen_images"],
)
known.mistake(
    "not compiled",
    swap("model.compile(", "dict("),
    fails=["output_fits_the_loss", "reports_accuracy"],
)
known.mistake(
    "the model is not returned",
    swap("return model", "model"),
    fails=["has_two_hidden_layers", "output_fits_the_loss", "reports_accuracy"],
)
known.accepted(
    "activations as layers, an Input and Rescaling",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.Input((28, 28)), tf.keras.layers.Rescaling(2.0), tf.keras.layers.Flatten(),",
    ),
    swap('Dense(512, activation="relu")', "Dense(512), tf.keras.layers.ReLU()"),
    swap(
        'Dense(256, activation="relu")',
        'Dense(256), tf.keras.layers.Activation("relu"), tf.keras.layers.Dropout(0.2)',
    ),
    swap('Dense(10, activation="softmax")', "Dense(10), tf.keras.layers.Softmax()"),
)
known.accepted(
    "logits and a loss that expects them",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
)
