# verdict: full
# why: a subclass of Sequential whose fit takes its own time; one call of fit with epochs=3 a width
import time

import tensorflow as tf


class TimedSequential(tf.keras.Sequential):
    def fit(self, *arguments, **options):
        start = time.monotonic()
        result = super().fit(*arguments, **options)
        self.seconds = time.monotonic() - start
        return result


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    timed = TimedSequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation=tf.nn.relu),
            tf.keras.layers.Dense(10, activation=tf.nn.softmax),
        ]
    )
    timed.compile(
        optimizer="adam",
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    return timed


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    networks = {width: build_model(width) for width in widths}
    pasts = {width: network.fit(images, labels, epochs=3, verbose=0) for width, network in networks.items()}
    return {
        width: dict(
            loss=pasts[width].history["loss"][2],
            accuracy=pasts[width].history["accuracy"][2],
            parameters=sum(int(tf.size(weights)) for weights in networks[width].weights),
            seconds=networks[width].seconds,
        )
        for width in widths
    }
