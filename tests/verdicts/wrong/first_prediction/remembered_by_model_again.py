# verdict: less
# breaks: "They must work for any model and any images": a second call with the same model and other images gets the answer for the first images.
# keeps: everything on the first call for each model
# why: predict is slow, so the student remembers the answer, but only by the model and not by the images
import numpy as np

known_answers = {}


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    if id(model) not in known_answers:
        known_answers[id(model)] = model.predict(images[:1], verbose=0)[0]
    return known_answers[id(model)]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())
