# verdict: less
# breaks: "makes shares of each row, that is, of the numbers along the **last axis**" and "of any shape with one axis or more"
# keeps: relu; softmax of arrays with two axes, large values as well
# why: thought of a table only; with one axis there is no axis 1, with three it is not the last
import numpy as np


def relu(values):
    return np.maximum(0, values)


def softmax(values):
    values = values - values.max(axis=1, keepdims=True)
    e = np.exp(values)
    return e / e.sum(axis=1, keepdims=True)
