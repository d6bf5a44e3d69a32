# verdict: full
# why: lets a Keras Rescaling layer do it and returns tensors; the prompt allows tensors, and the layer makes new ones

# %%
import tensorflow as tf

shrink = tf.keras.layers.Rescaling(scale=1 / 255.0)


# %%
def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    return tuple(shrink(tf.cast(stack, tf.float32)) for stack in (train_images, test_images))
