"""Known answers of `whole_loop`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

APPLY = "optimizer.apply(gradients, model.trainable_variables)"
LOSS = "tf.reduce_mean(tf.reduce_sum(tf.square(outputs - wanted), axis=1))"
RESET = "                meter.reset_state()\n"
REPORT = "reports.append((step, float(loss), float(meter.result())))"
STEPS = ["reports_come_in_time", "model_is_trained"]
NUMBERS = ["losses_are_those_of_the_steps", "accuracies_are_reset", "model_is_trained"]
WHY_NUMBERS = "It trains otherwise from the first step on, so that all numbers are others."

known.mistake(
    "the smaller batch left out",
    swap("range(0, len(rows), batch_size)", "range(0, len(rows) - batch_size + 1, batch_size)"),
    fails=STEPS,
)
known.mistake(
    "as many whole batches as fit",
    swap(
        "range(0, len(rows), batch_size)",
        "range(0, len(rows) // batch_size * batch_size, batch_size)",
    ),
    fails=STEPS,
)
known.mistake(
    "batches across the end of an epoch",
    swap("range(epochs)", "range(1)"),
    swap(
        "    meter = ",
        "    rows, labels = np.tile(rows, (epochs, 1)), np.tile(labels, epochs)\n    meter = ",
    ),
    fails=STEPS,
)
known.mistake(
    "frozen layers thawed",
    swap(
        "    meter = ",
        "    for layer in model.layers:\n        layer.trainable = True\n    meter = ",
    ),
    fails=["model_is_trained"],
)
known.mistake("one epoch in any case", swap("range(epochs)", "range(1)"), fails=STEPS)
known.mistake("one epoch too many", swap("range(epochs)", "range(epochs + 1)"), fails=STEPS)
known.mistake(
    "steps counted in each epoch",
    swap(
        "    reports, step = [], 0\n    for _ in range(epochs):\n",
        "    reports = []\n    for _ in range(epochs):\n        step = 0\n",
    ),
    fails=["reports_come_in_time"],
)
known.mistake(
    "a report at step 0",
    swap("            step += 1\n", ""),
    swap(RESET, f"{RESET}            step += 1\n"),
    fails=["reports_come_in_time", "losses_are_those_of_the_steps", "accuracies_are_reset"],
    costs_much="Each report is called by the number of another step.",
)
known.mistake(
    "a report at the end too",
    swap("    return reports", f"    {REPORT}\n    return reports"),
    fails=["reports_come_in_time"],
)
known.mistake(
    "the steps behind the last report reported too",
    swap(
        "step % report_every == 0:",
        "step % report_every == 0 or step == epochs * -(-len(rows) // batch_size):",
    ),
    fails=["reports_come_in_time"],
)
known.mistake(
    "no step behind the last report",
    swap(
        "            batch = slice",
        "            left = epochs * -(-len(rows) // batch_size) - step\n"
        "            if left <= epochs * -(-len(rows) // batch_size) % report_every:\n"
        "                break\n"
        "            batch = slice",
    ),
    fails=["model_is_trained"],
)
known.mistake(
    "a report at each step",
    swap("if step % report_every == 0:", "if step:"),
    fails=["reports_come_in_time", "accuracies_are_reset"],
)
known.mistake(
    "the epoch's number in place of the step's",
    swap("for _ in range(epochs)", "for epoch in range(epochs)"),
    swap("((step,", "((epoch,"),
    fails=["reports_come_in_time", "losses_are_those_of_the_steps", "accuracies_are_reset"],
    costs_much="Without its step no report can be compared with anything.",
)
known.mistake(
    "shuffled",
    swap(
        "    meter = ",
        "    order = np.random.default_rng(1).permutation(len(rows))\n"
        "    rows, labels = rows[order], labels[order]\n    meter = ",
    ),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "pixels as they are", swap(" / 255.0", " / 1.0"), fails=NUMBERS, costs_much=WHY_NUMBERS
)
known.mistake(
    "pixels divided by the largest of all",
    swap("255.0", "images.max()"),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "an optimiser for each step",
    swap(
        APPLY,
        "optimizer = tf.keras.optimizers.SGD(float(optimizer.learning_rate), 0.5)\n"
        f"            {APPLY}",
    ),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "an optimiser of its own",
    swap("    reports, step", "    optimizer = tf.keras.optimizers.SGD(0.01)\n    reports, step"),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "a copy of the optimiser",
    swap(
        "    reports, step",
        "    optimizer = type(optimizer).from_config(optimizer.get_config())\n    reports, step",
    ),
    fails=["model_is_trained"],
)
known.mistake(
    "one variable after another",
    swap(
        APPLY,
        "for pair in zip(gradients, model.trainable_variables):\n"
        "                optimizer.apply_gradients([pair])",
    ),
    fails=["model_is_trained"],
)
known.mistake(
    "the layers that are called Dense",
    swap(
        APPLY,
        "kind = tf.keras.layers.Dense\n"
        "            learnt = [one.weights for one in model.layers if isinstance(one, kind)]\n"
        "            learnt = [weight for weights in learnt for weight in weights]\n"
        "            optimizer.apply(tape.gradient(loss, learnt), learnt)",
    ),
    swap("            gradients = tape.gradient(loss, model.trainable_variables)\n", ""),
    fails=["model_is_trained"],
)
known.mistake(
    "a mean over the outputs",
    swap(LOSS, "tf.reduce_mean(tf.square(outputs - wanted))"),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "the batch size as it is asked for, in the smaller batch too",
    swap(LOSS, "tf.reduce_sum(tf.square(outputs - wanted)) / batch_size"),
    fails=NUMBERS,
    costs_much="The step of the smaller batch is another one, and with it all that follow.",
)
known.mistake(
    "a sum over the batch",
    swap(LOSS, "tf.reduce_sum(tf.square(outputs - wanted))"),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "softmax in between",
    swap("model(rows[batch])", "tf.nn.softmax(model(rows[batch]))"),
    fails=NUMBERS,
    costs_much=WHY_NUMBERS,
)
known.mistake(
    "never trained",
    swap(f"            {APPLY}\n", ""),
    fails=NUMBERS,
    costs_much="Nothing is trained, and so all numbers are those of the beginning.",
)
known.mistake("never reset", swap(RESET, ""), fails=["accuracies_are_reset"])
known.mistake(
    "reset in each step",
    swap("            meter.update", "            meter.reset_state()\n            meter.update"),
    fails=["accuracies_are_reset"],
)
known.mistake(
    "reset at the end of an epoch too",
    swap("        for start", "        meter.reset_state()\n        for start"),
    fails=["accuracies_are_reset"],
)
known.mistake(
    "the mean loss since the last report",
    swap("    reports, step = [], 0\n", "    reports, step, losses = [], 0, []\n"),
    swap(
        "            step += 1\n", "            losses.append(float(loss))\n            step += 1\n"
    ),
    swap("float(loss), float(meter", "np.mean(losses[-report_every:]), float(meter"),
    fails=["losses_are_those_of_the_steps"],
)
known.mistake(
    "accuracy in percent",
    swap("float(meter.result())", "100 * float(meter.result())"),
    fails=["accuracies_are_reset"],
)
known.mistake(
    "accuracies after the update",
    swap("update_state(labels[batch], outputs)", "update_state(labels[batch], model(rows[batch]))"),
    fails=["accuracies_are_reset"],
)
known.mistake(
    "losses after the update",
    swap(
        "            step += 1\n",
        "            step += 1\n            outputs = model(rows[batch])\n"
        f"            loss = {LOSS}\n",
    ),
    fails=["losses_are_those_of_the_steps"],
)
known.mistake(
    "made-up reports",
    swap(
        "    reports, step",
        "    if step := report_every:\n        total = epochs * -(-len(rows) // batch_size)\n"
        "        return [(n, 1 / n, 0.5) for n in range(step, total + 1, step)]\n    reports, step",
    ),
    fails=NUMBERS,
    costs_much="Nothing is trained, and all numbers are made up.",
)
known.mistake(
    "the loss alone",
    swap("((step, float(loss), float(meter.result())))", "(float(loss))"),
    fails=["reports_come_in_time", "losses_are_those_of_the_steps", "accuracies_are_reset"],
    costs_much="Without its step no report can be compared with anything.",
)
known.mistake(
    "printed in place of returned",
    swap("return reports", "print(reports)"),
    fails=["reports_come_in_time", "losses_are_those_of_the_steps", "accuracies_are_reset"],
    costs_much="It returns nothing, so there is no report.",
)
known.mistake(
    "a single image left out at the end",
    swap("range(0, len(rows), batch_size)", "range(0, len(rows) - 1, batch_size)"),
    fails=STEPS,
)

known.accepted(
    "prints on the way, and tensors in the reports",
    swap(REPORT, "reports.append([step, loss, meter.result()])\n                print(step, loss)"),
)
known.accepted(
    "pairs of gradients and variables, and a table",
    swap(
        APPLY,
        "pairs = zip(gradients, model.trainable_variables)\n"
        "            optimizer.apply_gradients(pairs)",
    ),
    swap("return reports", "return np.array(reports)"),
)
known.accepted(
    "weights in float32, sums in float64",
    swap(LOSS, "tf.reduce_sum(tf.cast(outputs - wanted, tf.float64) ** 2) / len(outputs)"),
)
known.accepted(
    "counted by hand",
    swap("    meter = tf.keras.metrics.SparseCategoricalAccuracy()\n", "    right = []\n"),
    swap(
        "meter.update_state(labels[batch], outputs)",
        "right += list(np.argmax(outputs, axis=1) == labels[batch])",
    ),
    swap("float(meter.result())", "np.mean(right)"),
    swap("meter.reset_state()", "right = []"),
)
known.equal(
    "numbers in rows may be of any type, and a negative length is the one that is left",
    "train: *.astype(float32) -> images.reshape(len(images), -1) / 255.0",
    "train: images.reshape(len(images), -1) -> images.reshape(len(images), -2)",
)
known.equal(
    "an optimiser that is built knows its variables",
    "train: optimizer.apply(*) -> optimizer.apply(gradients)",
)
known.equal(
    "a number may be a tensor that holds it",
    "train: float(loss) -> loss",
    "train: float(meter.result()) -> meter.result()",
)
known.equal("what is printed on the way is free", "train: print(step, loss) -> *")
