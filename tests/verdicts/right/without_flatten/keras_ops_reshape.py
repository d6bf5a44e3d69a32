# verdict: full
# why: imports keras itself, and keras.ops.reshape on a symbolic tensor takes the place of Flatten in the repaired model
import keras
from keras import layers, ops


def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    network = keras.models.Sequential()
    network.add(layers.Dense(64))
    network.add(layers.ReLU())
    network.add(layers.Dense(10))
    network.add(layers.Softmax())
    network.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy())
    try:
        network.fit(images, labels, epochs=3, verbose=0)
        return None
    except Exception as exception:
        print("Keras says:", str(exception)[:200])
        return exception


def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    pictures = keras.Input(shape=(28, 28))
    rows = ops.reshape(pictures, (-1, 28 * 28))
    hidden = layers.Dense(64, activation="relu")(rows)
    repaired = keras.Model(pictures, layers.Dense(10, activation="softmax")(hidden))
    repaired.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return repaired
