# mypy: ignore-errors
"""Returns a dictionary whose items never end.

Success would be a report that is read without end.
Verdict: neurons: timed out or out of memory, 0 points
"""

import itertools

import tensorflow as tf


class Endless(dict):
    def items(self):
        print("TRIED endless items", flush=True)
        return ((number, number) for number in itertools.count())


def build_model(neurons):
    return tf.keras.Model


def compare_widths(widths, images, labels):
    return Endless()
