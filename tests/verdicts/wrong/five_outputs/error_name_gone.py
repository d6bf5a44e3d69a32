# verdict: less
# breaks: must return the exception that training raises; `err` is deleted when the block ends, so the function itself raises UnboundLocalError
# keeps: outputs_needed is right
# why: return stands one level too far to the left
# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def five_net():
    net = Sequential([Flatten(), Dense(64, activation="relu"), Dense(5, activation="softmax")])
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return net


# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = five_net()
    try:
        net.fit(images, labels, verbose=0)
    except Exception as err:
        print("There was an error:", type(err))
    return err


# %%
def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    top = 0
    for n in labels:
        top = max(top, int(n))
    return top + 1
