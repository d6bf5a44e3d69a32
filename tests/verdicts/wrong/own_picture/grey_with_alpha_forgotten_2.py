# verdict: less
# breaks: "where a picture is **transparent**, by an alpha channel or by one colour of its palette, it is paper, whatever colour is stored there"
# keeps: colours with alpha, palettes with a transparent colour, grey, black and white, scaling, the answer of the model
# why: listed the modes that can be transparent and forgot LA, grey with an alpha channel; there convert("L") drops the alpha
import numpy as np
from PIL import Image


def read_picture(path):
    picture = Image.open(path)
    if picture.mode == "RGBA" or (picture.mode == "P" and "transparency" in picture.info):
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(paper, picture)
    picture = picture.convert("L")
    if picture.size != (28, 28):
        picture = picture.resize((28, 28), Image.LANCZOS)
    pixels = np.asarray(picture, dtype="float32").reshape(784)
    return (255 - pixels) / 255


def read_digit(model, path):
    answer = model.predict(read_picture(path).reshape(1, 784), verbose=0)[0]
    return int(answer.argmax())
