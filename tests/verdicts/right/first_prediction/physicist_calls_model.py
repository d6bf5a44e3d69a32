# verdict: full
# why: calls the model like a function on one picture instead of `predict`, and finds the maximum by comparing; the prompt asks only for the model's ten probabilities and its class
import numpy as np


def class_probabilities(model, images):
    state = np.asarray(images)[np.newaxis, 0]  # (1, 28, 28)
    p = np.asarray(model(state))  # (1, 10)
    return np.squeeze(p, axis=0)


def predicted_class(model, images):
    p = class_probabilities(model, images)
    return int(np.flatnonzero(p == p.max())[0])
