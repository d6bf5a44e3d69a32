# mypy: ignore-errors
"""Unpacks in memory what is tiny when packed.

Success would be that it gets more than its limit.
Verdict: first_prediction: out of memory or timed out, 0 points
"""

import zlib


def predicted_class(model, images):
    print("TRIED to unpack", flush=True)
    packed = zlib.compress(b"\0" * 2**26)
    kept = [zlib.decompress(packed) for _ in range(100)]
    return len(kept)


def class_probabilities(model, images):
    return None
