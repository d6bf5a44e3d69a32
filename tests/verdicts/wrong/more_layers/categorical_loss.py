# verdict: less
# fails: classifies_unseen_images
# passes: has_two_hidden_layers, hidden_layers_have_activations
# breaks: the grader trains with "the labels 0 to 9": categorical_crossentropy wants one-hot labels, so fit raises
# keeps: new, compiled with accuracy, two hidden Dense layers with ReLU
# why: took the loss from a tutorial with to_categorical

# %%
from dataclasses import dataclass, field

import tensorflow as tf


@dataclass
class Plan:
    widths: list = field(default_factory=lambda: [512, 256])
    loss: str = "categorical_crossentropy"
    optimizer: str = "adam"


plan = Plan()

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential([tf.keras.layers.Flatten()])
    for width in plan.widths:
        deeper.add(tf.keras.layers.Dense(width, activation="relu"))
    deeper.add(tf.keras.layers.Dense(10, activation="softmax"))
    deeper.compile(optimizer=plan.optimizer, loss=plan.loss, metrics=["accuracy"])
    return deeper


# %%
build_deeper_model().summary()
