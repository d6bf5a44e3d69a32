# verdict: less
# breaks: "Outputs can be **large**, up to some thousands, above or below 0 ... The loss has to be right there as well." (a row whose outputs are all below about -750 gives minus infinity)
# keeps: accuracy; the loss of all rows with an output near or above 0, the three examples of the prompt too
# why: only positive numbers overflow in exp, so shifted by the largest output only where it is positive
import numpy as np


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    outputs = np.asarray(outputs, dtype=float)
    # exp of a negative number never overflows
    shift = np.maximum(outputs.max(axis=1, keepdims=True), 0)
    shifted = outputs - shift
    logarithms = np.log(np.exp(shifted).sum(axis=1))
    right = (shifted * wanted).sum(axis=1)
    return float(np.mean(logarithms - right))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    hits = np.argmax(outputs, axis=1) == np.argmax(wanted, axis=1)
    return float(hits.mean())
