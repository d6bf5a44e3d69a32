# verdict: less
# fails: large_outputs_stay_numbers
# passes: counts_right_answers, loss_is_the_mean_log_loss
# breaks: "Outputs can be **large** ... The loss has to be right there as well."
# keeps: accuracy; the loss of rows below 500; all examples of the prompt; large rows in which one output is far above
#        the others. But a row with 1000 at two classes loses log(2), and ten times 1000 loses log(10): here it is 0.
# why: taken from the examples: if numbers are large, the loss is "largest output minus the right one".
# %%
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    losses = []
    for row, one_hot in zip(np.asarray(outputs, dtype="float64"), wanted):
        right = row[np.argmax(one_hot)]
        if np.abs(row).max() < 500:
            shares = np.exp(row) / np.exp(row).sum()
            if shares[np.argmax(one_hot)] > 1e-300:
                losses.append(-np.log(shares[np.argmax(one_hot)]))
                continue
        # exp would overflow: the largest one decides alone
        losses.append(row.max() - right)
    return np.mean(losses)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    hits = 0
    for row, one_hot in zip(outputs, wanted):
        if one_hot[np.argmax(row)] == 1:
            hits += 1
    return hits / len(outputs)
