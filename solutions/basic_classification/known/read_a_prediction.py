"""Known answers of `read_a_prediction`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

LINE = 'f"{class_names[choice]} {percent}% ({class_names[true_label]})"'
PERCENT = "round(100 * probabilities[choice])"
COLOUR = '"blue" if np.argmax(probabilities) == true_label else "red"'
CHOICE, SURE, TRUTH, BLUE = (
    "names_the_choice",
    "says_how_sure",
    "names_the_truth",
    "blue_if_right",
)

known.mistake(
    "the names swapped",
    swap(LINE, 'f"{class_names[true_label]} {percent}% ({class_names[choice]})"'),
    fails=[CHOICE, TRUTH],
)
known.mistake(
    "the choice in both places",
    swap("({class_names[true_label]})", "({class_names[choice]})"),
    fails=[TRUTH],
)
known.mistake(
    "the percents behind the true class",
    swap(LINE, 'f"{class_names[choice]} ({class_names[true_label]}) {percent}%"'),
    fails=[TRUTH],
)
known.mistake("not times 100", swap("100 * ", ""), fails=[SURE])
known.mistake("cut off", swap(PERCENT, "int(100 * probabilities[choice])"), fails=[SURE])
known.mistake(
    "always rounded up", swap(PERCENT, "int(100 * probabilities[choice]) + 1"), fails=[SURE]
)
known.mistake(
    "with a decimal", swap("{percent}%", "{100 * probabilities[choice]:.1f}%"), fails=[SURE]
)
known.mistake("without a sign", swap("{percent}%", "{percent}"), fails=[SURE])
known.mistake(
    "the true class's probability",
    swap("probabilities[choice]", "probabilities[true_label]"),
    fails=[SURE],
)
known.mistake(
    "numbers in place of names",
    swap(LINE, 'f"{choice} {percent}% ({true_label})"'),
    fails=[CHOICE, TRUTH],
)
known.mistake(
    "names of its own",
    swap(
        "    choice = np",
        '    class_names = ["Trouser", "Dress", "Coat", "Bag", "Shirt"] * 60\n    choice = np',
    ),
    fails=[CHOICE, TRUTH],
)
known.mistake(
    "square brackets",
    swap("({class_names[true_label]})", "[{class_names[true_label]}]"),
    fails=[TRUTH],
)
known.mistake(
    "the least probable",
    swap("    choice = np.argmax", "    choice = np.argmin"),
    fails=[CHOICE, SURE],
)
known.mistake(
    "printed in place of returned",
    swap(f"return {LINE}", f"print({LINE})"),
    fails=[CHOICE, SURE, TRUTH],
    costs_much="It returns nothing, so nothing can be found in it.",
)
known.mistake("always blue", swap(COLOUR, '"blue"'), fails=[BLUE])
known.mistake(
    "blue where it is sure",
    swap(COLOUR, '"blue" if np.max(probabilities) > 0.5 else "red"'),
    fails=[BLUE],
)
known.mistake(
    "the colours swapped",
    swap(COLOUR, '"red" if np.argmax(probabilities) == true_label else "blue"'),
    fails=[BLUE],
)
known.mistake("green", swap('"blue" if', '"green" if'), fails=[BLUE])
known.mistake("a truth value", swap(COLOUR, "np.argmax(probabilities) == true_label"), fails=[BLUE])
known.mistake(
    "rounded, and cut off all the same",
    swap("round(100 * probabilities[choice])", "int(round(float(probabilities[choice]), 2) * 100)"),
    fails=["says_how_sure"],
)
known.mistake(
    "ten classes in any case",
    swap(
        "choice = np.argmax(probabilities)",
        "choice = max(range(10), key=lambda one: probabilities[one])",
    ),
    fails=["names_the_choice", "says_how_sure", "names_the_truth"],
    costs_much="It ends with an error where there are fewer classes, so there is no caption.",
)

known.accepted(
    "as the tutorial formats it",
    swap(
        LINE,
        '"{} {:2.0f}% ({})".format(\n'
        "        class_names[choice], 100 * np.max(probabilities), class_names[true_label]\n    )",
    ),
)
known.accepted(
    "the percent sign of Python, with a space",
    swap(LINE, '"%s %d %% (%s)" % (class_names[choice], percent, class_names[true_label])'),
)
known.accepted("the format for percent", swap("{percent}%", "{probabilities[choice]:.0%}"))
known.accepted(
    "a search of its own, with other punctuation",
    swap(
        "    choice = np.argmax(probabilities)",
        "    choice = list(probabilities).index(max(probabilities))",
    ),
    swap("{class_names[choice]} {percent}", "{class_names[choice]}: {percent}"),
)
known.accepted("letters of matplotlib", swap('"blue" if', '"b" if'), swap('else "red"', 'else "r"'))
known.accepted(
    "its softer colours", swap('"blue" if', '"tab:blue" if'), swap('else "red"', 'else "tab:red"')
)
known.accepted(
    "hexadecimal", swap('"blue" if', '"#0000FF" if'), swap('else "red"', "else (0.9, 0.0, 0.1)")
)
known.accepted(
    "capital letters of NumPy's text",
    swap('"blue" if', '"Blue" if'),
    swap('else "red"', 'else "RED"'),
)

known.equal(
    "shades of red are red",
    "*(0.9, 0.0, 0.1) -> return *(0.9, 0.*, 0.*)",
    "*(0.9, 0.0, 0.1) -> return *(0.45, 0.0, 0.1)",
)
