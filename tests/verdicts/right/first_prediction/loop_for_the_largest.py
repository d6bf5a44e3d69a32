# verdict: full
# why: a beginner finds the largest probability with a hand-written loop over the ten numbers; the prompt asks for the class, not for argmax
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    answer = model.predict(images)
    first = answer[0]
    return first


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probs = class_probabilities(model, images)
    best = 0
    for i in range(10):
        if probs[i] > probs[best]:
            best = i
    return best


print(class_probabilities(model, test_images[:5]).round(3))
print(predicted_class(model, test_images[:5]), "and the label says", test_labels[0])
