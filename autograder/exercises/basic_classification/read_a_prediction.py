"""Read a prediction: a line of text and its colour, for probabilities that nobody knew."""

import re

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_returned,
    blue_or_red,
    expect,
    text,
)

exercise = Exercise(
    "read_a_prediction",
    "Read a prediction",
    asks_for=("caption", "caption_colour"),
    background=(
        "Ten probabilities are hard to read, ... an ankle boot.",
        "In blue such a line is a right answer and in red a wrong one.",
        "Write two functions.",
        "Names are not in the data",
    ),
)

# The least and the largest probability of each answer, in percent. Whether it is right has nothing
# to do with that: of two in a row one is right, whichever.
CASES = (
    (90, 98),
    (81, 89),
    (24, 34),
    (36, 44),
    (100, 100),
    (100, 100),
    (61, 69),
    (4, 9),
    (29, 29),
    (57, 58),
    (73, 73),
    (45, 55),
    (30, 32),
)
# Of these percents a hundredth, times a hundred, is a little less than the whole number.
BELOW = (29, 57, 58)
# Of this one the fraction is nearly a half, and becomes one where it is rounded to a tenth first.
NEARLY_HALF = 73
# Here there are so many classes that the largest probability may be small. Of numbers up to 256
# Python has one object each, and of these classes' it has not, so that `is` does not compare them.
MANY, MOST_CLASSES, NO_SINGLE = 4, 300, 257
# Here the classes beside the most probable one are behind it by so little that rounding hides it.
RIVALS, BEHIND = 30, 1e-4
NAMES = (
    "Футболка", "Брюки", "Свитер", "платье", "Пальто", "сандалия", "Рубашка", "Кроссовка", "Сумка",
    "Зимний ботинок", "Шарф", "Варежка", "Жилет", "Галстук", "кепка", "Носок", "Юбка", "Фартук",
    "Банный Халат", "Куртка", "Пояс", "тапочка", "Перчатка", "Чулок", "Берет", "Бант",
    "Плащ-Дождевик", "Манто",
)  # fmt: skip
NUMBER = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*%")

say = exercise.messages(
    line=text(
        "what `caption` returns for a {percent} % sure answer",
        expected="text",
        hint="Put the three parts into one text, for instance into an f-string, and return it.",
    ),
    choice=text(
        "the caption for the most probable class {choice}, {name}",
        expected="text that begins with {name}",
        seen="{line}",
        hint="At which place is the largest probability, before any is rounded, and which name is"
        " at that place of the argument `class_names`?",
    ),
    swapped=text(
        "the caption for the most probable class {choice}, {name}",
        expected="text that begins with {name}",
        seen="{line}, which begins with the true class",
        hint="What the network says comes first, and the truth behind it in brackets.",
    ),
    percent=text(
        "the caption where the largest probability is {share:.4g}",
        expected="{percent}%",
        seen="{line}",
        hint="Which probability is the network sure of? Take it times 100, and round it once, to"
        " a whole number, as the format `.0f` does.",
    ),
    truncated=text(
        "the caption where the largest probability is {share:.4g}",
        expected="{percent}%",
        seen="{line}",
        hint="`int` only cuts the decimals off, those of 28.999999999999996 too, which 0.29 * 100"
        " is. `round` and the format `.0f` round: let one of them come last.",
    ),
    truth=text(
        "the caption where the true class is {label}, {name}",
        expected="({name})",
        seen="{line}",
        hint="Which name is at the place `true_label` of `class_names`? It belongs in round"
        " brackets.",
    ),
    truth_first=text(
        "the caption where the true class is {label}, {name}",
        expected="({name}) behind the percent sign",
        seen="{line}",
        hint="What the network says comes first, with its probability; the truth closes the line.",
    ),
    colour=text(
        "the colour where the most probable class is {choice}, with {percent} %, and the true one"
        " {label}",
        hint="The colour says whether the answer is right, and not how sure the network is: compare"
        " the numbers of the two classes with `==`, before any probability is rounded.",
    ),
    colour_name=text(
        "what `caption_colour` returns",
        expected='"blue" or "red"',
        seen="{seen_colour}",
        hint='Return the name of a colour as text, `"blue"` or `"red"`.',
    ),
)


@exercise.given
def predictions(generator):
    """Rows of probabilities, labels and names, in any order; `CASES` says how sure they are."""
    rows, labels, names = [], [], []
    answers = [right for _ in CASES[::2] for right in generator.permutation([True, False])]
    # Here a right answer tells more: whether another one was taken, and how numbers are compared.
    for least in (RIVALS, MANY):
        answers[[one for one, _ in CASES].index(least)] = True
    for place in generator.permutation(len(CASES)):
        (least, most), right = CASES[place], answers[place]
        # There may be many classes, and few.
        classes = MOST_CLASSES if least == MANY else 4 if least in BELOW else 10
        first = NO_SINGLE if least == MANY else 1
        choice = int(generator.integers(first, classes - 1 if least == RIVALS else classes))
        # A fraction that is cut off and rounded to different numbers.
        fractions = {NEARLY_HALF: (0.46, 0.49), RIVALS: (-0.28, -0.27)}.get(least, (-0.4, -0.2))
        percent = int(generator.integers(least, most + 1)) + generator.uniform(*fractions)
        share = 1.0 if least == 100 else percent / 100  # noqa: PLR2004
        others = generator.uniform(0.9, 1.1, classes - 1)
        rivals = others[choice - 1 : choice + 1] if least == RIVALS else others[:0]
        rivals[:] = 0
        others *= (1 - share - len(rivals) * (share - BEHIND)) / others.sum()
        rivals[:] = share - BEHIND
        row = np.insert(others, choice, share)
        shift = int(generator.integers(1, classes))
        labels.append(choice if right else (choice + shift) % classes)
        rows.append(row.astype(np.float32))
        pairs = [f"{one} и {other}" for one in NAMES for other in NAMES]
        listed = pairs if least == MANY else NAMES
        names.append(generator.permutation(listed)[:classes].tolist())
    as_lists = [int(generator.integers(len(CASES)))]
    return {"rows": rows, "labels": labels, "names": names, "as_lists": as_lists}


@exercise.probe
def ask(student, given):
    """The grader calls both functions with probabilities, labels and names of its own."""
    from matplotlib.colors import to_rgb

    lines, colours = [], []
    for place, (row, label, names) in enumerate(zip(given.rows, given.labels, given.names)):
        # As an array, and once as a list.
        both = row.tolist() if place in given.as_lists else row, label
        lines.append(student.attempt("caption", *both, names))
        answer = student.attempt("caption_colour", *both)
        try:
            parts = list(to_rgb(answer["returned"]))
        except (TypeError, ValueError):
            parts = None
        colours.append({"answer": answer, "parts": parts})
    return {"lines": lines, "colours": colours}


def lines(seen, truth):
    """The line for each case, without spaces at its ends, its probabilities, label and names."""
    given, answers = truth.given, seen.items("lines", len(CASES))
    for row, label, names, answer in zip(
        given["rows"], given["labels"], given["names"], answers, strict=True
    ):
        line = as_returned(answer)
        if not isinstance(line, str):
            found = "nothing" if line is None else type(line).__name__
            raise Failure(say.line, seen=found, percent=percent_of(row))
        yield line.strip(), row, label, names


def percent_of(row):
    """The largest probability as it belongs in the line."""
    return round(100 * float(row.max()))


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the most probable class of unseen probabilities, by its unseen name",
    demands=(
        "`probabilities`, a row with a number for each class",
        "returns such a line as text: first the name of the most probable class",
        "`class_names` is a list with the names of the classes, at the places of their numbers.",
        "so the grader has its own",
    ),
)
def names_the_choice(seen, truth):
    """The caption begins with the name of the most probable class."""
    for line, row, label, names in lines(seen, truth):
        choice = int(row.argmax())
        begins = re.match(rf"{re.escape(names[choice])}(?!\w)", line)
        swapped = choice != label and line.startswith(names[label])
        name = say.swapped if swapped else say.choice
        expect.that(bool(begins), name, choice=choice, name=names[choice], line=line)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the largest of unseen probabilities, rounded",
    demands="then its probability in percent, rounded to a whole number, with `%` behind it",
)
def says_how_sure(seen, truth):
    """It says the largest probability in percent, rounded, without decimals."""
    for line, row, _, _ in lines(seen, truth):
        percent, share = percent_of(row), float(row.max())
        found = NUMBER.findall(line)
        cut = found == [str(int(100 * share))]
        name = say.truncated if cut else say.percent
        expect.that(found == [str(percent)], name, percent=percent, share=share, line=line)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the unseen name of the true class",
    demands=(
        "`true_label`, the number of the true class",
        "then in round brackets the name of the true class",
    ),
)
def names_the_truth(seen, truth):
    """The true class's name is in round brackets."""
    for line, _, label, names in lines(seen, truth):
        inside = re.findall(r"\(\s*(.*?)\s*\)", line)
        about = {"label": label, "name": names[label], "line": line}
        expect.that(inside == [names[label]], say.truth, **about)
        expect.that(line.find("%") < line.rfind("("), say.truth_first, **about)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: whether unseen answers are right",
    demands=(
        'returns `"blue"` if the most probable class is the true one, and `"red"` otherwise',
        "A network may be sure and wrong, or right by luck; the colour asks only who was right.",
    ),
)
def blue_if_right(seen, truth):
    """The colour is blue for a right answer and red for a wrong one, however sure."""
    given, reports = truth.given, seen.items("colours", len(CASES))
    for row, label, report in zip(given["rows"], given["labels"], reports, strict=True):
        if not isinstance(report, dict) or "answer" not in report:
            raise Failure("report.missing", value="colours")
        answer = as_returned(report["answer"])
        shown = answer if isinstance(answer, str) else type(answer).__name__
        if report.get("parts") is None:
            raise Failure(say.colour_name, seen_colour=shown[:30])
        parts = as_array(report["parts"], (3,), say.colour_name, seen_colour=shown[:30])
        choice = int(row.argmax())
        expect.equal(
            blue_or_red(*parts.tolist()),
            "blue" if choice == label else "red",
            say.colour,
            choice=choice,
            percent=percent_of(row),
            label=label,
            seen=shown[:30],
        )
