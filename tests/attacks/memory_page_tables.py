# mypy: ignore-errors
"""Touches one page in every two megabytes of mappings that hold nothing: only page tables grow.

It prints TOOK where they take more than its memory.
Verdict: first_prediction: finished or out of memory, at most 12 points
"""

import mmap
import re
from pathlib import Path

import numpy as np

KEPT = []
TABLES = re.compile(r"VmPTE:\s*(\d+) kB")


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    print("TRIED to grow page tables", flush=True)
    for _ in range(3000):
        flags = mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | 0x4000  # MAP_NORESERVE
        KEPT.append(mmap.mmap(-1, 2**33, flags=mmap.MAP_PRIVATE | flags & ~1, prot=mmap.PROT_READ))
        np.frombuffer(KEPT[-1], np.uint8)[:: 2**21].sum()
        tables = int(TABLES.search(Path("/proc/self/status").read_text())[1])
        if tables > 1_000_000:
            print("TOOK", tables, "kB", flush=True)
            break
    while True:
        pass
