# verdict: full
# why: a callback of its own collects the loss at each epoch's end instead of reading History; the same numbers
import tensorflow as tf


class LossDiary(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(float(logs["loss"]))


def train_with_diary(pixels, labels):
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(128, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile("adam", "sparse_categorical_crossentropy")
    diary = LossDiary()
    net.fit(pixels, labels, epochs=3, callbacks=[diary], verbose=0)
    return diary.losses


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raw = train_with_diary(images.copy(), labels)
    scaled = train_with_diary(images.astype("float32") / 255, labels)
    return dict(raw=raw, scaled=scaled)
