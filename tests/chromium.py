"""The browser that tests look into, or the reason why they cannot."""

from __future__ import annotations

import os
import shutil

import pytest


def find_chromium() -> str:
    """The browser on PATH; skips the test where there is none, and fails it in CI."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None and os.environ.get("CI"):
        pytest.fail("no browser on PATH, and CI must look at the pages; install chromium")
    if program is None:
        pytest.skip("no browser on PATH; install the package chromium")
    return program
