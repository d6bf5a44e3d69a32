# verdict: less
# breaks: "as numbers between 0 and 1, with **paper 0 and black ink 1**"
# keeps: paper behind transparent parts, grey, scaled down to 28 x 28, turned round, a single whole number as the answer
# why: followed np.invert of the tutorial and forgot to divide by 255
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    img = Image.open(path).convert("RGBA")
    background = Image.new("RGBA", img.size, "WHITE")
    background.alpha_composite(img)
    img = background.convert("L").resize((28, 28))
    return np.invert(np.array(img)).ravel()


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    x = read_picture(path)
    prediction = model.predict(np.array([x]), verbose=0)
    return int(np.argmax(prediction, axis=1)[0])
