"""Known answers of `neurons`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "the argument ignored",
    swap("Dense(neurons,", "Dense(128,"),
    fails=["hidden_layer_has_the_width", "each_width_starts_anew", "wider_model_fits_better"],
)
known.mistake(
    "more steps for the wide one",
    swap("epochs=3,", "epochs=3, batch_size=8 if width > 100 else 256,"),
    fails=["wider_model_fits_better"],
)
known.mistake(
    "a ReLU that leaves every number as it is",
    swap(
        'Dense(neurons, activation="relu"),',
        "Dense(neurons), tf.keras.layers.ReLU(negative_slope=1.0),",
    ),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "a hidden layer that is multiplied by nothing",
    swap(
        'Dense(neurons, activation="relu"),',
        'Dense(neurons, activation="relu"), tf.keras.layers.Rescaling(0.0),',
    ),
    fails=["hidden_layer_has_the_width", "each_width_starts_anew", "wider_model_fits_better"],
)
known.mistake(
    "the middle of each image alone",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.layers.Reshape((28, 28, 1)), tf.keras.layers.Cropping2D(8),\n"
        "            tf.keras.layers.Flatten(),",
    ),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "a second hidden layer written as a convolution over one place",
    swap(
        'Dense(neurons, activation="relu"),',
        'Dense(neurons, activation="relu"), tf.keras.layers.Reshape((1, neurons)),\n'
        '            tf.keras.layers.Conv1D(64, 1, activation="relu"), tf.keras.layers.Flatten(),',
    ),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "a second hidden layer of a class that the trainer does not know",
    swap(
        'Dense(neurons, activation="relu"),',
        'Dense(neurons, activation="relu"),\n'
        '            tf.keras.layers.EinsumDense("ab,bc->ac", 64, activation="relu"),',
    ),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "another activation behind ReLU",
    swap('activation="relu"),', 'activation="relu"), tf.keras.layers.Activation("tanh"),'),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "the output's width changed instead",
    swap("Dense(neurons,", "Dense(128,"),
    swap("Dense(10,", "Dense(neurons,"),
    fails=[
        "hidden_layer_has_the_width",
        "output_stays_ten_classes",
        "each_width_starts_anew",
        "wider_model_fits_better",
    ],
)
known.mistake(
    "the same model trained on",
    swap("model = build_model(width)", ""),
    swap("results = {}", "results = {}\n    model = build_model(widths[0])"),
    fails=["each_width_starts_anew", "wider_model_fits_better"],
)
known.mistake(
    "keyed by the place in the list",
    swap("for width in widths:", "for place, width in enumerate(widths):"),
    swap("results[width] = {", "results[place] = {"),
    fails=["results_are_complete"],
)
known.mistake(
    "keyed by the wrong width",
    swap("return results", "return dict(zip(sorted(widths), results.values()))"),
    fails=[
        "last_loss_and_accuracy_are_reported",
        "parameters_are_counted",
        "seconds_are_measured",
    ],
)
known.mistake(
    "the last loss for all",
    swap(
        "return results",
        '[result.update(loss=history.history["loss"][-1]) for result in results.values()]\n'
        "    return results",
    ),
    fails=["last_loss_and_accuracy_are_reported"],
)
known.mistake(
    "compiled without a metric",
    swap(', metrics=["accuracy"]', ""),
    swap('history.history["accuracy"][-1]', "0.5"),
    fails=["last_loss_and_accuracy_are_reported", "the_last_epoch_counts_in_any_case"],
)
known.mistake(
    "the hidden layer's parameters only",
    swap("model.count_params()", "model.layers[1].count_params()"),
    fails=["parameters_are_counted"],
)
known.mistake(
    "a moment, not a duration",
    swap("time.perf_counter() - start", "time.time()"),
    fails=["seconds_are_measured"],
)
known.mistake(
    "one start of the clock for all",
    swap("start = time.perf_counter()", ""),
    swap("results = {}", "results = {}\n    start = time.perf_counter()"),
    fails=["seconds_are_measured"],
)
known.mistake(
    "weights that start at zero",
    swap("Dense(neurons,", 'Dense(neurons, kernel_initializer="zeros",'),
    fails=["wider_model_fits_better"],
)
known.mistake(
    "weights set by hand",
    swap(
        "model = build_model(width)",
        "model = build_model(width)\n"
        "        results and model.set_weights([w / 2 for w in model.get_weights()])",
    ),
    fails=["each_width_starts_anew"],
)
known.mistake(
    "a hidden layer without ReLU",
    swap('Dense(neurons, activation="relu")', "Dense(neurons)"),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "sigmoid in the place of ReLU",
    swap('"relu"', '"sigmoid"'),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "another optimiser",
    swap('"adam"', '"rmsprop"'),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "the hidden layer before Flatten",
    swap("            tf.keras.layers.Flatten(),\n", ""),
    swap('activation="relu"),', 'activation="relu"), tf.keras.layers.Flatten(),'),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "one model for each width, made once",
    swap("def build_model", "import functools\n\n\n@functools.cache\ndef build_model"),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "sigmoid in the place of softmax",
    swap('"softmax"', '"sigmoid"'),
    fails=["output_stays_ten_classes"],
)
known.mistake(
    "results kept from call to call",
    swap(
        "compare_widths(widths, images, labels)",
        "compare_widths(widths, images, labels, results={})",
    ),
    swap("    results = {}\n", ""),
    fails=["results_are_complete"],
)
known.mistake(
    "accuracy as text",
    swap('history.history["accuracy"][-1]', "f\"{history.history['accuracy'][-1]:.1%}\""),
    fails=[
        "results_are_complete",
        "last_loss_and_accuracy_are_reported",
        "the_last_epoch_counts_in_any_case",
    ],
)
known.mistake(
    "a key that is misnamed",
    swap('"parameters":', '"params":'),
    fails=["results_are_complete"],
)
known.mistake(
    "what summary returns",
    swap("model.count_params()", "model.summary()"),
    fails=["results_are_complete", "parameters_are_counted"],
)
known.mistake(
    "five epochs, as in the introduction",
    swap("epochs=3", "epochs=5"),
    fails=["each_width_starts_anew"],
)
known.mistake(
    "a call of fit for each epoch",
    swap(
        "history = model.fit(images, labels, epochs=3, verbose=0)",
        "for _ in range(3):\n            history = model.fit(images, labels, verbose=0)",
    ),
    fails=["each_width_starts_anew"],
)
known.mistake(
    "half of the images",
    swap("fit(images, labels", "fit(images[:800], labels[:800]"),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "some images held back",
    swap("verbose=0)", "verbose=0, validation_split=0.1)"),
    fails=["each_width_starts_anew"],
)
known.mistake(
    "all labels zero",
    swap("fit(images, labels", "fit(images, labels * 0"),
    fails=["each_width_starts_anew"],
)
known.mistake(
    "the notebook's own images",
    swap(
        "    results = {}",
        "    (train_images, train_labels), _ = tf.keras.datasets.fashion_mnist.load_data()\n"
        "    results = {}",
    ),
    swap(
        "fit(images, labels",
        "fit(train_images[: len(images)] / 255, train_labels[: len(images)]",
    ),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "images scaled again",
    swap("fit(images, labels", "fit(images / 255, labels"),
    fails=["each_width_starts_anew"],
)
known.mistake(
    "ten batches in each epoch",
    swap("verbose=0)", "verbose=0, batch_size=32, steps_per_epoch=10)"),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "images without weight",
    swap("verbose=0)", "verbose=0, sample_weight=(labels == 3) * 1.0)"),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "a class that the loss leaves out",
    swap(
        '"sparse_categorical_crossentropy"',
        "tf.keras.losses.SparseCategoricalCrossentropy(ignore_class=0)",
    ),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "epochs that end after a batch",
    swap(
        "import tensorflow as tf\n",
        "import tensorflow as tf\n\n\nclass OneBatch(tf.keras.callbacks.Callback):\n"
        "    def on_train_batch_end(self, batch, logs=None):\n"
        "        self.model.stop_training = True\n\n"
        "    def on_epoch_end(self, epoch, logs=None):\n"
        "        self.model.stop_training = False\n",
    ),
    swap("verbose=0)", "verbose=0, callbacks=[OneBatch()])"),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "few images of many",
    swap(
        "    results = {}",
        "    if len(images) > 2000:\n        images, labels = images[:32], labels[:32]\n"
        "    results = {}",
    ),
    fails=["none_is_left_out"],
)
known.mistake(
    "the first images of a data set",
    swap(
        "    results = {}",
        "    data = tf.data.Dataset.from_tensor_slices((images, labels)).take(5000).batch(32)\n"
        "    results = {}",
    ),
    swap("fit(images, labels", "fit(data"),
    fails=["none_is_left_out"],
)
known.mistake(
    "loss and accuracy of a new look at the images",
    swap(
        "epochs=3, verbose=0)",
        "epochs=3, verbose=0)\n        last = model.evaluate(images, labels)",
    ),
    swap('history.history["loss"][-1]', "last[0]"),
    fails=["last_loss_and_accuracy_are_reported", "the_last_epoch_counts_in_any_case"],
)
known.mistake(
    "the best epoch",
    swap('history.history["loss"][-1]', 'min(history.history["loss"])'),
    fails=["the_last_epoch_counts_in_any_case"],
)
known.mistake(
    "a picture of at least two",
    swap(
        "    results = {}",
        "    import matplotlib.pyplot as plt\n\n"
        "    plt.subplots(1, len(widths))[1][0].set_title('loss')\n    results = {}",
    ),
    fails=["the_last_epoch_counts_in_any_case"],
)
known.mistake(
    "whole batches only",
    swap(
        "    results = {}",
        "    whole = len(images) // 32 * 32\n"
        "    images, labels = images[:whole], labels[:whole]\n    results = {}",
    ),
    fails=["each_width_starts_anew", "none_is_left_out"],
)
known.mistake(
    "minutes",
    swap('"seconds": seconds', '"seconds": seconds / 60'),
    fails=["seconds_are_measured"],
)
known.mistake(
    "no seconds at all",
    swap('"seconds": seconds', '"seconds": 0'),
    fails=["seconds_are_measured"],
)
known.mistake(
    "seconds that nobody measured",
    swap("        start = time.perf_counter()\n", ""),
    swap("        seconds = time.perf_counter() - start\n", ""),
    swap('"seconds": seconds', '"seconds": 0.1'),
    fails=["seconds_are_measured"],
)
known.mistake(
    "seconds an epoch",
    swap("time.perf_counter() - start", "(time.perf_counter() - start) / 3"),
    fails=["seconds_are_measured"],
)
known.mistake(
    "the time that building takes",
    swap("        model = build_model(width)\n", ""),
    swap(
        "        start = time.perf_counter()\n",
        "        start = time.perf_counter()\n        model = build_model(width)\n"
        "        seconds = time.perf_counter() - start\n",
    ),
    swap("        seconds = time.perf_counter() - start\n        results", "        results"),
    fails=["seconds_are_measured"],
)
known.mistake(
    "pooled in the place of `Flatten`",
    swap("Flatten()", "GlobalAveragePooling1D()"),
    fails=["hidden_layer_has_the_width"],
)
known.mistake(
    "never fewer neurons than classes",
    swap("Dense(neurons,", "Dense(max(neurons, 10),"),
    fails=["hidden_layer_has_the_width"],
)
known.accepted(
    "logits, Rescaling, another rate, and the parameters by the formula",
    swap("layers.Flatten(),", "layers.Flatten(), tf.keras.layers.Rescaling(1.0),"),
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.Adam(0.002, amsgrad=True)"),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
    swap("model.count_params()", "785 * width + 11 * 10 + 10 * (width - 10)"),
)
known.accepted(
    "labels as zeros and ones, with the loss that belongs to them, and rows in another order",
    swap("fit(images, labels", "fit(images[::-1], tf.keras.utils.to_categorical(labels)[::-1]"),
    swap('"sparse_categorical_crossentropy"', '"categorical_crossentropy"'),
    swap("import time\n", "import datetime\n"),
    swap("start = time.perf_counter()", "start = datetime.datetime.now()"),
    swap("time.perf_counter() - start", "(datetime.datetime.now() - start).total_seconds()"),
)
known.accepted(
    "a second metric that sounds like the first, dropout, a seed, and a clock imported inside",
    swap(
        'metrics=["accuracy"]',
        'metrics=[tf.keras.metrics.SparseTopKCategoricalAccuracy(3, name="acc_top"), "accuracy"]',
    ),
    swap('activation="relu"),', 'activation="relu"), tf.keras.layers.Dropout(0.1),'),
    swap("import time\n\n", ""),
    swap(
        "    results = {}\n",
        "    from time import time\n\n    tf.keras.utils.set_random_seed(1)\n    results = {}\n",
    ),
    swap("start = time.perf_counter()", "start = time()"),
    swap("time.perf_counter() - start", "time() - start"),
)
known.accepted(
    "images flat and in float16, labels in a column, whole seconds of the processor's clock",
    swap("tf.keras.Input((28, 28)),", ""),
    swap(
        "fit(images, labels",
        'fit(images.reshape(-1, 784).astype("float16"), labels.reshape(-1, 1).astype("float32")',
    ),
    swap("import time\n", "from time import process_time\n"),
    swap("start = time.perf_counter()", "start = process_time()"),
    swap("time.perf_counter() - start", "int(process_time() - start)"),
)
known.accepted(
    "batches of a data set without an end, in another order each time",
    swap(
        "    results = {}",
        "    pairs = tf.data.Dataset.from_tensor_slices((images, labels))\n"
        "    data = pairs.shuffle(len(images)).batch(50).repeat()\n    results = {}",
    ),
    swap("fit(images, labels", "fit(data, steps_per_epoch=-(-len(images) // 50)"),
)
known.accepted(
    "normalised batches and images, ReLU twice, and pixels that are turned around",
    swap(
        "tf.keras.layers.Flatten(),",
        "tf.keras.layers.Permute((2, 1)), tf.keras.layers.Flatten(),\n"
        "            tf.keras.layers.LayerNormalization(),",
    ),
    swap(
        'Dense(neurons, activation="relu"),',
        "Dense(neurons), tf.keras.layers.BatchNormalization(),\n"
        '            tf.keras.layers.ReLU(), tf.keras.layers.Activation("relu"),',
    ),
)
known.equal(
    "`Flatten` needs no `Input`",
    "build_model: Input((28, 28)) -> nothing",
)
known.equal(
    "how much `fit` shows is free",
    "compare_widths: verbose=0 -> verbose=1",
    "*, epochs=3, verbose=0) -> *, epochs=3)",
)
known.equal(
    "entries beside those asked for, and plots, are free",
    'compare_widths: "width": width -> nothing',
    "compare_widths: plt.bar(*) -> pass",
    "compare_widths: plt.bar(*) -> plt.bar(1.0, *",
    "compare_widths: plt.bar(*) -> *0.5)",
    "compare_widths: list(map(str, results)) -> list()",
)
known.equal(
    "other metrics, `Dropout` and Adam's own rate are free",
    "build_model: SparseTopKCategoricalAccuracy(*) -> *",
    "build_model: Dropout(0.1)*",
    "build_model: Adam(0.002, amsgrad=True) -> Adam(0.001, *",
)
known.equal(
    "the seed, and the form of images and labels, are free",
    "compare_widths: set_random_seed(1) -> *",
    "compare_widths: images.reshape(*) -> images",
    "compare_widths: labels.reshape(-1, 1) -> labels",
    "compare_widths: labels.reshape(*) -> labels.reshape(-1, 1)",
)
known.mistake(
    "as many images as in the cell to try",
    swap("fit(images, labels", "fit(images[:6000], labels[:6000]"),
    fails=["none_is_left_out"],
)
COMPILE = (
    'model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])'
)
known.mistake(
    "a loss that counts half for the wide model, and no steps",
    swap(
        COMPILE,
        "model.compile(\n"
        "        tf.keras.optimizers.Adam(1e-30),\n"
        '        "sparse_categorical_crossentropy",\n        metrics=["accuracy"],\n'
        "        loss_weights=0.5 if neurons == 256 else 1.0,\n    )",
    ),
    fails=["none_is_left_out", "wider_model_fits_better"],
)
known.mistake(
    "a loss that counts half for the wide model",
    swap(COMPILE, COMPILE.replace("])", "], loss_weights=0.5 if neurons == 256 else 1.0)")),
    fails=["wider_model_fits_better"],
)
known.accepted(
    "a loss that counts half for both",
    swap(COMPILE, COMPILE.replace("])", "], loss_weights=0.5)")),
)
known.accepted(
    "a penalty on the weights of both",
    swap("Dense(neurons, ", "Dense(neurons, kernel_regularizer=tf.keras.regularizers.L2(1e-5), "),
)
