# verdict: less
# fails: counts_right_answers
# passes: loss_is_the_mean_log_loss, large_outputs_stay_numbers
# breaks: "`accuracy(outputs, wanted)` returns the share of rows, from 0 to 1, whose **largest** output is at the right
#         class", for outputs "of any size and sign".
# keeps: the loss; accuracy for all rows whose largest output is above 0. If all ten are below 0, a right answer is
#        counted as wrong.
# why: outputs * wanted leaves only the right class's output, and its largest number is taken; but the nine others are
#      0 then, which is larger than any number below 0.
# %%
import numpy as np
import tensorflow as tf


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    losses = tf.nn.softmax_cross_entropy_with_logits(
        labels=tf.cast(wanted, tf.float64), logits=tf.cast(outputs, tf.float64)
    )
    return tf.reduce_mean(losses)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    of_right_class = np.max(outputs * wanted, axis=1)
    largest = np.max(outputs, axis=1)
    return float(np.mean(of_right_class == largest))
