# verdict: full
# why: np.array([image]) and then plain Python on a list of probabilities, sorted by probability
import numpy as np


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    (row,) = model.predict(np.array([image]), verbose=0).tolist()
    pairs = sorted(enumerate(row), key=lambda pair: pair[1], reverse=True)
    return pairs[0]
