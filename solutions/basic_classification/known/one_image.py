"""Known answers of `one_image`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

BATCH = "np.expand_dims(image, 0)"
PREDICT = "model.predict(batch, verbose=0)[0]"
ARGMAX = "np.argmax(probabilities)"
RETURN = "return choice, probabilities[choice]"
TAKES, CLASS, SHARE, STAYS = (
    "takes_a_single_image",
    "gives_the_class",
    "gives_its_probability",
    "image_stays",
)
ALL = [TAKES, CLASS, SHARE, STAYS]
RAISES = "Keras refuses what it is given, so there is no answer to look at."

known.mistake("no batch", swap(BATCH, "image"), fails=ALL, costs_much=RAISES)
known.mistake(
    "an axis at the end",
    swap(BATCH, "np.expand_dims(image, -1)"),
    fails=ALL,
    costs_much=RAISES,
)
known.mistake("a list around the image", swap(BATCH, "[image]"), fails=ALL, costs_much=RAISES)
known.mistake(
    "never a channel",
    swap(BATCH, "image.reshape(1, 28)"),
    fails=ALL,
    costs_much=RAISES,
)
known.mistake(
    "the largest along the batch",
    swap("verbose=0)[0]", "verbose=0)"),
    swap(ARGMAX, "np.argmax(probabilities, axis=0)[0]"),
    swap("probabilities[choice]", "probabilities.max()"),
    fails=[CLASS],
)
known.mistake(
    "a class for each image",
    swap("verbose=0)[0]", "verbose=0)"),
    swap(ARGMAX, "np.argmax(probabilities, axis=1)"),
    swap("probabilities[choice]", "probabilities.max()"),
    fails=[TAKES, CLASS],
    costs_much="A list of one class is no class, and nothing that an image could be compared with.",
)
known.mistake("the whole row", swap("probabilities[choice]", "probabilities"), fails=[TAKES, SHARE])
known.mistake(
    "the probability of the last class",
    swap("probabilities[choice]", "probabilities[9]"),
    fails=[SHARE],
)
known.mistake(
    "in percent", swap("probabilities[choice]", "100 * probabilities[choice]"), fails=[SHARE]
)
known.mistake(
    "rounded to a tenth",
    swap("probabilities[choice]", "round(float(probabilities[choice]), 1)"),
    fails=[SHARE],
)
known.mistake(
    "the least probable class",
    swap(ARGMAX, "np.argmin(probabilities)"),
    fails=[CLASS, SHARE],
    costs_much="It answers with the class that the network rules out.",
)
known.mistake("counted from 1", swap("return choice,", "return choice + 1,"), fails=[CLASS])
known.mistake(
    "in the other order",
    swap(RETURN, "return probabilities[choice], choice"),
    fails=[CLASS, SHARE],
    costs_much="Each of the two numbers is in the place of the other one.",
)
known.mistake(
    "scaled once more",
    swap(BATCH, "np.expand_dims(image, 0) / 255"),
    fails=[CLASS, SHARE],
    costs_much="The model sees a nearly black image, whatever is in it.",
)
known.mistake(
    "the image itself becomes a batch",
    swap(BATCH, "image\n    image.shape = (1, *image.shape)"),
    fails=[STAYS],
)
known.mistake(
    "only the class",
    swap(RETURN, "return choice"),
    fails=ALL,
    costs_much="It returns one of two numbers, and no pair.",
)
known.mistake(
    "printed in place of returned",
    swap(RETURN, "print(choice, probabilities[choice])"),
    fails=ALL,
    costs_much="It returns nothing, so nothing can be found in it.",
)
known.mistake(
    "scaled once more where it is bright",
    swap(
        "np.expand_dims(image, 0)", "np.expand_dims(image / 255 if image.max() > 1 else image, 0)"
    ),
    fails=[CLASS, SHARE],
    costs_much="The model sees a nearly black image, whatever is in it.",
)

known.accepted("an index that is `None`", swap(BATCH, "image[None]"))
known.accepted(
    "a list as an array, and plain numbers",
    swap(BATCH, "np.array([image])"),
    swap(RETURN, "return int(choice), float(probabilities[choice])"),
)
known.accepted(
    "reshaped",
    swap(BATCH, "image.reshape((1, *image.shape))"),
    swap(ARGMAX, "probabilities.argmax()"),
)
known.accepted(
    "the model called, and TensorFlow",
    swap("import numpy as np", "import tensorflow as tf"),
    swap(BATCH, "tf.expand_dims(image, 0)"),
    swap(PREDICT, "model(batch)[0]"),
    swap(ARGMAX, "tf.argmax(probabilities)"),
)
known.accepted(
    "a list, rounded to three places",
    swap(RETURN, "return [choice, round(float(max(probabilities)), 3)]"),
)
known.accepted(
    "a data set of one image",
    swap("import numpy as np", "import numpy as np\nimport tensorflow as tf"),
    swap(BATCH, "tf.data.Dataset.from_tensors(image).batch(1)"),
)
known.accepted(
    "the axes at the front by their names",
    swap(BATCH, "np.stack([image], axis=0)"),
    swap(PREDICT, "model.predict_on_batch(batch)[0]"),
)

known.equal("the only row is the last one too", "*)[0] -> *)[-1]")
known.equal(
    "what is printed is up to the student",
    "*: verbose=0 -> verbose=1",
    "*: model.predict(batch, verbose=0) -> model.predict(batch)",
)
known.equal(
    "numbers may be of NumPy's types",
    "*: int(choice) -> choice",
    "*: float(probabilities[choice]) -> probabilities[choice]",
)
known.equal("one image is a batch, however many there may be", "*batch(1) -> *batch(2)")
known.equal("an argument as it is by default", "*: stack([image], axis=0) -> stack([image])")
