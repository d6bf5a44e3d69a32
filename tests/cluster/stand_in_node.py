"""What a worker of a test's cluster loads first: exercises, a zygote and a trainer without Keras.

All else is as it always is. The sandbox is said to be the one that a cluster asks for.
"""

from __future__ import annotations

from typing import Any

from autograder.sandbox import tiers
from autograder.sandbox.launch import Sandbox
from autograder.wire.tier import FULL
from tests.stand_in_course import install


def dask_setup(_worker: object) -> None:
    """Called by Dask in the worker's process, before it imports anything of ours."""
    modules: Any = tiers
    modules.choose_sandbox = lambda **_options: Sandbox(FULL)
    install(Sandbox(FULL))
