# verdict: full
# why: predicts the whole stack and unpacks the first row; the class is NumPy's own integer, as `argmax` gives it in the introduction too
import numpy as np


def class_probabilities(model, images):
    first, *_ = model.predict(images)
    return first


def predicted_class(model, images):
    return np.argmax(class_probabilities(model, images))
