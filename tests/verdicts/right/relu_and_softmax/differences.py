# verdict: full
# why: ReLU without a comparison, and softmax as 1 / sum(exp(v_j - v_i)), which is the prompt's quotient divided by its own numerator; where a difference is too large the exponential is infinite and the share 0, which is right

# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return (values + np.abs(values)) / 2


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    values = np.asarray(values, dtype=np.float64)
    # differences[..., i, j] is value j minus value i
    differences = values[..., np.newaxis, :] - values[..., :, np.newaxis]
    with np.errstate(over="ignore"):  # exp(2000) is inf, and 1 / inf is 0
        return 1 / np.exp(differences).sum(axis=-1)
