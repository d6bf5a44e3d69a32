# mypy: ignore-errors
"""Has timers that would wake the machine from sleep, or run by a clock that somebody sets.

It prints TOOK for each that would.
Verdict: first_prediction: finished, 12 points
"""

import ctypes

import numpy as np

REALTIME_ALARM, BOOTTIME_ALARM = 8, 9


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for clock in (REALTIME_ALARM, BOOTTIME_ALARM):
        print("TRIED clock", clock, flush=True)
        made = ctypes.c_void_p()
        if libc.timerfd_create(clock, 0) >= 0:
            print("TOOK a descriptor of clock", clock, flush=True)
        if libc.timer_create(clock, None, ctypes.byref(made)) == 0:
            print("TOOK a timer of clock", clock, flush=True)
    for set_ in ("clock_settime", "settimeofday", "stime"):
        call = getattr(libc, set_, None)
        if call is not None and call(0, ctypes.byref(ctypes.create_string_buffer(16))) == 0:
            print("TOOK the time", set_, flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
