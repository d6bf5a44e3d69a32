# verdict: full
# why: pastes any picture, as RGBA, on a white sheet with itself as the mask, and scales with BOX; the filter is up to the student
import numpy as np
from PIL import Image


def read_picture(path):
    with Image.open(path) as file:
        drawing = file.convert("RGBA")
    sheet = Image.new("RGB", drawing.size, "white")
    sheet.paste(drawing, mask=drawing)
    grey = sheet.convert("L").resize((28, 28), Image.Resampling.BOX)
    return 1 - np.array(grey, dtype=np.float32).ravel() / 255


def read_digit(model, path):
    outputs = model.predict(read_picture(path)[np.newaxis], verbose=0)
    return int(np.argmax(outputs))
