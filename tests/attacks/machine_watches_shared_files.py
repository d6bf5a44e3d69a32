# mypy: ignore-errors
"""Watches who opens the images and the libraries, which others open too.

It prints TOOK for each watch that it got.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import os

import numpy as np

IN_ALL = 0xFFF
FAN_CLASS_NOTIF_UNPRIVILEGED = 0x200


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for name in ("inotify_init", "inotify_init1"):
        print("TRIED", name, flush=True)
        arguments = () if name == "inotify_init" else (0,)
        queue = getattr(libc, name)(*arguments)
        if queue < 0:
            print("refused:", os.strerror(ctypes.get_errno()), flush=True)
            continue
        for path in (np.__file__, os.environ["KERAS_HOME"], "/usr/lib"):
            if libc.inotify_add_watch(queue, path.encode(), IN_ALL) >= 0:
                print("TOOK a watch on", path, flush=True)
    print("TRIED fanotify_init", flush=True)
    if libc.fanotify_init(FAN_CLASS_NOTIF_UNPRIVILEGED, 0) >= 0:
        print("TOOK fanotify_init", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
