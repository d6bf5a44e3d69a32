# verdict: full
# why: takes grey and alpha as two NumPy arrays, makes ink 0 where alpha is 0, and only then lets Pillow scale the ink; the order of turning and scaling is free
import numpy as np
from PIL import Image

SIDE = 28


def _ink(path) -> np.ndarray:
    picture = Image.open(path).convert("RGBA")
    grey = np.asarray(picture.convert("L"))
    alpha = np.asarray(picture.getchannel("A"))
    return np.where(alpha == 0, 0, 255 - grey).astype(np.uint8)


def read_picture(path) -> np.ndarray:
    small = Image.fromarray(_ink(path)).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    return np.asarray(small).reshape(SIDE * SIDE) / 255.0


def read_digit(model, path) -> int:
    row = read_picture(path).astype("float32").reshape(1, -1)
    scores = [float(s) for s in np.asarray(model(row))[0]]
    return scores.index(max(scores))
