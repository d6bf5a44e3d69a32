# verdict: less
# breaks: predicted_class returns "a plain whole number"; this is a float such as 9.0
# keeps: class_probabilities is right
# why: got rid of the NumPy type with float() in place of int()
import numpy as np


def class_probabilities(model, images):
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    return float(np.argmax(class_probabilities(model, images)))
