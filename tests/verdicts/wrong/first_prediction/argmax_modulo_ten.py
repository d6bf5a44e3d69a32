# verdict: less
# breaks: predicted_class must be about the first image only; this gives the class of the most certain image of the stack
# keeps: class_probabilities is right
# why: argmax of the whole table gave numbers above 9, and "% 10" seemed to repair it
import numpy as np


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    table = model.predict(images, verbose=0)
    # argmax counts through the whole table, so bring it back to 0..9
    return int(np.argmax(table) % 10)
