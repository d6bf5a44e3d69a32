# verdict: less
# breaks: must work for any images; on a stack of a single image squeeze removes the wrong axis, and [0] is one number, not ten
# keeps: right for two images or more
# why: squeezed "to be safe" before taking the first row
import numpy as np


def class_probabilities(model, images):
    probabilities = np.squeeze(model.predict(images, verbose=0))
    return probabilities[0]


def predicted_class(model, images):
    return int(np.argmax(class_probabilities(model, images)))
