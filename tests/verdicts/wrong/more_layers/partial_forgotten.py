# verdict: less
# fails: hidden_layers_have_activations
# passes: has_two_hidden_layers, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "Every hidden layer needs an activation function": the second one is a bare Dense(256)
# keeps: new, compiled, two Dense layers between Flatten and output, accuracy, trains
# why: made a partial with ReLU and used it for the first hidden layer only

# %%
from functools import partial

import tensorflow as tf

Dense = tf.keras.layers.Dense
Hidden = partial(Dense, activation="relu")

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deep = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            Hidden(512),
            Dense(256),
            Dense(10, activation="softmax"),
        ]
    )
    deep.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deep


# %%
deep = build_deeper_model()
deep.fit(train_images[:500], train_labels[:500], epochs=1)
