"""Known answers of `neurons`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "the argument ignored",
    swap("Dense(neurons,", "Dense(128,"),
    fails=["hidden_layer_has_the_width", "each_width_starts_anew", "parameters_are_counted"],
)
known.mistake(
    "the output's width changed instead",
    swap("Dense(neurons,", "Dense(128,"),
    swap("Dense(10,", "Dense(neurons,"),
    fails=[
        "hidden_layer_has_the_width",
        "output_stays_ten_classes",
        "each_width_starts_anew",
        "parameters_are_counted",
    ],
)
known.mistake(
    "the same model trained on",
    swap("model = build_model(width)", ""),
    swap("results = {}", "results = {}\n    model = build_model(widths[0])"),
    fails=["each_width_starts_anew", "parameters_are_counted"],
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
    fails=["last_loss_and_accuracy_are_reported", "parameters_are_counted"],
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
    fails=["last_loss_and_accuracy_are_reported"],
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
known.accepted(
    "logits, Rescaling, another Adam, and the parameters by the formula",
    swap("layers.Flatten(),", "layers.Flatten(), tf.keras.layers.Rescaling(1.0),"),
    swap('Dense(10, activation="softmax")', "Dense(10)"),
    swap('optimizer="adam"', "optimizer=tf.keras.optimizers.AdamW()"),
    swap(
        'loss="sparse_categorical_crossentropy"',
        "loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
    ),
    swap("model.count_params()", "785 * width + 11 * 10 + 10 * (width - 10)"),
)
