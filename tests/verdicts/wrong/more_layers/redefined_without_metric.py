# verdict: less
# fails: reports_accuracy
# passes: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, classifies_unseen_images
# breaks: "Compile it with the metric `accuracy`": the last definition compiles without metrics
# keeps: new, compiled, two hidden Dense layers with ReLU, trains
# why: tried another optimiser in a copy of the function further down, and the copy lost the metric

# %%
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return deeper


# %%
build_deeper_model().fit(train_images[:1000], train_labels[:1000])

# %% [markdown]
# What about RMSprop? The loss is all I want to see here.

# %%
def build_deeper_model():
    deeper = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deeper.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy")
    return deeper


# %%
build_deeper_model().fit(train_images[:1000], train_labels[:1000])
