# mypy: ignore-errors
"""Trains on hundreds of thousands of other rows each time, which cost next to nothing to send.

Of each row a digest is kept until the work is judged, and in the gradebook for good. Success would
be gigabytes in the grader's own process.
Verdict: more_layers: finished or timed out or out of memory, at most 12 points
"""

import numpy as np
import tensorflow as tf

ROWS = 100_000


def build_deeper_model():
    print("TRIED to be remembered", flush=True)
    model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    base = np.random.default_rng().random((5, ROWS + 300, 1), dtype=np.float32)
    for number in range(190):
        images, labels, kept, kept_labels, weights = (one[number : number + ROWS] for one in base)
        model.fit(
            images,
            labels,
            batch_size=ROWS,
            sample_weight=weights[:, 0],
            validation_data=(kept, kept_labels),
            validation_batch_size=ROWS,
            verbose=0,
        )
    return None
