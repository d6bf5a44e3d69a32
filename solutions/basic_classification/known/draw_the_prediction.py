"""Known answers of `draw_the_prediction`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

SUBPLOTS = "figure, (picture, bars) = plt.subplots(1, 2, figsize=(6, 3))"
BARS = 'bars.bar(range(10), probabilities, color="gray")'
RED = 'drawn[choice].set_color("red")'
BLUE = 'drawn[true_label].set_color("blue")'
IMAGE, TEN, COLOURS, CAPTION = "shows_the_image", "ten_bars", "colours_tell", "captioned"
ALL = [IMAGE, TEN, COLOURS, CAPTION]

known.mistake(
    "red painted last",
    swap(BLUE, f"{BLUE}\n    drawn[int(choice)].set_color('red')"),
    fails=[COLOURS],
)
known.mistake(
    "colours swapped",
    swap(RED, 'drawn[choice].set_color("blue")'),
    swap(BLUE, 'drawn[true_label].set_color("red")'),
    fails=[COLOURS],
)
known.mistake("a wrong choice stays gray", swap(f"    {RED}\n", ""), fails=[COLOURS])
known.mistake("the true bar stays gray", swap(f"    {BLUE}\n", ""), fails=[COLOURS])
known.mistake("all bars blue", swap('color="gray"', 'color="tab:blue"'), fails=[COLOURS])
known.mistake(
    "bars sorted", swap(BARS, BARS.replace("probabilities", "sorted(probabilities)")), fails=[TEN]
)
known.mistake(
    "in percent", swap(BARS, BARS.replace("probabilities", "100 * probabilities")), fails=[TEN]
)
known.mistake("limits left open", swap("    bars.set_ylim(0, 1)\n", ""), fails=[TEN])
known.mistake("limits of percent", swap("set_ylim(0, 1)", "set_ylim(0, 100)"), fails=[TEN])
known.mistake(
    "nine classes",
    swap("range(10), probabilities", "range(9), probabilities[:9]"),
    swap(RED, "drawn[min(choice, 8)].set_color('red')"),
    swap(BLUE, "drawn[min(true_label, 8)].set_color('blue')"),
    fails=[TEN, COLOURS],
    costs_much="A bar is missing, so neither heights nor colours say what they should.",
)
known.mistake(
    "lines in place of bars",
    swap(f"drawn = {BARS}", "bars.plot(probabilities)"),
    swap(f"    {RED}\n", ""),
    swap(f"    {BLUE}\n", ""),
    fails=[TEN, COLOURS],
    costs_much="There is no bar whose height or colour could be looked at.",
)
known.mistake("the image turned", swap("imshow(image,", "imshow(image.T,"), fails=[IMAGE, CAPTION])
known.mistake("upside down", swap("imshow(image,", "imshow(image[::-1],"), fails=[IMAGE, CAPTION])
known.mistake(
    "no image", swap('    picture.imshow(image, cmap="binary")\n', ""), fails=[IMAGE, CAPTION]
)
known.mistake(
    "the caption at the bars", swap("picture.set_xlabel", "bars.set_xlabel"), fails=[CAPTION]
)
known.mistake("a black caption", swap(", color=colour", ""), fails=[CAPTION])
known.mistake(
    "the caption's names swapped",
    swap(
        "{class_names[choice]} {percent}% ({class_names[true_label]})",
        "{class_names[true_label]} {percent}% ({class_names[choice]})",
    ),
    fails=[CAPTION],
)
known.mistake(
    "red where right",
    swap('"blue" if choice == true_label else "red"', '"red" if choice == true_label else "blue"'),
    fails=[CAPTION],
)
known.mistake(
    "a caption that is switched off with its axis",
    swap("    drawn = bars", '    picture.axis("off")\n    drawn = bars'),
    fails=[CAPTION],
)
known.mistake(
    "the bars on top of the image",
    swap(
        SUBPLOTS,
        "figure = plt.figure()\n"
        "    picture, bars = figure.add_subplot(111), figure.add_subplot(111)",
    ),
    fails=[IMAGE],
)
known.mistake(
    "the image on top of the bars",
    swap(
        SUBPLOTS,
        "figure = plt.figure()\n"
        "    bars, picture = figure.add_subplot(111), figure.add_subplot(111)",
    ),
    fails=[TEN],
)
known.mistake(
    "bars without a width",
    swap(BARS, BARS.replace('color="gray"', 'width=0, color="gray"')),
    fails=[TEN, COLOURS],
    costs_much="Neither the heights nor the colours of such bars can be seen.",
)
known.mistake(
    "shown and not returned",
    swap("return figure", "plt.show()"),
    fails=ALL,
    costs_much="It returns nothing, so nothing can be looked at.",
)
known.mistake(
    "axes in place of the figure",
    swap("return figure", "return picture, bars"),
    fails=ALL,
    costs_much="It is asked for a figure, and returns none.",
)
known.mistake(
    "both in the same axes",
    swap(SUBPLOTS, "figure, picture = plt.subplots()\n    bars = picture"),
    fails=[TEN],
)
known.mistake(
    "drawn over the figure before",
    swap(
        "plt.subplots(1, 2, figsize=(6, 3))",
        "plt.gcf(), (plt.subplot(1, 2, 1), plt.subplot(1, 2, 2))",
    ),
    fails=["shows_the_image"],
)

known.accepted(
    "`pyplot` with its subplots, as the tutorial has it",
    swap(SUBPLOTS, "plt.figure(figsize=(6, 3))\n    plt.subplot(1, 2, 1)"),
    swap(
        'picture.imshow(image, cmap="binary")',
        "plt.xticks([])\n    plt.yticks([])\n    plt.imshow(image, cmap=plt.cm.binary)",
    ),
    swap("picture.set_xlabel", "plt.xlabel"),
    swap(BARS, 'plt.subplot(1, 2, 2) and plt.bar(range(10), probabilities, color="#777777")'),
    swap("bars.set_ylim(0, 1)", "plt.ylim([0, 1])"),
    swap("return figure", "plt.show()\n    return plt.gcf()"),
)
known.accepted(
    "a list of colours, class names as places, and a title",
    swap(BARS, "bars.bar(class_names, probabilities, color=colours)"),
    swap(
        SUBPLOTS,
        f"{SUBPLOTS}\n"
        '    colours = ["lightgray"] * 10\n'
        '    colours[choice] = "tab:red"\n'
        '    colours[true_label] = "tab:blue"',
    ),
    swap(f"    {RED}\n", ""),
    swap(f"    {BLUE}\n", ""),
    swap("picture.set_xlabel", "picture.set_title"),
)
known.accepted(
    "bars over bars",
    swap(RED, 'bars.bar([choice], [probabilities[choice]], color="crimson")'),
    swap(BLUE, 'bars.bar([true_label], [probabilities[true_label]], color="steelblue")'),
)
known.accepted(
    "a colour bar, another colour map, and text beside the image",
    swap(
        'picture.imshow(image, cmap="binary")',
        'figure.colorbar(picture.imshow(255 * image, cmap="viridis"), ax=picture)',
    ),
    swap("picture.set_xlabel(", "picture.text(x=0, y=30, s="),
    swap("bars.set_ylim(0, 1)", "bars.set(ylim=(0, 1.05))"),
)
known.accepted(
    "three channels, bars in their own axes first",
    swap("figure, (picture, bars)", "figure, (bars, picture)"),
    swap("imshow(image,", "imshow(np.stack([image] * 3, axis=-1),"),
)
known.accepted(
    "an object-style figure of its own",
    swap(
        SUBPLOTS,
        "from matplotlib.figure import Figure\n\n"
        "    figure = Figure()\n"
        "    picture, bars = figure.subplots(1, 2)",
    ),
)

known.equal(
    "sizes and places are up to the student",
    "*plt.subplots(1, 2, figsize=(6, 3)) -> plt.subplots(2, figsize=(6, 3))",
    "*plt.subplots(1, 2, figsize=(6, 3)) -> plt.subplots(1, 2)",
    "*plt.subplots(1, 2, figsize=(6, 3)) -> plt.subplots(2, 1, figsize=(6, 3))",
    "*: figsize=(6, 3) -> figsize=(*, *)",
    "*figure.subplots(1, 2) -> figure.subplots(2)",
    "*figure.subplots(1, 2) -> figure.subplots(2, 1)",
    "*: y=30 -> y=*",
)
known.equal(
    "colours and channels of the image are up to the student",
    '*: picture.imshow(image, cmap="binary") -> picture.imshow(image)',
    '*axis=-1), cmap="binary") -> *axis=-1))',
    "*: stack([image] * 3, axis=-1) -> stack([image], axis=-1)",
    "*: stack([image] * 3, axis=-1) -> stack([image] * 4, axis=-1)",
)
known.equal(
    "ticks, and what shows a figure, are up to the student",
    "*: plt.yticks([]) -> plt.yticks()",
    "*: plt.show() -> pass",
)
known.equal(
    "the first colour of matplotlib is a blue one",
    '*[probabilities[true_label]], color="steelblue") -> *[probabilities[true_label]])',
)
