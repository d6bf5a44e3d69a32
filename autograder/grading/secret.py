"""Keeps the secret that a class's grades are made with, and the seeds that come from it.

Each seed is one-way: nobody who knows one learns the secret or another seed. The secret is a file
beside the gradebook, made by the first run, and the gradebook names it by a digest: whoever has
both can make a grade again.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from autograder.wire.errors import UsageError

FILE = "secret"
SECRET_BYTES = 32
WRITTEN = re.compile(rb"[0-9a-f]{64}\n?")
NAME_BYTES = 8
SEED_BYTES = 4
# How many sets of given values there are. An answer that was written for one of them is wrong for
# the others, and what networks the sets ask for is trained once for a class.
GIVEN_SETS = 36


@dataclass(frozen=True, slots=True)
class Secret:
    """What students must not know, and what follows from it."""

    key: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """A digest by which a gradebook names it."""
        return self._derived("name", NAME_BYTES).hex()

    @property
    def trainer_seed(self) -> int:
        """The trainer's seed; one for all, so that what was trained for one is known for all."""
        return self._seed("trainer")

    def child_seed(self, slug: str) -> int:
        """What random generators beside student code start from: nothing else follows from it."""
        return self._seed(f"child {slug}")

    def hidden_seed(self, slug: str) -> int:
        """The seed of an exercise's hidden images, which the judge alone knows."""
        return self._seed(f"hidden {slug}")

    def given_seed(self, slug: str, number: int) -> int:
        """The seed of one set of values that an exercise's probes are given."""
        return self._seed(f"given {number} {slug}")

    def set_of(self, slug: str, digest: str) -> int:
        """Which set a submission of that digest gets."""
        return self._seed(f"set {slug} {digest}") % GIVEN_SETS

    def _seed(self, purpose: str) -> int:
        return int.from_bytes(self._derived(purpose, SEED_BYTES), "big") % 2**31

    def _derived(self, purpose: str, size: int) -> bytes:
        return hashlib.blake2b(purpose.encode(), digest_size=size, key=self.key).digest()


def fixed_secret(seed: int) -> Secret:
    """The secret of proofs, which come out the same wherever they are made; no secret at all."""
    return Secret(hashlib.sha256(f"proofs {seed}".encode()).digest())


def secret_in(folder: Path) -> Secret:
    """The secret in a folder, which is made where there is none; raises `UsageError`."""
    path = folder / FILE
    draft = folder / f".{FILE}.{os.getpid()}-{secrets.token_hex(NAME_BYTES)}.draft"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(secrets.token_hex(SECRET_BYTES).encode() + b"\n")
            _put_in_place(draft, path)
    except OSError as error:
        raise UsageError(
            f"The secret {path}, which grades are made with, cannot be written:"
            f" {error.strerror or error}. Choose another folder, or see to that."
        ) from error
    return read_secret(path)


def _put_in_place(draft: Path, path: Path) -> None:
    """Gives a file its name, unless another run was first; no run ever sees half a secret."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # Without links, two runs that begin in a new folder at one moment would both replace it.
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_secret(path: Path) -> Secret:
    """The secret in a file; raises `UsageError` where it holds none."""
    try:
        written = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"The secret {path}, which grades are made with, cannot be read:"
            f" {error.strerror or error}. Restore a copy; without one, `autograder grade` makes"
            " another, with which all is graded again."
        ) from error
    if not WRITTEN.fullmatch(written):
        raise UsageError(
            f"The secret {path}, which grades are made with, is damaged; restore a copy, or delete"
            " it: all is then graded again with a new one."
        )
    return Secret(bytes.fromhex(written.decode()))
