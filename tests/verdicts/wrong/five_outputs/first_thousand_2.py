# verdict: less
# breaks: "calls fit with all the images and labels"; only the first thousand are used
# keeps: the network, returning the caught object, and outputs_needed
# why: the error comes at once anyway, so why wait for 60,000 images
import tensorflow as tf


def error_with_five_outputs(images, labels):
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(64, activation="relu"))
    model.add(tf.keras.layers.Dense(5, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    caught = None
    try:
        model.fit(images[:1000], labels[:1000], verbose=0)
    except tf.errors.InvalidArgumentError as error:
        caught = error
    return caught


def outputs_needed(labels):
    return int(max(labels)) + 1
