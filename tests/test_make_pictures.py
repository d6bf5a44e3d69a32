"""What `scripts/make_pictures.py` draws of made-up grades."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray
from PIL import Image

from autograder.grading.gradebook import Gradebook
from tests.chromium import find_chromium
from tests.grades import made_up_class, whole_grade

SCRIPT = Path(__file__).parent.parent / "scripts" / "make_pictures.py"


@pytest.mark.slow
def test_pictures_of_a_graded_class(tmp_path: Path) -> None:
    """Each page is drawn in light and in dark, alike but for their colours."""
    find_chromium()
    with Gradebook(tmp_path / "grades" / "gradebook.sqlite") as gradebook:
        for grade in (*made_up_class(5), whole_grade("ada", 0.5)):
            gradebook.record(grade, "key")
    main = runpy.run_path(str(SCRIPT))["main"]
    out = tmp_path / "pictures"
    arguments = ["--grades", str(tmp_path / "grades"), "--out", str(out)]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    for name in ("student_page", "class_page", "proposal_page"):
        light, dark = (brightness(out / f"{name}{ending}.png") for ending in ("", "_dark"))
        assert light.shape == dark.shape
        assert len(light) > 500
        assert light[0, 0] > 200
        assert dark[0, 0] < 50
        assert light.min() < 64  # both have ink
        assert dark.max() > 192


def brightness(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as image:
        return np.asarray(image.convert("L"))
