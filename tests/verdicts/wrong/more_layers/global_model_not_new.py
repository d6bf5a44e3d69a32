# verdict: less
# fails: has_two_hidden_layers
# why: the same global model each time; the prompt wants a new one
import tensorflow as tf

deeper = tf.keras.Sequential([
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(512, activation='relu'),
    tf.keras.layers.Dense(256, activation='relu'),
    tf.keras.layers.Dense(10, activation='softmax'),
])
deeper.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])


def build_deeper_model():
    return deeper
