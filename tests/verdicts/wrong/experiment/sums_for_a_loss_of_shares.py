# verdict: less
# breaks: "and a `Dense` layer with ten outputs of the kind that your loss expects"
# keeps: hidden layers with ReLU in order, scaling, one fit, the history
# why: forgot softmax; the loss by its name expects probabilities, and gets plain sums
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    factor = 255.0 if scaled else 1.0
    layers = [tf.keras.layers.Flatten(input_shape=(28, 28))]
    layers += [tf.keras.layers.Dense(n, activation="relu") for n in neurons]
    layers += [tf.keras.layers.Dense(10)]
    model = tf.keras.models.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    history = model.fit(images / factor, labels, epochs=epochs, batch_size=32, verbose=0)
    return history.history
