"""Has TensorFlow run each operation as it is.

TensorFlow makes each operation a function of its own first, which goes through all that is done to
graphs: nearly half of what a child costs. The trainer gains by the same.

This reaches into a private part of TensorFlow; where that is called otherwise, nothing is changed.
"""

from __future__ import annotations

import contextlib
import functools
from typing import Any


def run_operations_alone() -> None:
    """Changes TensorFlow for the life of the process; runs no operation.

    An operation outside graphs is then run as it is; TensorFlow did that until version 2.9. Errors
    name no function that nobody wrote, and Softmax may differ in its last bit.
    """
    with contextlib.suppress(ImportError, AttributeError):
        from tensorflow.python import pywrap_tfe

        original = pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction

        @functools.wraps(original)
        def set_run_eager_op_as_function(options: Any, _enable: bool) -> None:
            original(options, False)

        pywrap_tfe.TFE_ContextOptionsSetRunEagerOpAsFunction = set_run_eager_op_as_function
