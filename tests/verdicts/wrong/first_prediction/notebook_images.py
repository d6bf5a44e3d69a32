# verdict: less
# breaks: works on the notebook's `test_images` and not on the `images` that are given
# keeps: predicted_class is right
# why: copied the line of the introduction and forgot to rename the variable in one of the two functions
import numpy as np


def class_probabilities(model, images):
    probabilities = model.predict(test_images[:10], verbose=0)
    return probabilities[0]


def predicted_class(model, images):
    probabilities = model.predict(images[:10], verbose=0)
    return int(probabilities[0].argmax())
