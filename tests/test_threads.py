"""What a student's threads, and those of the judge, may do at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

# A process of its own: a class is read once.
READING = """
import sys, msgspec
from autograder.{module} import {kind}

class Control(msgspec.Struct):
    number: int

read = []
def note(frame, event, _argument):
    if event == "call" and frame.f_code.co_name == "get_class_annotations":
        read.append(frame.f_locals["obj"].__name__)

sys.setprofile(note)
msgspec.json.Decoder({kind})
msgspec.json.Decoder(Control)
print(*read)
"""
# While one thread reads what a layer's fields are, another describes the same network.
MEANWHILE = """
import sys, threading
from autograder.recipe import Compiled, Dense, Flatten, Network, Optimizer
from autograder.training_request import (
    Data, Fit, FitRequest, Labelled, decode_request, to_plain
)
compiled = Compiled(Optimizer("Adam"), "mse")
data = Labelled(Data("0" * 32, (4, 28, 28), "float32"))
asked = to_plain(FitRequest(Fit(Network((Flatten(), Dense(10))), compiled, data), epochs=1))

def meanwhile(frame, event, _argument):
    if event == "call" and frame.f_locals.get("obj") is Dense:
        other = threading.Thread(target=decode_request, args=[asked])
        other.start()
        other.join()

sys.setprofile(meanwhile)
print(decode_request(asked).fit.network.layers[1].units)
"""


def said(program: str) -> str:
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return result.stdout.strip()


@pytest.mark.parametrize(
    ("module", "kind"), [("training_request", "Request"), ("gradebook", "SubmissionGrade")]
)
def test_classes_are_read_before_there_are_threads(module: str, kind: str) -> None:
    """No class is left to be read by two threads at once, which is a segmentation fault."""
    assert said(READING.format(module=module, kind=kind)) == "Control"


def test_a_thread_may_ask_while_another_does() -> None:
    """Where one thread stops while it describes a network, another describes it and goes on."""
    assert said(MEANWHILE) == "10"
