"""Known answers of `first_prediction`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

ROW = "model.predict(images, verbose=0)[0]"
CHOICE = "return int(np.argmax(probabilities))"
NO_CLASS = ["class_is_a_plain_index", "class_is_the_models_choice"]
OTHER_ANSWERS = ["probabilities_belong_to_the_first_image", "class_is_the_models_choice"]

known.mistake("hard-coded 9", swap(CHOICE, "return 9"), fails=["class_is_the_models_choice"])
known.mistake("argmin", swap("np.argmax", "np.argmin"), fails=["class_is_the_models_choice"])
known.mistake(
    "argmax over the whole array",
    swap(CHOICE, "return int(np.argmax(model.predict(images, verbose=0)))"),
    fails=NO_CLASS,
)
known.mistake(
    "the surest of all images",
    swap(CHOICE, "return int(np.argmax(model.predict(images, verbose=0))) % 10"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "all images together",
    swap(CHOICE, "return int(np.argmax(model.predict(images, verbose=0).mean(axis=0)))"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "argmax over the wrong axis",
    swap(CHOICE, "return np.argmax(model.predict(images, verbose=0), axis=0)"),
    fails=NO_CLASS,
)
known.mistake(
    "the probability instead of the class",
    swap(CHOICE, "return float(np.max(probabilities))"),
    fails=NO_CLASS,
)
known.mistake(
    "the class name",
    swap(
        CHOICE,
        "names = 'top trouser pullover dress coat sandal shirt sneaker bag boot'.split()\n"
        "    return names[int(np.argmax(probabilities))]",
    ),
    fails=NO_CLASS,
)
known.mistake("nothing returned", swap("return int(", "print("), fails=NO_CLASS)
known.mistake(
    "a decimal number", swap("return int(", "return float("), fails=["class_is_a_plain_index"]
)
known.mistake(
    "an array of one class",
    swap(CHOICE, "return np.argmax(model.predict(images[:1], verbose=0), axis=1)"),
    fails=["class_is_a_plain_index"],
)
known.mistake(
    "the class as a tensor",
    swap("import numpy as np", "import numpy as np\nimport tensorflow as tf"),
    swap("int(np.argmax(probabilities))", "tf.argmax(probabilities)"),
    fails=["class_is_a_plain_index"],
)
known.mistake(
    "scaled again for the class alone",
    swap(
        "class_probabilities(model, images)\n    return",
        "class_probabilities(model, images / 255)\n    return",
    ),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "pixels turned into light and dark",
    swap("predict(images", "predict(images.max() - images"),
    fails=OTHER_ANSWERS,
)
known.mistake(
    "the second image",
    swap(ROW, "model.predict(images, verbose=0)[1]"),
    fails=OTHER_ANSWERS,
)
known.mistake("the last image", swap("verbose=0)[0]", "verbose=0)[-1]"), fails=OTHER_ANSWERS)
known.mistake(
    "one image without its batch",
    swap(ROW, "model.predict(images[0], verbose=0)"),
    costs_much="Both functions raise, so neither answers anything.",
    fails=[
        "probabilities_are_ten_shares",
        *OTHER_ANSWERS,
        "class_is_a_plain_index",
        "model_is_left_alone",
    ],
)
known.mistake(
    "a row of a table",
    swap(ROW, "model.predict(images, verbose=0)[:1]"),
    fails=["probabilities_are_ten_shares"],
)
known.mistake(
    "a list of the ten", swap(ROW, f"{ROW}.tolist()"), fails=["probabilities_are_ten_shares"]
)
known.mistake(
    "squeezed before its first row",
    swap(ROW, "np.squeeze(model.predict(images, verbose=0))[0]"),
    fails=["probabilities_are_ten_shares", "class_is_the_models_choice"],
    costs_much="For one image both functions answer with something else.",
)
known.mistake(
    "rounded to a hundredth",
    swap(ROW, f"{ROW}.round(2)"),
    fails=["probabilities_are_ten_shares", "probabilities_belong_to_the_first_image"],
)
known.mistake(
    "the first answer for ever",
    swap("import numpy as np", "import numpy as np\n\nANSWERS = []"),
    swap(f"return {ROW}", f"ANSWERS.append({ROW})\n    return ANSWERS[0]"),
    fails=[*OTHER_ANSWERS, "model_is_left_alone"],
    costs_much="It has one answer for all models, and cannot be told from one that asks none.",
)
known.mistake(
    "rounded before it is compared",
    swap("np.argmax(probabilities)", "np.argmax(probabilities.round(1))"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "classes from 1",
    swap("np.argmax(probabilities)", "np.argmax(probabilities[1:]) + 1"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "classes up to 8",
    swap("np.argmax(probabilities)", "np.argmax(probabilities[:9])"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "as in training",
    swap(ROW, "model(images, training=True).numpy()[0]"),
    fails=OTHER_ANSWERS,
)
known.mistake(
    "layer by layer, as in a chain",
    swap(
        f"return {ROW}",
        "values = images\n    for layer in model.layers:\n        values = layer(values)\n"
        "    return values.numpy()[0]",
    ),
    costs_much="Both functions raise for a model with branches, so neither answers anything.",
    fails=[
        "probabilities_are_ten_shares",
        *OTHER_ANSWERS,
        "class_is_a_plain_index",
        "model_is_left_alone",
    ],
)
known.mistake(
    "trains before it predicts",
    swap(
        "probabilities = ",
        "model.fit(images, np.arange(len(images)), epochs=30, verbose=0)\n    probabilities = ",
    ),
    fails=["class_is_the_models_choice", "model_is_left_alone"],
)
known.mistake(
    "trains after it predicted",
    swap(CHOICE, f"model.fit(images, np.arange(len(images)), verbose=0)\n    {CHOICE}"),
    fails=["model_is_left_alone"],
)
known.mistake(
    "trains on a batch after it predicted",
    swap(CHOICE, f"model.train_on_batch(images, np.zeros(len(images)))\n    {CHOICE}"),
    fails=["model_is_left_alone"],
)
known.accepted("a NumPy integer", swap("int(np.argmax(probabilities))", "np.argmax(probabilities)"))
known.accepted(
    "a tensor of probabilities, a batch of the first",
    swap(ROW, "model(images[:1])[0]"),
)
known.accepted(
    "a batch of one",
    swap(ROW, "np.squeeze(model.predict(images[:1]))"),
)
known.accepted(
    "a list and plain Python",
    swap("int(np.argmax(probabilities))", "max(range(10), key=lambda place: probabilities[place])"),
)
known.equal(
    "how much `predict` shows is free",
    "*: verbose=0 -> verbose=1",
    "*: model.predict(images, verbose=0) -> model.predict(images)",
)
known.equal(
    "a NumPy integer is a whole number",
    "predicted_class: int(argmax(*)) -> argmax(*)",
)
known.equal(
    "the first image may be alone in its batch or not",
    "class_probabilities: images[:1] -> images",
    "class_probabilities: images[:1] -> images[:2]",
    "class_probabilities: model(images[:1])[0] -> model(images[:1])[-1]",
)
known.equal(
    "what is printed beside is free",
    "predicted_class: print(*) -> *",
)
