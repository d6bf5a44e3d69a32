# verdict: less
# breaks: "A row with 1000 at one wrong class and 0 everywhere else has the loss 1000."
# keeps: accuracy; the loss wherever the right class's share is not tiny, and losses of 0
# why: added a small number so that log never sees 0; so no loss can be above 27.6
import numpy as np


def softmax_rows(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def cross_entropy(outputs, wanted):
    shares = softmax_rows(outputs)
    return -np.sum(wanted * np.log(shares + 1e-12)) / len(outputs)


def accuracy(outputs, wanted):
    hits = outputs.argmax(axis=1) == wanted.argmax(axis=1)
    return hits.sum() / len(hits)
