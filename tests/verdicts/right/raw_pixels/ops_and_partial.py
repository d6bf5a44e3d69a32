# verdict: full
# why: keras.ops for the scaling, a partial for the training, min-max by 0 and 255; several cells, verbose left on
# %%
import functools

import keras
import tensorflow as tf

# %%
def ran(pixels, labels, *, make, epochs):
    keras.utils.set_random_seed(8)
    return make().fit(pixels, labels, epochs=epochs).history["loss"]


def usual():
    net = keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(128),
            keras.layers.Activation("relu"),
            keras.layers.Dense(10),
            keras.layers.Softmax(),
        ]
    )
    net.compile(optimizer=keras.optimizers.Adam(), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


three = functools.partial(ran, make=usual, epochs=3)

# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    pixels = keras.ops.cast(keras.ops.convert_to_tensor(images), "float32")
    small = keras.ops.divide(pixels, 255.0)
    answer = dict.fromkeys(["raw", "scaled"])
    answer["raw"] = three(keras.ops.convert_to_numpy(pixels), labels)
    answer["scaled"] = three(keras.ops.convert_to_numpy(small), labels)
    return answer
