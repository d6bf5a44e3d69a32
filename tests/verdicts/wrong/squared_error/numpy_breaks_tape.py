# verdict: less
# breaks: "that a tf.GradientTape can follow back to outputs: compute it with TensorFlow's own operations"
# keeps: the value of the loss and its shape ()
# why: the student computes in NumPy and wraps the number in a tensor at the end
import numpy as np
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    difference = outputs.numpy() - wanted.numpy()
    per_image = np.sum(difference**2, axis=1)
    return tf.constant(np.mean(per_image), dtype=tf.float32)
