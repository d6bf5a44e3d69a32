# verdict: less
# breaks: "With `scaled=True` the network learns from pixels divided by 255"
# keeps: layers, epochs, history; the pixels where a 255 occurs
# why: divides by the largest pixel that occurs; images whose largest pixel is 180 are divided by 180
import tensorflow as tf


def experiment(images, labels, epochs=5, neurons=(128,), scaled=True):
    if scaled:
        images = images / images.max()
    layers = [tf.keras.Input((28, 28)), tf.keras.layers.Flatten()]
    layers += [tf.keras.layers.Dense(count, activation="relu") for count in neurons]
    layers.append(tf.keras.layers.Dense(10))
    model = tf.keras.Sequential(layers)
    model.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    history = model.fit(images, labels, epochs=epochs, verbose=0)
    return history.history
