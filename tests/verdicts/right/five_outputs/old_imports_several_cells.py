# verdict: full
# why: old import style and input_shape (only a warning in Keras 3); several cells, running maximum by hand
# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    m = Sequential()
    m.add(Flatten(input_shape=(28, 28)))
    m.add(Dense(64, activation="relu"))
    m.add(Dense(5, activation="softmax"))
    m.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    try:
        m.fit(images, labels)
    except tf.errors.InvalidArgumentError as err:
        return err


# %%
err = error_with_five_outputs(train_images[:100], train_labels[:100])
print(type(err))

# %% [markdown]
"""
"Received a label value of 9 which is outside the valid range of [0, 5)": the label 9 needs a tenth
output, because the outputs are counted from 0.
"""


# %%
def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    needed = 1
    for label in labels:
        if int(label) + 1 > needed:
            needed = int(label) + 1
    return needed


# %%
print(outputs_needed([0, 1, 1, 0]), outputs_needed([7]))
