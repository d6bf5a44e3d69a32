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
    "activations that leave every number as it is",
    swap('Dense(512, activation="relu"),', "Dense(512), tf.keras.layers.LeakyReLU(1.0),"),
    swap('Dense(256, activation="relu"),', "Dense(256), tf.keras.layers.ReLU(negative_slope=1.0),"),
    fails=["hidden_layers_have_activations"],
)
known.mistake(
    "an activation of what is hardly anything",
    swap(
        'Dense(256, activation="relu"),',
        "Dense(256), tf.keras.layers.Rescaling(1e-5), tf.keras.layers.ELU(),\n"
        "            tf.keras.layers.Rescaling(1e5),",
    ),
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
    fails=["output_fits_the_loss", "classifies_unseen_images"],
)
known.mistake(
    "an output without softmax",
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    fails=["output_fits_the_loss", "classifies_unseen_images"],
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
    fails=["output_fits_the_loss", "reports_accuracy", "classifies_unseen_images"],
    costs_much="a model that is not compiled cannot be trained, and three checks need a training",
)
known.mistake(
    "the model is not returned",
    swap("return model", "model"),
    fails=[
        "has_two_hidden_layers",
        "hidden_layers_have_activations",
        "output_fits_the_loss",
        "reports_accuracy",
        "classifies_unseen_images",
    ],
    costs_much="there is no model to look at",
)
known.mistake(
    "both hidden layers before Flatten",
    swap("            tf.keras.layers.Flatten(),\n", ""),
    swap('Dense(512, activation="relu")', 'Dense(64, activation="relu")'),
    swap(
        'Dense(256, activation="relu")', 'Dense(32, activation="relu"), tf.keras.layers.Flatten()'
    ),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "one hidden layer before Flatten",
    swap("            tf.keras.layers.Flatten(),\n", ""),
    swap(
        'Dense(512, activation="relu")', 'Dense(64, activation="relu"), tf.keras.layers.Flatten()'
    ),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "the same model each time",
    swap("def build", "import functools\n\n\n@functools.cache\ndef build"),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "a model that was trained before it is returned",
    swap(
        "    return model",
        "    images, labels = tf.keras.datasets.fashion_mnist.load_data()[0]\n"
        "    model.fit(images[:64] / 255, labels[:64], verbose=0)\n"
        "    return model",
    ),
    fails=["has_two_hidden_layers"],
)
known.mistake(
    "an activation that does nothing",
    swap('Dense(256, activation="relu")', 'Dense(256, activation="linear")'),
    fails=["hidden_layers_have_activations"],
)
known.mistake(
    "an activation behind the first layer alone",
    swap('Dense(256, activation="relu")', "Dense(256), tf.keras.layers.Dropout(0.1)"),
    fails=["hidden_layers_have_activations"],
)
known.mistake(
    "sigmoid in the place of softmax",
    swap('"softmax"', '"sigmoid"'),
    fails=["output_fits_the_loss"],
)
known.mistake(
    "ReLU behind the outputs",
    swap('"softmax"', '"relu"'),
    fails=["output_fits_the_loss", "classifies_unseen_images"],
)
known.mistake(
    "softmax and a loss that applies it too",
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
    fails=["output_fits_the_loss"],
)
known.mistake(
    "softmax once more behind the outputs",
    swap('"softmax"),', '"softmax"), tf.keras.layers.Dropout(0.1), tf.keras.layers.Softmax(),'),
    fails=["output_fits_the_loss"],
)
known.mistake(
    "eleven outputs",
    swap("Dense(10,", "Dense(11,"),
    fails=["output_fits_the_loss", "classifies_unseen_images"],
)
known.mistake(
    "another measure that sounds like the accuracy",
    swap('["accuracy"]', '["sparse_top_k_categorical_accuracy"]'),
    fails=["reports_accuracy"],
)
known.mistake(
    "another measure that is called accuracy",
    swap('["accuracy"]', '[tf.keras.metrics.SparseTopKCategoricalAccuracy(5, name="accuracy")]'),
    fails=["reports_accuracy"],
)
known.mistake(
    "the loss as a metric",
    swap('["accuracy"]', '["sparse_categorical_crossentropy"]'),
    fails=["reports_accuracy"],
)
known.mistake(
    "pooled in the place of `Flatten`",
    swap("Flatten()", "GlobalAveragePooling1D()"),
    fails=["has_two_hidden_layers"],
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
known.accepted(
    "an accuracy by another name, a second metric, a seed, and weights that shrink",
    swap(
        '["accuracy"]',
        '[tf.keras.metrics.SparseTopKCategoricalAccuracy(5, name="acc_top_five"),'
        ' tf.keras.metrics.SparseCategoricalAccuracy("right")]',
    ),
    swap("    model = ", "    tf.keras.utils.set_random_seed(3)\n    model = "),
    swap('Dense(256, activation="relu")', 'Dense(256, activation="relu", kernel_regularizer="l2")'),
)
known.accepted(
    "layers in a loop, normalised batches before the activation, and a layer of convolution",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.layers.Reshape((28, 28, 1)), tf.keras.layers.Conv2D(4, 3, activation='relu'),"
        " tf.keras.layers.MaxPooling2D(), tf.keras.layers.Flatten(),",
    ),
    swap(
        'Dense(256, activation="relu")',
        "Dense(256), tf.keras.layers.BatchNormalization(), tf.keras.layers.ReLU()",
    ),
    swap('optimizer="adam"', 'optimizer="nadam"'),
)
known.accepted(
    "rarer activations, by their place and by another name",
    swap('Dense(512, activation="relu")', 'Dense(300, "gelu")'),
    swap('Dense(256, activation="relu")', 'Dense(100, "swish")'),
)
known.mistake(
    "a model that trains longer than it is told",
    swap(
        "import tensorflow as tf\n",
        "import tensorflow as tf\n\n\nclass Own(tf.keras.Sequential):\n"
        "    def fit(self, images, labels, **others):\n"
        "        return super().fit(images, labels, epochs=60, verbose=0)\n",
    ),
    swap("model = tf.keras.Sequential(", "model = Own("),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(3e-6)"),
    fails=["classifies_unseen_images"],
)
known.mistake(
    "a model that trains several times",
    swap(
        "import tensorflow as tf\n",
        "import tensorflow as tf\n\n\nclass Own(tf.keras.Sequential):\n"
        "    def fit(self, images, labels, **others):\n"
        "        for _ in range(20):\n"
        "            history = super().fit(images, labels, **others)\n"
        "        return history\n",
    ),
    swap("model = tf.keras.Sequential(", "model = Own("),
    fails=["has_two_hidden_layers", "classifies_unseen_images"],
)
known.mistake(
    "a model that trains on other images",
    swap(
        "import tensorflow as tf\n",
        "import tensorflow as tf\n\n\nclass Own(tf.keras.Sequential):\n"
        "    def fit(self, images, labels, **others):\n"
        "        (images, labels), _ = tf.keras.datasets.fashion_mnist.load_data()\n"
        "        return super().fit(images / 255.0, labels, **others)\n",
    ),
    swap("model = tf.keras.Sequential(", "model = Own("),
    fails=["classifies_unseen_images"],
)
known.accepted(
    "a model that holds some images back, and has a callback of its own",
    swap(
        "import tensorflow as tf\n",
        "import tensorflow as tf\n\n\nclass Own(tf.keras.Sequential):\n"
        "    def fit(self, images, labels, **others):\n"
        "        others['callbacks'] = [tf.keras.callbacks.EarlyStopping('loss')]\n"
        "        return super().fit(images, labels, validation_split=0.1, **others)\n",
    ),
    swap("model = tf.keras.Sequential(", "model = Own("),
)
known.equal(
    "the widths are free",
    '*: Dense(512, activation="relu") -> Dense(*, activation="relu")',
    '*: Dense(256, activation="relu") -> Dense(*, activation="relu")',
    '*: Dense(128, activation="relu") -> Dense(*, activation="relu")',
    "*: Dense(*, activation=*relu) -> Dense(*, activation=*relu)",
    '*: Dense(32, activation="tanh") -> Dense(*, activation="tanh")*',
    "*: Dense(256) -> Dense(512)",
)
known.equal(
    "which activation it is, is free",
    '*: activation="relu" -> activation="sigmoid"*',
)
known.equal(
    "the order of hidden layers is free",
    'build_deeper_model: Dense(512, activation="relu"), Dense(256, activation="relu") -> *',
)
known.equal(
    "the optimiser is free",
    "*: optimizer=* -> *",
    '*.compile(optimizer="adam", *) -> *.compile(loss=*',
)
known.equal(
    "`Dropout` is free",
    "build_deeper_model: Dropout(0.2)*",
)
known.equal(
    "`Flatten` needs no `Input`",
    "build_deeper_model: Input((28, 28)) -> nothing",
)
known.equal(
    "any other widths are free too",
    '*: Dense(256, activation="relu", *) -> Dense(257, *',
    '*: Dense(300, "gelu") -> Dense(299, *',
    '*: Dense(100, "swish") -> Dense(*, "swish")',
)
known.equal(
    "what lies in front of `Flatten` is free, and so are other metrics and normalisation",
    "build_deeper_model: Conv2D(4, 3, *",
    "build_deeper_model: MaxPooling2D() -> nothing",
    "build_deeper_model: BatchNormalization(), ReLU() -> *",
    "build_deeper_model: SparseTopKCategoricalAccuracy(5, *) -> *",
    'build_deeper_model: SparseCategoricalAccuracy("right") -> SparseCategoricalAccuracy(*',
)
