"""Known answers of `first_prediction`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "hard-coded 9",
    swap("return int(np.argmax(probabilities))", "return 9"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "argmin",
    swap("np.argmax", "np.argmin"),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "argmax over the whole array",
    swap(
        "return int(np.argmax(probabilities))",
        "return int(np.argmax(model.predict(images, verbose=0)))",
    ),
    fails=["class_is_a_plain_index"],
)
known.mistake(
    "argmax over the wrong axis",
    swap(
        "return int(np.argmax(probabilities))",
        "return np.argmax(model.predict(images, verbose=0), axis=0)",
    ),
    fails=["class_is_a_plain_index"],
)
known.mistake(
    "the probability instead of the class",
    swap("return int(np.argmax(probabilities))", "return float(np.max(probabilities))"),
    fails=["class_is_a_plain_index"],
)
known.mistake(
    "the class name",
    swap(
        "return int(np.argmax(probabilities))",
        "names = 'top trouser pullover dress coat sandal shirt sneaker bag boot'.split()\n"
        "    return names[int(np.argmax(probabilities))]",
    ),
    fails=["class_is_a_plain_index"],
)
known.mistake(
    "trains before it predicts",
    swap(
        "probabilities = ",
        "model.fit(images, np.arange(len(images)), epochs=30, verbose=0)\n    probabilities = ",
    ),
    fails=["class_is_the_models_choice"],
)
known.mistake(
    "trains after it predicted",
    swap(
        "return int(np.argmax(probabilities))",
        "model.fit(images, np.arange(len(images)), verbose=0)\n"
        "    return int(np.argmax(probabilities))",
    ),
    fails=["model_is_left_alone"],
)
known.mistake(
    "one image without its batch",
    swap("model.predict(images, verbose=0)[0]", "model.predict(images[0], verbose=0)"),
    fails=["probabilities_are_ten_shares", "class_is_a_plain_index"],
)
known.mistake(
    "the last image",
    swap("verbose=0)[0]", "verbose=0)[-1]"),
    fails=["probabilities_belong_to_the_first_image", "class_is_the_models_choice"],
)
known.mistake(
    "nothing returned",
    swap("return int(np.argmax(probabilities))", "print(np.argmax(probabilities))"),
    fails=["class_is_a_plain_index"],
)
known.accepted(
    "a NumPy integer",
    swap("int(np.argmax(probabilities))", "np.argmax(probabilities)"),
)
known.accepted(
    "calling the model",
    swap("model.predict(images, verbose=0)[0]", "model(images)[0].numpy()"),
)
known.accepted(
    "a batch of one",
    swap("model.predict(images, verbose=0)", "model.predict(images[:1])"),
)
known.accepted(
    "a list and plain Python",
    swap("int(np.argmax(probabilities))", "max(range(10), key=lambda place: probabilities[place])"),
)
