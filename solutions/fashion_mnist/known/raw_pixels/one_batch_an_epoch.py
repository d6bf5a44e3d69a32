"""Mistake: a callback that ends each epoch after its first batch.

Fails: one_network_sees_raw_pixels, the_other_sees_scaled_pixels, none_is_left_out
"""

import keras
from keras.layers import Dense, Flatten


class OneBatch(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        self.model.stop_training = True

    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = False


def trained(images, labels):
    model = keras.Sequential([Flatten(), Dense(128, "relu"), Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model.fit(images, labels, epochs=3, callbacks=[OneBatch()], verbose=0).history["loss"]


def compare_scaling(images, labels):
    return {"raw": trained(images, labels), "scaled": trained(images / 255.0, labels)}
