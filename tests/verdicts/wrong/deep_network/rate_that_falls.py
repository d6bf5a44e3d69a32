# verdict: less
# breaks: "The optimiser is **Adam**, and learns at the rate `learning_rate`"
# keeps: layers, dropout, loss, and the rate of the first steps
# why: adds a schedule that lets the rate fall by a tenth every hundred steps, as another tutorial does; only the very first step has the rate that was asked for
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    layers = [tf.keras.Input((784,))]
    layers += [tf.keras.layers.Dense(width, activation="relu") for width in hidden]
    layers += [tf.keras.layers.Dropout(dropout), tf.keras.layers.Dense(10)]
    model = tf.keras.Sequential(layers)
    schedule = tf.keras.optimizers.schedules.ExponentialDecay(
        learning_rate, decay_steps=100, decay_rate=0.9
    )
    model.compile(
        optimizer=tf.keras.optimizers.Adam(schedule),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model
