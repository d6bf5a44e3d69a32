# verdict: full
# why: one-hot rows are gathered from an identity matrix, the loss is an einsum, pairs come from a comprehension, and the loss comes back as a Python float ("a number")
# %%
import tensorflow as tf

TEN_UNIT_ROWS = tf.eye(10)


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    variables = model.trainable_variables
    with tf.GradientTape() as tape:
        outputs = model(tf.reshape(images, (len(images), -1)), training=True)
        off = outputs - tf.gather(TEN_UNIT_ROWS, tf.cast(labels, tf.int64))
        loss = tf.einsum("bk,bk->", off, off) / len(images)
    slopes = tape.gradient(loss, variables)
    optimizer.apply_gradients([(slope, variable) for slope, variable in zip(slopes, variables)])
    return float(loss)
