"""Draw a prediction: what is in the axes of a figure, for images that nobody knew.

A figure is read as facts: the image's numbers, the bars' places, heights and colours, the limits
of their axis, texts and their colours. How it looks beyond that is the student's own.
"""

import numpy as np

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    as_array,
    as_list,
    as_mapping,
    as_returned,
    blue_or_red,
    expect,
    text,
)

exercise = Exercise(
    "draw_the_prediction",
    "Draw the prediction",
    asks_for=("plot_prediction",),
    background=(
        "A figure says most: ... between a shirt and a coat.",
        "Write `plot_prediction(image, probabilities, true_label, class_names)`.",
        "Everything else, sizes, ticks, colours of the image, is up to you.",
    ),
)

UNSURE = 0.33
# Behind the choice that is hardly sure, by so little, come two rivals, one on each side of it.
BEHIND = 1e-4
# Whether the answer is right, its probability, and the true class where that is at an end. A bar
# of nearly 1 stretches an axis whose limits are left open.
CASES = ((True, 0.99, None), (False, 0.38, CLASSES - 1), (False, 0.93, 0), (True, UNSURE, None))
# After all of them the first one once more, as if nobody remembered it.
CALLS = len(CASES) + 1
NAMES = (
    "Футболка", "Брюки", "Свитер", "Платье", "Пальто", "Сандалия", "Рубашка", "Кроссовка", "Сумка",
    "Ботинок", "Шарф", "Варежка",
)  # fmt: skip
SIDE = 28
WITHIN = 6e-3
# What a frame around the bars may add to an axis from 0 to 1, if it is the same in all figures.
FRAME = 0.06
# How much of the image has to be inside its axes, along both of them.
VISIBLE = 0.9
# How much of its axes other axes may lie on.
COVERED = 0.5

say = exercise.messages(
    figure=text(
        "what `plot_prediction` returns",
        expected="a figure of matplotlib",
        seen="{kind}",
        hint="`figure, axes = plt.subplots(1, 2)` makes a figure; draw into its axes, and return it"
        " at the end. `plt.show()` returns nothing.",
    ),
    same_figure=text(
        "what `plot_prediction` returns when it is called again",
        expected="a new figure",
        seen="the figure of a call before, drawn over",
        hint="`plt.subplots(1, 2)` and `plt.figure()` begin a new figure; without them, or with"
        " `num` of one that is open, matplotlib goes on with that.",
    ),
    image=text(
        "the images in the figure",
        expected="the image that was passed in, as it is, drawn by `imshow` into axes of its own",
        seen="{count} images, none of which has its numbers",
        hint="Draw the argument `image`: not its transpose, nor one of the notebook's images.",
    ),
    cut=text(
        "the image in its axes",
        expected="all of it inside their limits",
        seen="{share:.0f} % of its {side}",
        hint="`imshow` sets limits that fit: set others, as `ylim`, for the bars' axes alone, and"
        " let both share no axis (`sharey`).",
    ),
    covered=text(
        "the axes with the {what}",
        expected="beside all others, where they can be seen",
        seen="{share:.0f} % of them behind other axes",
        hint="`plt.subplots(1, 2)` makes two axes side by side. `add_subplot(111)` takes the whole"
        " figure, and what is added so later lies on top.",
    ),
    no_bars=text(
        "the bars in the figure",
        expected="ten upright bars in axes of their own",
        seen="none",
        hint="`bar` draws a bar for each of ten places: `range(10)` and the probabilities.",
    ),
    bars=text(
        "the bars inside the limits of their axes",
        expected="{expected_count}, one for each class",
        seen="{count}",
        hint="`bar` draws a bar for each of ten places: `range(10)` and the probabilities.",
    ),
    height=text(
        "the height of bar {place}, counted from 0 on the left",
        hint="Bars come in the order of the classes, as high as the probabilities are.",
    ),
    limits=text(
        "the limits of the axis that bars stand on",
        expected="from 0 to 1",
        seen="from {low:.3g} to {high:.3g}",
        hint="Without limits each figure has another scale: `ylim` or `set_ylim` sets them, and"
        " ticks do not.",
    ),
    same_axes=text(
        "the axes of the figure",
        expected="one for the image, and another one for the bars",
        seen="image and bars in the same",
        hint="`plt.subplots(1, 2)` makes two, and `plt.subplot(1, 2, 2)` goes on to the second.",
    ),
    bar=text(
        "the colour of bar {place} where the most probable class is {choice} and the true one is"
        " {label}",
        hint="In each call all bars are gray first. Then the most probable one becomes red, and"
        " last the true one blue, also where both are the same.",
    ),
    caption=text(
        "the text in the axes of the image",
        expected="a caption like {wanted}",
        seen="{texts:list}",
        hint="Title, `xlabel` and other text of the image's own axes count: are all of the three"
        " parts in it, and both names from the argument `class_names`?",
    ),
    caption_colour=text(
        "the colour of the caption of {kind_of_answer} answer",
        hint="Text takes its colour as an argument: `color=...`. An answer is right if its class is"
        " the true one, however sure the network is.",
    ),
)


@exercise.given
def predictions(generator):
    """Images of noise, rows of probabilities, labels and names; see `CASES` and `CALLS`."""
    images, rows, labels, names = [], [], [], []
    for right, share, label in CASES:
        choice = int(generator.integers(1, CLASSES - 1))
        # No two bars are alike, and the largest of the others stays behind the choice.
        others = generator.permutation(np.arange(1, CLASSES)) / sum(range(1, CLASSES))
        row = np.insert(others * (1 - share), choice, share)
        if share == UNSURE:
            rivals, rest = [choice - 1, choice + 1], np.delete(np.arange(CLASSES), choice)
            row[rest] *= (1 - share - 2 * (share - BEHIND)) / row[np.setdiff1d(rest, rivals)].sum()
            row[rivals] = share - BEHIND
        labels.append(choice if right else label)
        images.append(generator.uniform(0, 1, (SIDE, SIDE)).astype(np.float32))
        rows.append(row.astype(np.float32))
        names.append(generator.permutation(NAMES)[:CLASSES].tolist())
    given = {"images": images, "rows": rows, "labels": labels, "names": names}
    return {name: [*listed, listed[0]] for name, listed in given.items()}


@exercise.probe
def ask(student, given):
    """The grader calls your function with images of its own, and reads what is in the figures."""
    import matplotlib.pyplot as plt
    import numpy as np
    from matplotlib.colors import to_rgb
    from matplotlib.container import BarContainer
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    def texts_of(axes):
        # Titles are among the children, and texts of one's own.
        found = [one for one in axes.get_children() if isinstance(one, Text)]
        # The labels of an axis that is switched off are not to be seen.
        sides = (axes.xaxis, axes.yaxis) if axes.axison else ()
        found += [side.label for side in filter(is_seen, sides)]
        seen = filter(is_seen, found)
        return [[one.get_text(), list(to_rgb(one.get_color()))] for one in seen if one.get_text()]

    def is_seen(part):
        return bool(part.get_visible() and np.any(part.get_alpha() != 0))

    def bars_of(axes):
        # In the order in which they are painted; of each its middle, its ends and its colour.
        drawn = [one for each in axes.containers if isinstance(each, BarContainer) for one in each]
        low, high = sorted(axes.get_xlim())
        # Nobody sees a bar that is less than a thousandth of its axis wide.
        drawn = [
            one
            for one in filter(is_seen, drawn)
            if low <= one.get_x() + one.get_width() / 2 <= high
            and abs(one.get_width()) > (high - low) / 1000
        ]
        return [
            [
                one.get_x() + one.get_width() / 2,
                one.get_y(),
                one.get_y() + one.get_height(),
                *to_rgb(one.get_facecolor()),
            ]
            for one in sorted(drawn, key=lambda bar: bar.get_zorder())
        ]

    def inside(image, axes):
        # Which share of the image's width and height is inside the limits of its axes.
        whole, frame = image.get_window_extent(), axes.bbox
        across = min(whole.xmax, frame.xmax) - max(whole.xmin, frame.xmin)
        down = min(whole.ymax, frame.ymax) - max(whole.ymin, frame.ymin)
        return [float(across / whole.width), float(down / whole.height)]

    def read(figure):
        if not isinstance(figure, Figure):
            return {"figure": type(figure).__name__}
        parts = []
        painted = sorted(filter(is_seen, figure.axes[:12]), key=lambda axes: axes.get_zorder())
        for axes in painted:
            drawn = [(np.ma.getdata(one.get_array()), one) for one in axes.images if is_seen(one)]
            drawn = [(array, one) for array, one in drawn if array.shape[:2] == (28, 28)]
            parts.append(
                {
                    "images": [array for array, _ in drawn],
                    "inside": [inside(one, axes) for _, one in drawn],
                    "count": len(axes.images),
                    "bars": bars_of(axes),
                    "limits": list(axes.get_ylim()),
                    "turned": bool(axes.xaxis_inverted()),
                    "texts": texts_of(axes),
                    "box": axes.bbox.extents.tolist(),
                    "opaque": bool(axes.axison and axes.patch.get_visible()),
                }
            )
        return {"axes": parts}

    answers, made = [], []
    plt.close("all")
    calls = zip(given.images, given.rows, given.labels, given.names)
    for image, row, label, names in calls:
        own = image.copy(), row.copy(), label, names
        answer = student.attempt("plot_prediction", *own)
        if answer["problem"] is None:
            figure = answer["returned"]
            answer = {**student.attempt(read, figure), "again": any(figure is one for one in made)}
            made.append(figure)
        answers.append(answer)
    plt.close("all")
    return {"figures": answers}


def figures(seen, truth):
    """Of each case: its place, and the axes of the figure that was returned."""
    for place, answer in enumerate(seen.items("figures", CALLS)):
        found = as_mapping(as_returned(answer), "report.value", value="figures")
        if "axes" not in found:
            raise Failure(say.figure, kind=str(found.get("figure", "nothing"))[:40])
        listed = as_list(found["axes"], None, "report.value", value="axes")
        yield place, [as_mapping(one, "report.value", value="axes") for one in listed]


def part_of(axes, name):
    """A list that was reported of axes; raises `Failure`."""
    return as_list(axes.get(name), None, "report.value", value=name)


def places_of(axes, image):
    """Where the image is among those in the axes, perhaps brightened or in three channels."""
    for place, one in enumerate(part_of(axes, "images")):
        if not isinstance(one, np.ndarray) or one.dtype.kind not in "fiu":
            continue
        pixels = one.astype(np.float64)
        pixels = pixels[..., 0] if pixels.ndim == 3 and pixels.shape[-1] else pixels  # noqa: PLR2004
        if pixels.shape != image.shape or not np.isfinite(pixels).all():
            continue
        factor = (pixels * image).sum() / (image**2).sum()
        if factor > 0 and np.allclose(pixels, factor * image, rtol=0, atol=WITHIN * factor):
            yield place


def picture_of(axes, image):
    """The axes with the image; raises `Failure`."""
    for one in axes:
        if any(True for _ in places_of(one, image.astype(np.float64))):
            return one
    counts = [one.get("count") for one in axes]
    count = sum(one for one in counts if isinstance(one, int))
    raise Failure(say.image, count=count)


def check_inside(axes, image):
    """The image in these axes is inside their limits; raises `Failure`."""
    shares = as_array(part_of(axes, "inside"), (None, 2), "report.value", value="inside")
    shares = shares[[*places_of(axes, image.astype(np.float64))]]
    # Of an image that is drawn more than once, the one of which most is seen.
    for side, share in zip(("width", "height"), shares[shares.min(axis=1).argmax()], strict=True):
        expect.that(share >= VISIBLE, say.cut, share=100 * max(share, 0), side=side)


def check_uncovered(axes, own, what):
    """Of all axes, in the order of painting, no later ones lie on those; raises `Failure`."""
    place = next(number for number, one in enumerate(axes) if one is own)
    left, low, right, top = box_of(own)
    for one in axes[place + 1 :]:
        others = box_of(one)
        across = max(min(right, others[2]) - max(left, others[0]), 0)
        down = max(min(top, others[3]) - max(low, others[1]), 0)
        share = across * down / max((right - left) * (top - low), 1)
        is_clear = share <= COVERED or one.get("opaque") is not True
        expect.that(is_clear, say.covered, what=what, share=100 * share)


def box_of(axes):
    """The left, lower, right and upper end of axes; raises `Failure`."""
    return as_array(axes.get("box"), (4,), "report.value", value="box").tolist()


def bars_of(axes):
    """The axes with the bars, and of each place the bar that is seen; raises `Failure`."""
    for one in axes:
        listed = part_of(one, "bars")
        if not listed:
            continue
        bars = as_array(listed, (None, 6), "report.value", value="bars")
        # A bar that is painted later hides the one at its place.
        seen_bars = {round(float(bar[0]), 2): bar for bar in bars}
        return one, [seen_bars[place] for place in sorted(seen_bars)]
    raise Failure(say.no_bars)


def ten_bars_of(axes):
    """The same, if there are ten."""
    one, bars = bars_of(axes)
    expect.that(len(bars) == CLASSES, say.bars, expected_count=CLASSES, count=len(bars))
    return one, bars


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: the numbers of the images in figures, against unseen images",
    demands=(
        "It draws with matplotlib and returns the figure, a new one each time.",
        "`image` is one image of 28 x 28 pixels",
        "one with the image, drawn by `imshow`",
    ),
)
def shows_the_image(seen, truth):
    """The image itself is drawn, all of it, into a figure of its own."""
    answers = seen.items("figures", CALLS)
    for place, axes in figures(seen, truth):
        image = truth.given["images"][place]
        one = picture_of(axes, image)
        # Bars in the same axes change their limits; that is said where bars are asked for.
        if not part_of(one, "bars"):
            check_inside(one, image)
        check_uncovered(axes, one, "image")
        expect.that(answers[place].get("again") is not True, say.same_figure)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: places and heights of the bars in figures, against unseen probabilities",
    demands=(
        "`probabilities` a row of ten numbers",
        "The figure has two axes, best side by side:",
        "one with ten upright bars, from class 0 on the left to class 9, as high as the"
        " probabilities.",
        "Their y-axis goes from 0 to 1, so that figures can be compared.",
    ),
)
def ten_bars(seen, truth):
    """There are ten bars, as high as the probabilities, on an axis from 0 to 1."""
    limits = []
    for place, axes in figures(seen, truth):
        one, bars = ten_bars_of(axes)
        check_uncovered(axes, one, "bars")
        # An axis that is turned round has its first bar on the right.
        bars = bars[::-1] if one.get("turned") is True else bars
        for number, (bar, wanted) in enumerate(zip(bars, truth.given["rows"][place], strict=True)):
            height = float(bar[2] - bar[1])
            expect.close(height, round(float(wanted), 4), say.height, within=WITHIN, place=number)
        low, high = as_array(one.get("limits"), (2,), say.limits, low=0, high=0).tolist()
        fits = -FRAME <= low <= WITHIN and 1 - WITHIN <= high <= 1 + FRAME
        expect.that(fits, say.limits, low=low, high=high)
        expect.that(not part_of(one, "images"), say.same_axes)
        limits.append((low, high))
    # A frame that is another one in each figure comes from the bars.
    low, high = max(limits, key=lambda ends: abs(ends[0]) + abs(ends[1] - 1))
    expect.that(np.ptp(limits, axis=0).max() < WITHIN, say.limits, low=low, high=high)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the colours of the bars in figures, against unseen answers",
    demands=(
        "`true_label` the number of the true class",
        "The bar of the true class is blue.",
        "If the answer is wrong, the bar of the most probable class is red.",
        "All other bars are neither blue nor red, for instance gray.",
    ),
)
def colours_tell(seen, truth):
    """The true bar is blue, a wrong choice's is red, and the others are neither."""
    for place, axes in figures(seen, truth):
        _, bars = ten_bars_of(axes)
        choice, label = int(truth.given["rows"][place].argmax()), truth.given["labels"][place]
        for number, bar in enumerate(bars):
            wanted = "blue" if number == label else "red" if number == choice else "neither"
            colour = blue_or_red(*bar[3:].tolist())
            about = {"place": number, "choice": choice, "label": label}
            expect.that(colour == wanted, say.bar, expected=wanted, seen=colour, **about)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: the texts of figures and their colours, against unseen answers",
    demands=(
        "`class_names` a list of ten names",
        "with the caption as the title, as the label of the x-axis or as other text of these axes",
        "The caption is a line like `Sandal 87% (Ankle boot)`: the most probable class, its"
        " probability in percent and rounded, the true class in brackets.",
        "It is blue if the answer is right and red if it is wrong",
    ),
)
def captioned(seen, truth):
    """The caption is with the image, in its colour."""
    given = truth.given
    for place, axes in figures(seen, truth):
        row, label, names = (given[name][place] for name in ("rows", "labels", "names"))
        choice, percent = int(row.argmax()), round(100 * float(row.max()))
        texts = [
            as_list(one, 2, "report.value", value="texts")
            for one in part_of(picture_of(axes, given["images"][place]), "texts")
        ]
        wanted = f"{names[choice]} {percent}% ({names[label]})"
        plain = wanted.replace(" ", "")
        found = [one for one in texts if plain in "".join(str(one[0]).split())]
        shown = [str(one[0])[:60] for one in texts[:6]]
        expect.that(bool(found), say.caption, wanted=wanted, texts=shown)
        is_right = choice == label
        parts = as_array(found[0][1], (3,), "report.value", value="texts")
        expect.equal(
            blue_or_red(*parts.tolist()),
            "blue" if is_right else "red",
            say.caption_colour,
            kind_of_answer="a right" if is_right else "a wrong",
        )
