# verdict: full
# why: a class that remembers steps and meter, a generator of slices, and a closure for the loss; the prompt asks only for the function train
import tensorflow as tf


class LoopTrainer:
    """Remembers how far a training is."""

    def __init__(self, model, optimizer, report_every):
        self.model, self.optimizer, self.report_every = model, optimizer, report_every
        self.step = 0
        self.hits = []  # True or False for each image since the last report
        self.reports = []

    def learn(self, rows, truth):
        wanted = tf.one_hot(truth, 10)
        with tf.GradientTape() as tape:
            outputs = self.model(rows)
            loss = tf.reduce_sum((outputs - wanted) ** 2) / len(truth)
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(list(zip(tape.gradient(loss, variables), variables)))
        self.step += 1
        self.hits += (outputs.numpy().argmax(axis=-1) == truth).tolist()
        if not self.step % self.report_every:
            self.reports.append((self.step, loss, sum(self.hits) / len(self.hits)))
            self.hits = []


def loop_slices(count, size, epochs):
    for _ in range(epochs):
        for first in range(0, count, size):
            yield slice(first, min(first + size, count))


# %%
def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    trainer = LoopTrainer(model, optimizer, report_every)
    for part in loop_slices(len(images), batch_size, epochs):
        rows = tf.reshape(tf.cast(images[part], tf.float32) / 255.0, [-1, 784])
        trainer.learn(rows, labels[part].astype("int32"))
    return trainer.reports
