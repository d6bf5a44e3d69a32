# verdict: full
# why: calls the model on a stack of one instead of predict, and finds the class without argmax
import numpy as np


def class_probabilities(model, images):
    first = np.asarray(images[:1], dtype="float32")
    return model(first, training=False).numpy().reshape(10)


def predicted_class(model, images):
    chances = class_probabilities(model, images).tolist()
    return max(range(10), key=chances.__getitem__)
