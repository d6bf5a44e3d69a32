"""Known answers of `meter`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

UPDATE = "meter.update_state(labels, tf.argmax(outputs, axis=1))"
REPORT = "if step % every == 0 or step == len(batches):"
RESET = "            meter.reset_state()\n"
WHOLE = (
    "meter = tf.keras.metrics.Accuracy()\n"
    "    shares = []\n"
    "    for step, (outputs, labels) in enumerate(batches, 1):\n"
    f"        {UPDATE}\n"
    f"        {REPORT}\n"
    "            shares.append(float(meter.result()))\n"
    f"{RESET}"
    "    return shares\n"
)

known.mistake("never reset", swap(RESET, ""), fails=["starts_again"])
known.mistake("named and not called", swap("reset_state()", "reset_state"), fails=["starts_again"])
known.mistake(
    "reset at each batch",
    swap(f"        {UPDATE}", f"        meter.reset_state()\n        {UPDATE}"),
    fails=["starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="Its meter never holds more than one batch: every report of several is wrong.",
)
known.mistake(
    "reset before it is reported",
    swap("            shares.append", "            meter.reset_state()\n            shares.append"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It empties the meter before it reads it, and reports zeros only.",
)
known.mistake(
    "a mean of the batches' shares",
    swap("metrics.Accuracy()", "metrics.Mean()"),
    swap(
        UPDATE,
        "right = tf.argmax(outputs, axis=1) == labels\n"
        "        meter.update_state(tf.reduce_mean(tf.cast(right, 'float32')))",
    ),
    fails=["weighs_by_images"],
)
known.mistake("the rest left out", swap(" or step == len(batches)", ""), fails=["reports_the_rest"])
known.mistake(
    "a mean of the batches' shares for the rest",
    swap(
        WHOLE,
        WHOLE.replace(" or step == len(batches)", "").replace(
            "    return",
            "    left = batches[len(batches) - len(batches) % every :]\n"
            "    each = [float((one.argmax(axis=1) == own).mean()) for one, own in left]\n"
            "    shares += [sum(each) / len(each)] if each else []\n"
            "    return",
        ),
    ),
    fails=["reports_the_rest"],
)
known.mistake(
    "a rest in any case",
    swap(
        WHOLE,
        WHOLE.replace(" or step == len(batches)", "").replace(
            "    return", "    shares.append(float(meter.result()))\n    return"
        ),
    ),
    fails=["reports_the_rest"],
)
known.mistake(
    "the end known by its batch, which may stand at another place too",
    swap("step == len(batches)", "outputs is batches[-1][0]"),
    fails=["reports_the_rest"],
)
known.mistake(
    "the rest together with all that was reported",
    swap("    shares = []", "    whole = tf.keras.metrics.Accuracy()\n    shares = []"),
    swap(UPDATE, f"{UPDATE}\n        {UPDATE.replace('meter', 'whole')}"),
    swap("float(meter.result())", "float((whole if step % every else meter).result())"),
    fails=["reports_the_rest"],
)
known.mistake(
    "the rest kept for the next call",
    swap("meter = tf.keras.metrics.Accuracy()", "meter = METER"),
    swap("def accuracies", "METER = tf.keras.metrics.Accuracy()\n\n\ndef accuracies"),
    swap(RESET, f"            if step % every == 0:\n    {RESET}"),
    fails=["starts_again"],
)
known.mistake(
    "counted from 0",
    swap("enumerate(batches, 1)", "enumerate(batches)"),
    swap(" or step == len(batches)", " or step == len(batches) - 1"),
    fails=["starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="A first report after a single batch moves all others by one.",
)
known.mistake(
    "largest along the images",
    swap("axis=1", "axis=0"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It compares images with each other, and raises where there are not ten.",
)
known.mistake(
    "the smallest output",
    swap("tf.argmax", "tf.argmin"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It counts other images in every report.",
)
known.mistake(
    "outputs as they are",
    swap("tf.argmax(outputs, axis=1)", "outputs"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It counts nothing that is asked for in any report.",
)
known.mistake(
    "wrong images",
    swap("float(meter.result())", "1 - float(meter.result())"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It counts other images in every report.",
)
known.mistake(
    "in percent",
    swap("float(meter.result())", "100 * float(meter.result())"),
    fails=["counts_right_answers"],
)
known.mistake(
    "numbers in place of shares",
    swap("float(meter.result())", "float(meter.result()) * len(labels) * every"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It reports how many images are right, and no share at all.",
)
known.mistake(
    "only the last share",
    swap("return shares", "return shares[-1]"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It returns no list, so no report can be found in it.",
)
known.mistake(
    "printed in place of returned",
    swap("return shares", "print(shares)"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It returns nothing, so no report can be found.",
)
known.mistake(
    "rounded to a tenth",
    swap("float(meter.result())", "round(float(meter.result()), 1)"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It changes every share that it reports.",
)
known.mistake(
    "the largest output looked for from 0 on",
    swap("tf.argmax(outputs, axis=1)", "tf.argmax(tf.nn.relu(outputs), axis=1)"),
    fails=["counts_right_answers", "starts_again", "weighs_by_images", "reports_the_rest"],
    costs_much="It takes every image without a positive output for class 0, in each report.",
)

known.accepted(
    "a meter that takes the largest itself",
    swap("metrics.Accuracy()", "metrics.SparseCategoricalAccuracy()"),
    swap("tf.argmax(outputs, axis=1)", "outputs"),
)
known.accepted(
    "a new meter after each report, and shares of NumPy",
    swap("meter.reset_state()", "meter = tf.keras.metrics.Accuracy()"),
    swap("float(meter.result())", "meter.result().numpy()"),
)
known.accepted("tensors", swap("float(meter.result())", "meter.result()"))
known.accepted("an array", swap("return shares", "return tf.stack(shares)"))
known.accepted(
    "counted by hand",
    swap(
        WHOLE,
        "shares, right, seen = [], 0, 0\n"
        "    for place in range(len(batches)):\n"
        "        outputs, labels = batches[place]\n"
        "        right += (outputs.argmax(axis=-1) == labels).sum()\n"
        "        seen += len(labels)\n"
        "        if (place + 1) % every == 0:\n"
        "            shares.append(right / seen)\n"
        "            right = seen = 0\n"
        "    if seen:\n"
        "        shares.append(right / seen)\n"
        "    return shares\n",
    ),
)
known.accepted(
    "batches joined first",
    swap(
        WHOLE,
        "import numpy as np\n\n"
        "    shares = []\n"
        "    for start in range(0, len(batches), every):\n"
        "        outputs, labels = zip(*batches[start : start + every])\n"
        "        right = np.concatenate(outputs).argmax(1) == np.concatenate(labels)\n"
        "        shares.append(np.mean(right))\n"
        "    return shares\n",
    ),
)
known.equal(
    "labels equal answers where answers equal labels",
    "accuracies: meter.update_state(*) -> meter.update_state(tf.argmax(outputs, axis=1), labels)",
)
known.equal(
    "a share may be a tensor that holds it",
    "accuracies: float(meter.result()) -> meter.result()",
    "accuracies: meter.result().numpy() -> meter.result()",
)
known.equal("the last axis of two is axis 1", "accuracies: axis=-1 -> axis=1")
