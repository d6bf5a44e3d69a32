# verdict: full
# why: the meter is Keras's SparseCategoricalAccuracy, which weighs by images; reset_state after each report
# %%
import numpy as np
import tensorflow as tf


# %%
def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    meter = tf.keras.metrics.SparseCategoricalAccuracy()
    shown = []
    waiting = 0
    for outputs, labels in batches:
        meter.update_state(labels, outputs)
        waiting += 1
        if waiting == every:
            shown.append(float(meter.result()))
            meter.reset_state()
            waiting = 0
    if waiting:
        shown.append(float(meter.result()))
    return shown
