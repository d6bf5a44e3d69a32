# verdict: less
# breaks: "as numbers between 0 and 1, with **paper 0 and black ink 1**, which is the other way round than in the file"
# keeps: transparency, colours, palettes, size, division by 255, and the way in which the model is asked
# why: thought of scaling and of transparent paper, and left black 0 and white 1 as they are in the file
import numpy as np
from PIL import Image


def read_picture(path):
    image = Image.open(path).convert("RGBA")
    background = Image.new("RGBA", image.size, "white")
    image = Image.alpha_composite(background, image).convert("L")
    image = image.resize((28, 28))
    return np.array(image).flatten() / 255.0


def read_digit(model, path):
    row = read_picture(path)
    outputs = model.predict(np.array([row]), verbose=0)
    return np.argmax(outputs[0]).item()
