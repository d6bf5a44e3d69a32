# verdict: full
# why: rows by a Flatten layer, wanted rows gathered from the unit matrix, and the sum of squares of the whole batch with einsum, divided by the number of images: the sum over outputs and the mean over images in one go
# %%
import tensorflow as tf

as_rows = tf.keras.layers.Flatten()
UNIT = tf.eye(10)


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    with tf.GradientTape() as tape:
        errors = model(as_rows(images)) - tf.gather(UNIT, tf.cast(labels, tf.int32))
        total = tf.einsum("bk,bk->", errors, errors)
        loss = total / tf.cast(tf.shape(images)[0], total.dtype)
    weights = model.trainable_variables
    pairs = [(slope, weight) for slope, weight in zip(tape.gradient(loss, weights), weights)]
    optimizer.apply_gradients(pairs)
    return loss
