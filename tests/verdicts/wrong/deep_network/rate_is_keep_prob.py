# verdict: less
# breaks: "`dropout` is the share of neurons that it **leaves out** in a step of training."
# keeps: everything else, and the network that it builds by default, where both shares are one half
# why: had the tutorial's keep_prob in mind and thought that the layer takes the share that is kept
import tensorflow as tf
from tensorflow.keras import layers


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    stack = [tf.keras.Input((784,))]
    for units in hidden:
        stack.append(layers.Dense(units, activation="relu"))
    stack.append(layers.Dropout(1 - dropout))
    stack.append(layers.Dense(10))
    model = tf.keras.Sequential(stack)
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    return model
