# verdict: full
# why: wraps inference in a tf.function and returns the class from a top_k op, turned into a Python int
import tensorflow as tf


def first_image_step(model, images):
    @tf.function
    def infer(batch):
        return model(batch, training=False)

    return infer(tf.cast(images[:1], tf.float32))


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return tf.squeeze(first_image_step(model, images), axis=0).numpy()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    _, indices = tf.math.top_k(first_image_step(model, images)[0], k=1)
    return int(indices.numpy()[0])
