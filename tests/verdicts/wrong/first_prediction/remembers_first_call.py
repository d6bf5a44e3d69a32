# verdict: less
# breaks: "They must work for any model and any images": the first prediction is kept and returned for every later model and stack
# keeps: the very first call of each is right; shape and type are right
# why: a global cache to avoid predicting twice, with no look at what it was made from
import numpy as np

saved = {}


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    if "probabilities" not in saved:
        saved["probabilities"] = model.predict(images[:1], verbose=0)[0]
    return saved["probabilities"]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())
