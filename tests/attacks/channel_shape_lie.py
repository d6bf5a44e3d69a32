# mypy: ignore-errors
"""Reports an array whose shape says that it has 2**62 numbers.

Success would be a judge that makes room for them.
Verdict: first_prediction: output too large, 0 points
"""

import contextlib
import os
import stat
import struct
import time

import numpy as np
import safetensors.numpy


def channel():
    for descriptor in range(3, 256):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
    raise LookupError("there is no channel")


def predicted_class(model, images):
    tree = b'{"$map": [["kind", "report"], ["probe", "ask"], ["report", {"$array": ["0", [%d]]}]]}'
    tree %= 2**62
    arrays = safetensors.numpy.save({"0": np.zeros(4)})
    body = struct.pack(">I", len(tree)) + tree + arrays
    print("TRIED a shape that is not so", flush=True)
    os.write(channel(), struct.pack(">Q", len(body)) + body)
    time.sleep(60)


def class_probabilities(model, images):
    return None
