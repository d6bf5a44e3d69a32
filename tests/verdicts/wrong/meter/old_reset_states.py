# verdict: less
# breaks: crashes with AttributeError at the first full report: Metric has reset_state, not reset_states ("reset_states() is reset_state()")
# keeps: only lists with fewer than `every` batches, which are never reset
# why: the call is copied from an old copy of the loop
import tensorflow as tf


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    acc_meter = tf.keras.metrics.Accuracy()
    result = []
    for step, (outputs, labels) in enumerate(batches):
        acc_meter.update_state(tf.argmax(outputs, axis=1), labels)
        if (step + 1) % every == 0:
            result.append(acc_meter.result().numpy())
            acc_meter.reset_states()
    if len(batches) % every:
        result.append(acc_meter.result().numpy())
    return result
