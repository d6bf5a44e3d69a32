# verdict: full
# why: Keras's own metric is the meter, reset after each report; shares are turned into floats
# %%
import numpy as np
import tensorflow as tf


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    meter = tf.keras.metrics.SparseCategoricalAccuracy()
    reports = []

    def report():
        reports.append(float(meter.result()))
        meter.reset_state()

    pending = False
    for number, (outputs, labels) in enumerate(batches, 1):
        meter.update_state(labels, outputs)
        pending = number % every != 0
        if not pending:
            report()
    if pending:
        report()
    return reports


# %%
first = (np.eye(10)[[3, 5]], np.array([3, 5]))
second = (np.eye(10)[[0, 9]], np.array([0, 2]))
third = (np.eye(10)[[1]], np.array([7]))
print(accuracies([first, second, third], 2))
