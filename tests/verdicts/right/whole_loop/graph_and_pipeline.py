# verdict: full
# why: batches come from tf.data (batch without drop_remainder, repeat behind it, no shuffle), and the step is a tf.function made anew in each call of train, which returns loss and number of right answers; reports hold tensors' values
# %%
import tensorflow as tf


def make_step(model, optimizer):
    """Return a compiled step for just this model and this optimiser."""
    if not model.built:
        model.build((None, 784))
    if not optimizer.built:
        optimizer.build(model.trainable_variables)

    @tf.function
    def step(rows, classes):
        with tf.GradientTape() as tape:
            outputs = model(rows)
            loss = tf.reduce_mean(
                tf.reduce_sum((outputs - tf.one_hot(classes, 10)) ** 2, axis=1)
            )
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        right = tf.math.count_nonzero(tf.argmax(outputs, axis=1) == classes)
        return loss, right

    return step


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    rows = tf.reshape(tf.cast(images, tf.float32) / 255.0, (len(images), 784))
    batches = tf.data.Dataset.from_tensor_slices((rows, tf.cast(labels, tf.int64)))
    batches = batches.batch(batch_size).repeat(epochs)

    one_step_of_it = make_step(model, optimizer)
    reports = []
    right = seen = 0
    number = 0
    for some_rows, some_classes in batches:
        number += 1
        loss, new_right = one_step_of_it(some_rows, some_classes)
        right += int(new_right)
        seen += len(some_classes)
        if number % report_every:
            continue
        reports.append((number, loss.numpy(), right / seen))
        right = seen = 0
    return reports
