# mypy: ignore-errors
"""Returns results that contain themselves, raise when they are read, and are far too many.

Success would be a report that cannot be written, or a check that fails itself.
Verdict: neurons: finished, 0 points
"""

import tensorflow as tf


class Raising(dict):
    def items(self):
        raise KeyError("no items")

    def __repr__(self):
        raise SystemExit("no words")


class Number(float):
    def __float__(self):
        raise ZeroDivisionError

    __repr__ = __str__ = __float__


def build_model(neurons):
    print("TRIED hostile values", flush=True)
    return tf.keras.Model


def compare_widths(widths, images, labels):
    loop = []
    loop.append(loop)
    deep = {}
    for _ in range(10_000):
        deep = {"deep": deep}
    odd = {"loss": Number(1), "accuracy": 10**400, "parameters": complex(1, 1), "seconds": loop}
    return {256: odd, 16: deep, "16": Raising(), Number(2): "\ud800\x00", None: float("nan")}
