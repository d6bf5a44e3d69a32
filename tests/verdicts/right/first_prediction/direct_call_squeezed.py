# verdict: full
# why: calls the model like a function on a float32 stack of one instead of `predict`, and squeezes the batch axis; the answers come from the model alone
# %%
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    stack_of_one = tf.cast(images[:1], tf.float32)
    return tf.squeeze(model(stack_of_one, training=False), axis=0).numpy()


# %%
def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return tf.argmax(class_probabilities(model, images)).numpy().item()


# %%
print("the network says", CLASS_NAMES[predicted_class(model, test_images)])
