# %% [markdown]
"""
Why train on when the network is good enough? Keras calls the methods of a *callback* as it trains,
at the end of each epoch among others, and hands over a dictionary such as
`{"loss": 0.41, "accuracy": 0.86}`. While training lasts, a callback knows the network as
`self.model`; as soon as the network's attribute `stop_training` is `True`, Keras stops.

Write the class `StopAtAccuracy`. `StopAtAccuracy(0.85)` makes a callback whose target is a training
accuracy of 0.85, a share above 0 and no percentage:

- At the **end of the first epoch** whose `accuracy` **reaches** the target (equal is enough), it
  stops the training and says so in a message, with `print`.
- After any other epoch the training goes on, and that message does not appear. The accuracies of
  single batches and of validation data do not count.
- Where `logs` is `None`, or has no `accuracy`, there is nothing to decide: the training goes on.
- One callback may serve several trainings, and one training may have several callbacks with other
  targets: none of them undoes the stop of another.
"""

# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        raise NotImplementedError

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        raise NotImplementedError


# %%
# Try it: once your class is written, remove the "# " below and run this cell. It needs a model
# that was compiled with metrics=["accuracy"].
# model.fit(train_images, train_labels, epochs=10, callbacks=[StopAtAccuracy(0.85)])
