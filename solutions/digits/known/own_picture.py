"""Known answers of `own_picture`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

ROW, INK, SCALE, COLOURS, LARGER, CLEAR, DIGIT = (
    "makes_a_row_of_784",
    "ink_is_large",
    "scaled_as_the_training_images",
    "colours_become_grey",
    "larger_pictures_are_scaled",
    "transparent_is_paper",
    "answers_with_a_digit",
)
OPEN = 'picture = Image.open(path).convert("RGBA")'
PAPER = 'paper = Image.new("RGBA", picture.size, "white")'
GREY = 'grey = Image.alpha_composite(paper, picture).convert("L").resize((28, 28))'
RETURN = "return 1 - np.asarray(grey, np.float32).reshape(784) / 255"
READ = f"{OPEN}\n    {PAPER}\n    {GREY}"
BATCH = "rows = read_picture(path)[np.newaxis]"
DIGITS = "return int(np.argmax(model.predict(rows, verbose=0)[0]))"

known.mistake(
    "paper behind one kind of picture alone",
    swap(
        READ,
        "picture = Image.open(path)\n"
        '    if picture.mode == "RGBA":\n'
        '        paper = Image.new("RGBA", picture.size, "white")\n'
        "        picture = Image.alpha_composite(paper, picture)\n"
        '    grey = picture.convert("L").resize((28, 28))',
    ),
    fails=[CLEAR],
)
known.mistake(
    "larger pictures made grey before they are on paper",
    swap(
        'picture = Image.open(path).convert("RGBA")',
        "picture = Image.open(path)\n"
        "    if picture.size != (28, 28):\n"
        '        picture = picture.convert("L")\n'
        '    picture = picture.convert("RGBA")',
    ),
    fails=[CLEAR],
)
known.mistake("never turned round", swap("return 1 - np", "return np"), fails=[INK])
known.mistake(
    "not scaled, as in the tutorial",
    swap(RETURN, "return np.invert(grey).ravel()"),
    fails=[SCALE],
)
known.mistake(
    "scaled twice", swap(RETURN, "return (1 - np.asarray(grey) / 255).ravel() / 255"), fails=[SCALE]
)
known.mistake(
    "black or white",
    swap(RETURN, "return (np.asarray(grey) < 128).reshape(784).astype(float)"),
    fails=[SCALE, COLOURS, LARGER, CLEAR],
    costs_much="Whatever is grey in a picture is lost, in colours too.",
)
known.mistake(
    "whole numbers that cannot go below 0",
    swap(RETURN, "return (1 - np.asarray(grey)).reshape(784) / 255"),
    fails=[SCALE, COLOURS, LARGER, CLEAR],
    costs_much="No pixel of any picture is right, and black ink is nearly paper.",
)
known.mistake(
    "column by column",
    swap("reshape(784)", "T.reshape(784)"),
    fails=[INK, COLOURS, LARGER, CLEAR],
    costs_much="Every picture lies on its side.",
)
known.mistake(
    "a square",
    swap("reshape(784)", "reshape(28, 28)"),
    swap(BATCH, "rows = read_picture(path).reshape(1, 784)"),
    fails=[ROW],
)
known.mistake(
    "a batch of one",
    swap("reshape(784)", "reshape(1, 784)"),
    swap(BATCH, "rows = read_picture(path)"),
    fails=[ROW],
)
known.mistake(
    "transparency forgotten, as in the tutorial",
    swap(READ, 'grey = Image.open(path).convert("L").resize((28, 28))'),
    fails=[CLEAR],
)
known.mistake(
    "red alone",
    swap(GREY, "grey = Image.alpha_composite(paper, picture).getchannel(0).resize((28, 28))"),
    fails=[COLOURS, CLEAR],
)
known.mistake(
    "the mean of the colours",
    swap(
        f"{GREY}\n    {RETURN}",
        'colours = Image.alpha_composite(paper, picture).convert("RGB").resize((28, 28))\n'
        "    return 1 - np.asarray(colours, np.float32).mean(axis=2).reshape(784) / 255",
    ),
    fails=[COLOURS, CLEAR],
)
known.mistake(
    "the corner of a larger picture",
    swap(".resize((28, 28))", ".crop((0, 0, 28, 28))"),
    fails=[LARGER],
)
known.mistake(
    "as large as it is",
    swap(".resize((28, 28))", ""),
    swap("reshape(784)", "ravel()"),
    fails=[LARGER],
)
known.mistake(
    "grey pictures alone",
    swap(READ, "grey = Image.open(path).resize((28, 28))"),
    swap("reshape(784)", "ravel()"),
    fails=[COLOURS, CLEAR, DIGIT],
)
known.mistake(
    "a digit in a list",
    swap(DIGITS, "return np.argmax(model.predict(rows, verbose=0), axis=1)"),
    fails=[DIGIT],
)
known.mistake(
    "along the pictures",
    swap(DIGITS, "return int(np.argmax(model.predict(rows, verbose=0), axis=0)[0])"),
    fails=[DIGIT],
)
known.mistake(
    "the largest output",
    swap(DIGITS, "return float(np.max(model.predict(rows, verbose=0)))"),
    fails=[DIGIT],
)
known.mistake("the smallest output's digit", swap("np.argmax", "np.argmin"), fails=[DIGIT])
known.mistake(
    "every n-th pixel, and what is too much cut off",
    swap(
        '.convert("L").resize((28, 28))',
        '.convert("L")\n    step = grey.width // 28\n'
        "    grey = np.asarray(grey)[::step, ::step][:28, :28]",
    ),
    fails=[LARGER],
)
known.mistake(
    "a transparent colour that is not the first",
    swap(
        READ,
        "picture = Image.open(path)\n"
        '    key = picture.info.get("transparency")\n'
        "    is_clear = np.zeros((28, 28), bool)\n"
        '    if picture.mode in ("LA", "RGBA"):\n'
        "        is_clear = np.asarray(picture)[:, :, -1] == 0\n"
        "    elif key:\n"
        "        is_clear = np.asarray(picture) == key\n"
        '    grey = np.array(picture.convert("RGB").convert("L"))\n'
        "    if grey.shape == (28, 28):\n"
        "        grey[is_clear] = 255\n"
        "    grey = Image.fromarray(grey).resize((28, 28))",
    ),
    fails=[CLEAR],
)
known.mistake(
    "the model called as in training",
    swap("model.predict(rows, verbose=0)", "model(rows, training=True)"),
    fails=[DIGIT],
)
known.mistake("a row without a batch", swap("[np.newaxis]", ""), fails=[DIGIT])

known.accepted(
    "as the tutorial has it, on paper and scaled",
    swap(
        READ,
        'picture = Image.open(path).convert("RGBA")\n'
        '    paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))\n'
        "    paper.paste(picture, mask=picture)\n"
        '    grey = paper.convert("L").resize((28, 28))',
    ),
    swap(RETURN, "return np.invert(grey).ravel() / 255"),
    swap(DIGITS, "return np.squeeze(np.argmax(model.predict(rows, verbose=0), 1))"),
)
known.accepted(
    "transparency by hand, and another filter",
    swap(
        READ,
        "picture = np.array(Image.open(path).convert('RGBA'))\n"
        "    picture[picture[:, :, 3] == 0] = 255\n"
        '    grey = Image.fromarray(picture).convert("RGB").convert("L")\n'
        "    grey = grey.resize((28, 28), Image.Resampling.BOX)",
    ),
    swap(
        "return 1 - np.asarray(grey, np.float32).reshape(784) / 255",
        "return (255.0 - np.asarray(grey)).flatten() / 255.0",
    ),
)
known.accepted(
    "turned round by Pillow, scaled down first",
    swap("from PIL import Image", "from PIL import Image, ImageOps"),
    swap(
        GREY,
        'grey = Image.alpha_composite(paper, picture).convert("L")\n'
        "    grey = ImageOps.invert(grey.resize((28, 28), Image.NEAREST))",
    ),
    swap("1 - np.asarray", "np.asarray"),
    swap(DIGITS, "return model(rows).numpy()[0].argmax()"),
)
known.accepted(
    "numbers of matplotlib, which are scaled already",
    swap("from PIL import Image", "import matplotlib.pyplot as plt\nfrom PIL import Image"),
    swap(
        f"{READ}\n    {RETURN}",
        "pixels = plt.imread(path)\n"
        "    if pixels.ndim == 2:\n"
        "        pixels = np.dstack([pixels] * 3)\n"
        "    if pixels.shape[2] == 4:\n"
        "        pixels = np.where(pixels[:, :, 3:] == 0, 1.0, pixels[:, :, :3])\n"
        "    grey = pixels @ np.array([0.299, 0.587, 0.114])\n"
        "    size = len(grey)\n"
        "    places = (np.arange(28) + 0.5) * size / 28\n"
        "    grey = grey[np.ix_(places.astype(int), places.astype(int))]\n"
        "    return (1 - grey).reshape(784)",
    ),
)
known.accepted(
    "a list of numbers, and sorted outputs",
    swap(RETURN, "return [1 - pixel / 255 for pixel in np.asarray(grey).ravel().tolist()]"),
    swap(BATCH, "rows = np.array([read_picture(path)])"),
    swap(DIGITS, "return int(np.argsort(model.predict(rows, verbose=0)[0])[-1])"),
)
known.equal(
    "a batch of one has one row, the first and the last",
    "read_digit: model*[0] -> *",
)
known.equal(
    "what is printed is up to the student",
    "read_digit: model.predict(rows, verbose=0) -> model.predict(rows)",
    "read_digit: verbose=0 -> verbose=1",
)
known.equal(
    "the type of the numbers is free",
    "read_picture: asarray(grey, float32) -> asarray(grey)",
    "read_digit: int(argmax(*)) -> argmax(*)",
    "*.ravel().tolist() -> *.ravel()",
)
known.equal(
    "no paper is more than opaque",
    "*(255, 255, 255, 255)) -> *(255, 255, 255, 256))",
    "*(255, 255, 255, 255)) -> *(255, 255, 255, 510))",
)
