# verdict: less
# breaks: "train it as it comes, with the optimiser as it comes"
# keeps: batches, loss, meter and reports; the same weights for each optimiser that has not been used before
# why: the student got an error when a notebook's optimiser met a second model, and makes a fresh copy of it in train; one that comes with momentum from earlier steps, or in the midst of its schedule, starts from nothing, and the one that was passed in is never used
# fails: model_is_trained
# passes: reports_come_in_time, losses_are_those_of_the_steps, accuracies_are_reset
# %%
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    # a used optimiser knows only the variables of its old model, so take a clean one
    optimizer = type(optimizer).from_config(optimizer.get_config())

    n = len(images)
    x = np.reshape(images, (n, 784)).astype(np.float32) / 255
    wanted = np.eye(10, dtype=np.float32)[labels]
    reports = []
    step, right, seen = 0, 0, 0
    for epoch in range(epochs):
        for a in range(0, n, batch_size):
            b = min(a + batch_size, n)
            with tf.GradientTape() as tape:
                outputs = model(x[a:b])
                loss = tf.reduce_sum((outputs - wanted[a:b]) ** 2) / (b - a)
            slopes = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(slopes, model.trainable_variables))
            step += 1
            right += np.count_nonzero(np.argmax(outputs.numpy(), axis=1) == labels[a:b])
            seen += b - a
            if step % report_every == 0:
                reports.append((step, float(loss), right / seen))
                right, seen = 0, 0
    return reports
