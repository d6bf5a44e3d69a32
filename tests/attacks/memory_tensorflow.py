# mypy: ignore-errors
"""Has TensorFlow allocate tensors until there is no memory.

Success would be that it gets more than its limit.
Verdict: more_layers: out of memory or finished or crashed, 0 points
"""

import tensorflow as tf


def build_deeper_model():
    print("TRIED to grow in C++", flush=True)
    kept = []
    while True:
        kept.append(tf.ones((2**22,)) + len(kept))
