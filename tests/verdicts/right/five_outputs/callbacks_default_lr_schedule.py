# verdict: full
# why: the usual network; the optimiser has a schedule
import tensorflow as tf

def error_with_five_outputs(images, labels):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(64, activation="relu"),
        tf.keras.layers.Dense(5, activation="softmax")])
    rate = tf.keras.optimizers.schedules.ExponentialDecay(1e-3, 1000, 0.9)
    model.compile(optimizer=tf.keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels)
    except tf.errors.InvalidArgumentError as error:
        return error

def outputs_needed(labels):
    return int(max(labels)) + 1
