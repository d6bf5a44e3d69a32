"""Known answers of `one_step`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

LOSS = "tf.reduce_mean(tf.reduce_sum(tf.square(outputs - wanted), axis=1))"
GRADIENTS = "gradients = tape.gradient(loss, model.trainable_variables)"
APPLY = "optimizer.apply(gradients, model.trainable_variables)"
OTHER_LOSS = ["returns_the_loss", "goes_down_the_gradient"]
WHY_OTHER_LOSS = "Another loss is returned, and its gradient is another one too."
# What nothing passes that leaves the model as it is.
STILL = ["all_weights_move", "goes_down_the_gradient", "optimiser_takes_one_step"]
WHY_STILL = "It takes no step, so nothing of a step can be right."

known.mistake(
    "a mean over all outputs",
    swap(LOSS, "tf.reduce_mean(tf.square(outputs - wanted))"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "a sum over the images",
    swap(LOSS, "tf.reduce_sum(tf.square(outputs - wanted))"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "always 32 images",
    swap(LOSS, "tf.reduce_sum(tf.square(outputs - wanted)) / 32"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "absolute differences",
    swap("tf.square(", "tf.abs("),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "softmax in between",
    swap("tf.square(outputs", "tf.square(tf.nn.softmax(outputs)"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "cross entropy",
    swap(LOSS, "tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(wanted, outputs))"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "pixels divided once more",
    swap("tf.reshape(images,", "tf.reshape(images / 255,"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)
known.mistake(
    "the mean returned, and the sum descended",
    swap(
        "        loss = ",
        "        total = tf.reduce_sum(tf.square(outputs - wanted))\n        loss = ",
    ),
    swap("gradient(loss,", "gradient(total,"),
    fails=["goes_down_the_gradient"],
)
known.mistake("never applied", swap(f"    {APPLY}\n", ""), fails=STILL, costs_much=WHY_STILL)
known.mistake(
    "gradients computed and returned",
    swap(f"{APPLY}\n    return loss", "return gradients"),
    fails=["returns_the_loss", *STILL],
    costs_much=WHY_STILL,
)
known.mistake(
    "applied twice",
    swap(APPLY, f"{APPLY}\n    {APPLY}"),
    fails=["goes_down_the_gradient", "optimiser_takes_one_step"],
)
known.mistake(
    "uphill",
    swap("apply(gradients,", "apply([-gradient for gradient in gradients],"),
    fails=["goes_down_the_gradient"],
)
known.mistake(
    "an optimiser of its own, with the same rate",
    swap(
        APPLY, f"optimizer = tf.keras.optimizers.SGD(float(optimizer.learning_rate))\n    {APPLY}"
    ),
    fails=["optimiser_takes_one_step"],
)
known.mistake(
    "an optimiser of its own, with its usual rate",
    swap(APPLY, f"optimizer = tf.keras.optimizers.SGD(0.1)\n    {APPLY}"),
    fails=["goes_down_the_gradient", "optimiser_takes_one_step"],
)
known.mistake(
    "Adam",
    swap(APPLY, f"optimizer = tf.keras.optimizers.Adam()\n    {APPLY}"),
    fails=["goes_down_the_gradient", "optimiser_takes_one_step"],
)
known.mistake(
    "subtracted by hand",
    swap(
        APPLY,
        "for variable, gradient in zip(model.trainable_variables, gradients):\n"
        "        variable.assign_sub(optimizer.learning_rate * gradient)",
    ),
    fails=["optimiser_takes_one_step"],
)
known.mistake(
    "only the last layer",
    swap(
        GRADIENTS,
        "last = model.layers[-1].trainable_variables\n    gradients = tape.gradient(loss, last)",
    ),
    swap("apply(gradients, model.trainable_variables)", "apply(gradients, last)"),
    fails=["all_weights_move"],
)
known.mistake(
    "the layers that are called Dense",
    swap(
        GRADIENTS,
        "kind = tf.keras.layers.Dense\n"
        "    learnt = [layer.weights for layer in model.layers if isinstance(layer, kind)]\n"
        "    learnt = [weight for weights in learnt for weight in weights]\n"
        "    gradients = tape.gradient(loss, learnt)",
    ),
    swap("apply(gradients, model.trainable_variables)", "apply(gradients, learnt)"),
    fails=["all_weights_move"],
)
known.mistake(
    "frozen layers too",
    swap(GRADIENTS, "gradients = tape.gradient(loss, model.weights)"),
    swap("apply(gradients, model.trainable_variables)", "apply(gradients, model.weights)"),
    fails=["all_weights_move"],
)
known.mistake(
    "subtracted by hand, from frozen layers too",
    swap(GRADIENTS, "gradients = tape.gradient(loss, model.weights)"),
    swap(
        APPLY,
        "for variable, gradient in zip(model.weights, gradients):\n"
        "        variable.assign_sub(optimizer.learning_rate * gradient)",
    ),
    fails=["all_weights_move", "optimiser_takes_one_step"],
)
known.mistake(
    "one variable after another",
    swap(
        APPLY,
        "for pair in zip(gradients, model.trainable_variables):\n"
        "        optimizer.apply_gradients([pair])",
    ),
    fails=["optimiser_takes_one_step"],
)
known.mistake(
    "weights without biases",
    swap(
        APPLY,
        "pairs = zip(gradients, model.trainable_variables)\n"
        "    optimizer.apply_gradients([pair for pair in pairs if len(pair[1].shape) > 1])",
    ),
    fails=["all_weights_move"],
)
known.mistake(
    "the loss after the step",
    swap(
        "return loss",
        f"outputs = model(tf.reshape(images, (-1, 784)))\n    return {LOSS}",
    ),
    fails=["returns_the_loss"],
)
known.mistake("nothing returned", swap("return loss", "print(loss)"), fails=["returns_the_loss"])
known.mistake(
    "the loss of each image",
    swap("return loss", "return tf.reduce_sum(tf.square(outputs - wanted), axis=1)"),
    fails=["returns_the_loss"],
)
known.mistake(
    "the loss behind the tape",
    swap("        loss = ", "    loss = "),
    swap("        wanted = ", "    wanted = "),
    fails=["returns_the_loss", *STILL],
    costs_much="The gradient is None, which no optimiser takes, so that nothing is returned.",
)
known.mistake(
    "images as they come",
    swap("tf.reshape(images, (-1, 784))", "images"),
    fails=["returns_the_loss", *STILL],
    costs_much="The model raises, so that there is neither a loss nor a step.",
)
known.mistake(
    "labels as they come",
    swap("tf.one_hot(labels, depth=10)", "tf.cast(labels, tf.float32)[:, None]"),
    fails=OTHER_LOSS,
    costs_much=WHY_OTHER_LOSS,
)

known.accepted(
    "divided by the number of images, which is told",
    swap(LOSS, "tf.reduce_sum(tf.square(outputs - wanted)) / images.shape[0]"),
    swap("return loss", "return float(loss)"),
)
known.accepted("a compiled function", swap("def train_step", "@tf.function\ndef train_step"))
known.accepted(
    "a persistent tape, and a gradient for each variable",
    swap("tf.GradientTape()", "tf.GradientTape(persistent=True)"),
    swap(
        GRADIENTS, "gradients = [tape.gradient(loss, each) for each in model.trainable_variables]"
    ),
    swap(APPLY, "optimizer.apply_gradients(zip(gradients, model.trainable_variables))"),
)
known.accepted(
    "Flatten, one-hot rows of NumPy, and a loss of Keras's",
    swap("import tensorflow as tf", "import numpy as np\nimport tensorflow as tf"),
    swap("tf.reshape(images, (-1, 784))", "tf.keras.layers.Flatten()(images)"),
    swap("tf.one_hot(labels, depth=10)", 'np.eye(10, dtype="float32")[labels.numpy()]'),
    swap(LOSS, "10 * tf.keras.losses.MeanSquaredError()(wanted, outputs)"),
)
known.accepted(
    "as in training, and a plain number of NumPy",
    swap("(-1, 784)))", "(-1, 784)), training=True)"),
    swap("return loss", "return loss.numpy()"),
)
known.accepted(
    "labels found from the largest down",
    swap(
        "tf.one_hot(labels, depth=10)",
        "tf.cast(labels[:, None] == tf.range(10, dtype=labels.dtype), tf.float32)",
    ),
)
known.equal(
    "an optimiser that is built knows its variables",
    "train_step: optimizer.apply(*) -> optimizer.apply(gradients)",
)
known.equal(
    "a number may be a tensor that holds it",
    "train_step: float(loss) -> loss",
    "train_step: loss.numpy() -> loss",
)
known.equal(
    "squares are the same from either side",
    "train_step: MeanSquaredError()(*) -> MeanSquaredError()(outputs, wanted)",
)
known.equal(
    "no layer here is another one in training",
    "train_step: training=True -> training=False",
    "train_step: model(*, training=True) -> model(*)",
)
