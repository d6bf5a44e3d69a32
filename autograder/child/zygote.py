"""A warm process in the sandbox that forks a child for the jobs of a submission; started by `run`.

It imports TensorFlow once and does nothing else with it: a child forked after a single operation in
the parent would hang. It never holds evidence, truth or student code; those pass between the judge
and the child alone, on a channel that the judge made.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from autograder.child.main import run
from autograder.isolation.cleanup import clear
from autograder.isolation.forking import fork_for_each
from autograder.isolation.hardening import close_files, settle
from autograder.wire.dataset import in_home, linked_home, load, take_parts_of_data_sets
from autograder.wire.protocol import Ready, packet
from autograder.wire.tensorflow_speedups import run_operations_alone
from autograder.wire.tier import UID


def serve(control: socket.socket, keras_home: Path, *, tier: str, readable: Sequence[str]) -> None:
    """Forks a child for each `Start` until the judge hangs up; see `wire.protocol`.

    `keras_home` holds the images that `load_data()` is to return. `readable` is all that may be
    read in the tier `uid`.
    """
    temporary = Path(os.environ["TMPDIR"])
    settle()
    if tier == UID:
        close_files(readable, [str(temporary)])
    _clean(tier, temporary, keras_home)
    # A third of the time that importing takes goes into looking for garbage.
    gc.disable()
    import keras  # noqa: F401
    import matplotlib.pyplot  # noqa: F401 - many functions plot; importing it in each child costs more
    import tensorflow  # noqa: F401

    run_operations_alone()
    take_parts_of_data_sets()
    images = {path.name: load(path) for path in in_home(keras_home)}
    gc.collect()
    gc.freeze()
    control.send(packet(Ready()))

    def work(channel: int, output: int) -> NoReturn:
        run(socket.socket(fileno=channel), output, images, str(temporary))

    fork_for_each(
        control,
        work,
        tier=tier,
        temporary=temporary,
        clean=partial(_clean, tier, temporary, keras_home),
    )


def _clean(tier: str, temporary: Path, keras_home: Path) -> None:
    """Leaves nothing of one child to the next, and Keras's own folder as it must be."""
    clear(tier, temporary)
    # Writable, as Keras wants it, with images that nobody can write to.
    own = temporary / "keras"
    own.mkdir()
    linked_home(in_home(keras_home), own)


if __name__ == "__main__":
    name, folders, images_folder, descriptor = sys.argv[1:]
    serve(
        socket.socket(fileno=int(descriptor)),
        Path(images_folder),
        tier=name,
        readable=folders.split(os.pathsep),
    )
