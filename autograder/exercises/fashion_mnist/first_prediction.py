"""Predict the class of the first image: argmax over one row of probabilities."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_integer,
    as_returned,
    expect,
    message,
    rule_of,
    softmax,
    text,
)

exercise = Exercise(
    "first_prediction",
    "Predict the class of the first image",
    asks_for=("class_probabilities", "predicted_class"),
    background=(
        "`model.predict(images)` answers with ten numbers ... does the network see that too?",
        "Write two functions.",
    ),
)

# The first model is for pixels up to 1, the other for pixels up to 255.
BRIGHTEST = (1.0, 255.0)
# A class that each model answers with: a search that leaves out either end of the row is wrong.
EDGES = (0, 9)
MODELS = len(BRIGHTEST)
STACKS = 3
# The last call has a stack of one image, the first there was, by itself.
CALLS = MODELS * STACKS + 1
IMAGES = 5
CLASSES, LAST_CLASS = 10, 9
# The rules for what the student's own code raises.
OWN = ("own", "assertion", "assertion_text")
# What a line mentions that looks into a model.
INSIDE = (".layers", "weights")
TRAIN = ("fit", "train_on_batch")
# In the order in which the probe calls them.
FUNCTIONS = ("class_probabilities", "predicted_class")
ROUNDING = 1e-4
CLEAR_MARGIN = 0.2
TRIES = 300

say = exercise.messages(
    row=text(
        "what `class_probabilities` returns",
        hint="`model.predict(images)` has one row per image; return only the first image's row.",
    ),
    row_as_list=text(
        "what `class_probabilities` returns",
        expected="an array of shape (10,)",
        seen="a list",
        hint="A row of what `predict` returns is an array already.",
    ),
    shares=text(
        "what `class_probabilities` returns",
        expected="ten shares, none negative, with the sum 1",
        seen="a sum of {total}, the smallest {least}",
        hint="Return the model's row as it is, without rounding or scaling.",
    ),
    first_image=text(
        "what `class_probabilities` returns",
        expected="the model's own probabilities for `images[0]`",
        seen="numbers that differ from them by up to {furthest:.2g}",
        hint="Use the model and the images as they are passed in, and take the first row.",
    ),
    same_numbers=text(
        "what `class_probabilities` returns",
        expected="each model's own probabilities for `images[0]`",
        seen="the same ten numbers for {count} models and stacks of images",
        hint="Each call gets another model or other images: ask the model in every call, and keep"
        " no answer of an earlier one.",
    ),
    with_dropout=text(
        "what `class_probabilities` returns",
        expected="the model's own probabilities for `images[0]`",
        seen="other numbers for a model with Dropout and pixels up to 1, and the right ones for a"
        " model without, and pixels up to 255",
        hint="Dropout is at work in training alone: use `model.predict`, or leave `training=True`"
        " out. And pass the images on as they are.",
    ),
    nothing_found=text(
        hint="Nothing was found in this row: the largest of ten probabilities may be less than one"
        " half. `np.argmax` gives its position, whatever it is."
    ),
    not_sequential=text(
        hint="The grader also passes in a model that is not Sequential: its layers do not follow"
        " one another in a row, and there your code fails. `model.predict(images)` works for any"
        " model."
    ),
    single_image=text(
        "what your function returns for a stack with one image alone",
        hint="It works for several images, and not for one: what takes an axis of length 1 away, as"
        " `squeeze` does, leaves no stack of it. Take row 0 of what `predict` returns, as it is.",
    ),
    other_layers=text(
        hint="The grader passes in models with other layers than the introduction's, and so with"
        " other weights: compute nothing from these. `model.predict(images)` works for any model."
    ),
    other_order=text(
        "what `class_probabilities` returns",
        expected="the model's own probabilities for `images[0]`, that of class 0 first",
        seen="the right ten numbers, in another order",
        hint="Position 3 belongs to class 3: return the row as it comes, not sorted.",
    ),
    softmax_again=text(
        "what `class_probabilities` returns",
        expected="the model's own probabilities for `images[0]`",
        seen="these probabilities, put through softmax once more",
        hint="The model ends with softmax already: return the row of `predict` as it is.",
    ),
    index=text(
        "what `predicted_class` returns",
        hint="`np.argmax` gives the position of the largest number of one row.",
    ),
    tensor=text(
        "what `predicted_class` returns",
        expected="a plain whole number",
        seen="a tensor",
        hint="`int(...)` makes a plain number of a tensor that holds one.",
    ),
    one_of_ten=text(
        "what `predicted_class` returns",
        expected="a class from 0 to 9",
        hint="Look for the largest number in the first row only, not in all rows together.",
    ),
    choice=text(
        "what `predicted_class` returns",
        expected="the model's choice for each of {count} other images",
        seen="the right class for {right} of them",
        hint="Use the model and the images as they are passed in, and take the position of the"
        " largest probability for the first image.",
    ),
    never=text(
        "what `predicted_class` returns",
        expected="class {wanted}, the model's choice",
        seen="class {answer}, though the right class for {right} of {count} other images",
        hint="{wanted} is never your answer: the largest of the ten probabilities may be at any"
        " position, from 0 to 9.",
    ),
    rounded=text(
        "what `predicted_class` returns",
        expected="class {wanted}, the model's choice, with the probability {largest:.4f}",
        seen="class {answer}, with the probability {second:.4f}, which rounding makes the same",
        hint="Look for the largest of all ten probabilities, the last of them too, as they are:"
        " rounding makes different ones equal.",
    ),
    wrong_axis=text(
        "what `predicted_class` returns",
        expected="the model's choice for each of {count} other images",
        seen="{answers}: numbers of images, of those that are surest of class {column}",
        hint="`argmax` along axis 0 compares the images with each other: take the first image's"
        " row, and in it the position of the largest number.",
    ),
    trained=text(
        "calls that train the model",
        expected="none",
        seen="{methods:codes}",
        hint="The model is trained already, and training changes its answers: `predict` alone is"
        " needed.",
    ),
    own_loop=text(
        "calls that train the model",
        expected="none",
        seen="training in a loop of your own",
        hint="The model is trained already, and training changes its answers: `predict` alone is"
        " needed.",
    ),
    weights_changed=text(
        "the model's weights after your functions were called",
        expected="those it had before",
        seen="others",
        hint="`predict` changes no weights. What in your functions does?",
    ),
    not_asked=text(
        "what your functions return for {count} models and stacks of images",
        expected="the answers of each model",
        seen="the same answer each time",
        hint="Use the model that is passed in.",
    ),
)


@exercise.given
def random_models(generator):
    """Weights of untrained one-layer models, and stacks of images to try each of them on.

    Each stack is one on which all the slips that `other_classes` knows lead to another class than
    the right one, and no model has the same answer twice: so no constant is right either. The first
    class is the answer to one of them, and the last class to another, which has a class before it
    that is as probable to one decimal.
    """
    drawn = [drawn_model(generator, *each) for each in zip(BRIGHTEST, EDGES, strict=True)]
    weights, biases, stacks = zip(*drawn, strict=True)
    arrays = {"weights": weights, "biases": biases, "stacks": np.concatenate(stacks)}
    return {name: np.array(array, "float32") for name, array in arrays.items()}


def drawn_model(generator, brightest, edge):
    """Weights and biases, and stacks of images with other answers each, `edge` among them; drawn
    again if need be.
    """
    while True:
        weights = generator.normal(0.0, 0.5, (784, 10)) / brightest
        # All classes are alike for an evenly grey image: what differs is in the picture.
        weights -= weights.mean(axis=0)
        biases = generator.normal(0.0, 1.5, 10)
        brightest_sums = brightest * weights.sum(axis=0)
        found, close = {}, []
        for _ in range(TRIES):
            stack = generator.uniform(0.0, brightest, (IMAGES, 28, 28))
            stack[0] *= 0.5
            sums = stack.reshape(IMAGES, 784) @ weights
            logits = sums[0] + biases
            second, right = np.argsort(logits)[-2:].tolist()
            is_clear = logits[right] - logits[second] > CLEAR_MARGIN
            if not is_clear or right in found:
                continue
            shares = softmax(logits, axis=-1).round(1)
            is_close = shares[right] == shares[second]
            is_last = len(found) == STACKS - 1
            if right in other_classes(sums, biases, brightest_sums) or (
                is_last and not close and not is_close
            ):
                continue
            found[right] = stack
            close += [right] if is_close else []
            if is_last:
                # Which class is which is free, as long as it is the same for all images.
                classes = [*range(CLASSES)]
                classes[close[0]], classes[edge] = edge, close[0]
                # The edge comes last: the first stack's image is passed in alone too, and what is
                # left of a row without its axis is a number, whose `argmax` is always 0.
                stacks = [found[right] for right in sorted(found, key=close[0].__eq__)]
                return weights[:, classes], biases[classes], stacks


def logits_of(images, weights, biases):
    """What a model says of images before its softmax."""
    return images.reshape(len(images), 784).astype(np.float64) @ weights + biases


def other_classes(sums, biases, brightest_sums):
    """The classes that slips lead to: other images, other pixels, other numbers of the row.

    `sums` are the weighted sums of a stack's images, (images, 10), and `brightest_sums` those of an
    image as bright as can be. Sums of scaled and inverted images follow from both.
    """
    rows = sums + biases
    shares = softmax(rows, axis=-1)
    first = sums[0]
    changed = np.array(
        (first / 255, first * 255, brightest_sums - first, 2 * first - brightest_sums)
    )
    return {
        int(rows[0].argmin()),
        int(rows[1].argmax()),
        int(rows[-1].argmax()),
        int(shares.argmax()) % 10,
        int(shares.mean(axis=0).argmax()),
        *(changed + biases).argmax(axis=1).tolist(),
    }


def predictions(truth):
    """What each model says of the first image of each stack, (models * stacks, 10)."""
    return all_predictions(truth)[:, 0]


def all_predictions(truth):
    """What each model says of each image of its stacks, (models * stacks, images, 10)."""
    stacks, weights, biases = (truth.given[name] for name in ("stacks", "weights", "biases"))
    images = stacks.reshape(MODELS, STACKS * IMAGES, 28, 28)
    logits = [logits_of(*model) for model in zip(images, weights, biases, strict=True)]
    return softmax(np.concatenate(logits), axis=-1).reshape(MODELS * STACKS, IMAGES, CLASSES)


@exercise.probe
def ask(student, given):
    """The grader calls both functions with models of its own."""
    import functools
    import numbers

    import numpy as np
    import tensorflow as tf

    def noting(method, name):
        @functools.wraps(method)
        def noted(*args, **kwargs):
            if name not in called:
                called.append(name)
            return method(*args, **kwargs)

        return noted

    training = {name: getattr(tf.keras.Model, name) for name in ("fit", "train_on_batch")}
    layers, called = tf.keras.layers, []
    pixels = tf.keras.Input((28, 28))
    row = layers.Flatten()(pixels)
    total = layers.Add()([layers.Dense(10)(row), layers.Dense(10)(row)])
    # A model that is another one in training, and one with branches.
    models = [
        tf.keras.Sequential(
            [
                tf.keras.Input((28, 28)),
                layers.Flatten(),
                layers.Dropout(0.5),
                layers.Dense(10, "softmax"),
            ]
        ),
        tf.keras.Model(pixels, layers.Softmax()(total)),
    ]
    for model in models:
        model.compile("sgd", "sparse_categorical_crossentropy")
    functions = {"probabilities": "class_probabilities", "classes": "predicted_class"}
    answers = {name: [] for name in (*functions, "plain", "kept")}
    try:
        for name, method in training.items():
            setattr(tf.keras.Model, name, noting(method, name))
        # After all others, a stack of one image, with the first model.
        for place, stack in enumerate([*given.stacks, given.stacks[0][:1]]):
            number = place * len(given.weights) // len(given.stacks) % len(given.weights)
            model, whole = models[number], [given.weights[number], given.biases[number]]
            # The branches have parts of the weights, which add up to them.
            parts = [1] if number == 0 else [0.25, 0.75]
            weights = [part * array for part in parts for array in whole]
            for name, function in functions.items():
                model.set_weights(weights)
                # One that is missing costs only its own answers.
                answers[name].append(student.attempt(function, model, stack.copy()))
                same = [np.array_equal(*pair) for pair in zip(model.get_weights(), weights)]
                answers["kept"].append(all(same))
            is_plain = isinstance(answers["classes"][-1]["returned"], numbers.Integral)
            answers["plain"].append(is_plain)
    finally:
        for name, method in training.items():
            setattr(tf.keras.Model, name, method)
    return {**answers, "training": called}


def returned(seen, name, calls=CALLS):
    """What a function returned in each of the first calls; raises `Failure` where it did not."""
    items = seen.items(name, CALLS)
    return [as_returned(item, **step_of(item, items)) for item in items[:calls]]


def step_of(item, items):
    """The next step where a function did not return, if the models that it got suggest one."""
    rule, problem = rule_of(item), item.get("problem") if isinstance(item, dict) else None
    if not isinstance(problem, dict) or rule in OWN:
        return {}
    failed = [isinstance(one, dict) and one.get("problem") is not None for one in items]
    code = problem.get("code")
    name = ""
    if rule == "index_of_empty":
        name = say.nothing_found
    elif failed[: CALLS - 1] == [False] * STACKS + [True] * STACKS:
        name = say.not_sequential
    elif failed == [False] * (CALLS - 1) + [True]:
        name = say.single_image
    elif isinstance(code, str) and any(word in code for word in INSIDE):
        name = say.other_layers
    return {"hint": message(f"{name}.hint")} if name else {}


def rows_of(seen):
    """Ten numbers for each model and stack of several images, in whatever shape; or `Failure`."""
    answers = returned(seen, "probabilities", MODELS * STACKS)
    flat = [
        answer.ravel() if isinstance(answer, np.ndarray) and answer.size == CLASSES else answer
        for answer in answers
    ]
    return [as_array(answer, (10,), say.row) for answer in flat]


def classes_of(seen):
    """The number in each answer of `predicted_class`, in whatever form; or `Failure`."""
    answers = [
        answer.item() if isinstance(answer, np.ndarray) and answer.size == 1 else answer
        for answer in returned(seen, "classes")
    ]
    whole = [
        int(answer) if isinstance(answer, float) and answer.is_integer() else answer
        for answer in answers
    ]
    return [as_integer(answer, say.index) for answer in whole]


@exercise.check(
    ask,
    points=3,
    rests_on="claim: the form of the answer, ten shares",
    demands=("`class_probabilities` returns its ten probabilities, as an array of shape `(10,)`",),
)
def probabilities_are_ten_shares(seen, truth):
    """`class_probabilities` returns an array of ten numbers from 0 to 1 that add up to 1."""
    answers = [(one, say.row) for one in returned(seen, "probabilities", MODELS * STACKS)]
    alone = seen.items("probabilities", CALLS)[-1]
    if isinstance(alone, dict) and alone.get("problem") is None:
        answers.append((as_returned(alone), say.single_image))
    for answer, name in answers:
        row = as_array(answer, (10,), name)
        expect.that(not isinstance(answer, list), say.row_as_list)
        total = float(row.sum())
        is_whole = bool((row >= 0).all()) and abs(total - 1) < ROUNDING
        expect.that(is_whole, say.shares, total=total, least=float(row.min()))


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: softmax of unseen weights and images",
    demands=(
        "both are about the first image of the stack only",
        "They must work for any model and any images",
        "Use the model as it is",
    ),
)
def probabilities_belong_to_the_first_image(seen, truth):
    """They are what the model given says about the first image."""
    rows, wanted = np.array(rows_of(seen)), predictions(truth)
    if alike(rows, wanted):
        returned(seen, "probabilities")
        return
    check_kept(seen, FUNCTIONS.index("class_probabilities"))
    same = all(np.array_equal(rows[0], row) for row in rows)
    expect.that(not same, say.same_numbers, count=len(rows))
    expect.that(not alike(np.sort(rows), np.sort(wanted)), say.other_order)
    right = [alike(*pair) for pair in zip(rows, wanted, strict=True)]
    expect.that(any(right[:STACKS]) or not all(right[STACKS:]), say.with_dropout)
    expect.that(not alike(rows, softmax(wanted, axis=-1)), say.softmax_again)
    raise Failure(say.first_image, furthest=float(np.abs(rows - wanted).max()))


def alike(numbers, others):
    return float(np.abs(numbers - others).max()) < ROUNDING


@exercise.check(
    ask,
    points=2,
    rests_on="claim: the form of the answer, a class",
    demands="a plain whole number from 0 to 9 (one of NumPy's will do, an array or a tensor will"
    " not)",
)
def class_is_a_plain_index(seen, truth):
    """`predicted_class` returns a whole number from 0 to 9."""
    plain = seen.items("plain", CALLS)[: MODELS * STACKS]
    for answer, is_plain in zip(returned(seen, "classes", len(plain)), plain, strict=True):
        index = as_integer(answer, say.index)
        expect.that(0 <= index <= LAST_CLASS, say.one_of_ten, seen=index)
        expect.that(is_plain is True, say.tensor)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the largest of the judge's own probabilities",
    demands=(
        "`predicted_class` returns the network's answer",
        "both are about the first image of the stack only",
        "They must work for any model and any images, so take the answer from the model and not"
        " from a label.",
        "Use the model as it is",
    ),
)
def class_is_the_models_choice(seen, truth):
    """It is the class the model finds most probable, for other models and images too."""
    *answers, alone = classes_of(seen)
    wanted = predictions(truth).argmax(axis=-1).tolist()
    if answers == wanted:
        expect.equal(alone, wanted[0], say.single_image)
        return
    check_kept(seen, FUNCTIONS.index("predicted_class"))
    surest = all_predictions(truth).argmax(axis=1).T.tolist()
    if answers in surest:
        column = surest.index(answers)
        raise Failure(say.wrong_axis, count=len(wanted), answers=answers, column=column)
    wrong = [place for place, want in enumerate(wanted) if answers[place] != want]
    right, first = len(wanted) - len(wrong), wrong[0]
    about = {"answer": answers[first], "wanted": wanted[first]}
    rows = predictions(truth)
    if any(answers == rows.round(places).argmax(axis=1).tolist() for places in (1, 2)):
        largest, second = (float(rows[first][one]) for one in (wanted[first], answers[first]))
        raise Failure(say.rounded, **about, largest=largest, second=second)
    if right and {wanted[place] for place in wrong} == {wanted[first]} - {*answers}:
        raise Failure(say.never, **about, count=len(wanted), right=right)
    raise Failure(say.choice, count=len(wanted), right=right)


@exercise.check(
    ask,
    points=1,
    rests_on="claim: weights as they were, and no training that Keras knows of",
    demands="do not train it again",
)
def model_is_left_alone(seen, truth):
    """Asking for a prediction does not train the model."""
    if seen.fits():
        raise trained(seen)
    for place in range(len(FUNCTIONS)):
        check_kept(seen, place)
    check_asked(seen)


def check_kept(seen, place):
    """The function at this place of `FUNCTIONS` left the weights as they were; or `Failure`."""
    kept = seen.items("kept", len(FUNCTIONS) * CALLS)[place :: len(FUNCTIONS)]
    if not all(item is True for item in kept):
        raise trained(seen)


def trained(seen):
    """The failure of functions that train, or change weights in another way."""
    called = seen.raw("training")
    methods = [name for name in called if name in TRAIN] if isinstance(called, list) else []
    if methods:
        return Failure(say.trained, methods=methods)
    return Failure(say.own_loop if seen.fits() else say.weights_changed)


def check_asked(seen):
    """At least one of the functions has other answers for other models and images; or `Failure`."""
    failures = []
    for answers_of in (rows_of, classes_of):
        try:
            first, *others = answers_of(seen)
        except Failure as failure:
            failures.append(failure)
            continue
        if not all(np.array_equal(first, other) for other in others):
            return
    raise failures[0] if failures else Failure(say.not_asked, count=MODELS * STACKS)
