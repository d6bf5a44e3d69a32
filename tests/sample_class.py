"""Known right and wrong work into a class of notebooks whose verdicts are known beforehand.

A rehearsal of grading: the tests grade such a class and compare every verdict, `make demo` grades
one that is shipped, and the bench grades larger ones. Each notebook is the one students open, with
the stubs replaced by specimens and with the plots, magics and experiments of a real student.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import nbformat

from autograder.course import Course
from autograder.grading.plan import prepare_exercise
from autograder.notebooks.build import build_notebook
from autograder.proofs.specimens import Specimen, read_specimens

Answers = Mapping[str, Specimen]

# What students leave in their notebooks: none of it may slow or fail grading.
EXPERIMENTS = (
    "%matplotlib inline\n!pip install seaborn\nimport seaborn as sns",
    "%%time\nmodel.fit(train_images, train_labels, epochs=30)",
    "name = input('What is your name? ')\nprint('Hello', name)",
    "plt.plot(history.history['loss'])\nplt.show()",
    "for width in (16, 64, 4096):\n    print(width, 784 * width)",
    "model.evaluate(test_images, test_labels)",
    "this cell was never finished (",
    "%%bash\nls -la",
)


@dataclass(frozen=True, slots=True)
class SampleStudent:
    """One made-up student: the answer to each exercise, and a notebook that holds them."""

    name: str
    answers: Answers
    notebook: str


def read_shelf(course: Course, assignment: str) -> dict[str, list[Specimen]]:
    """All specimens of an assignment, by exercise: reference, stub, mistakes, variants."""
    slugs = course.table.assignments[assignment].exercises
    return {
        slug: read_specimens(course, assignment, prepare_exercise(course, assignment, slug))
        for slug in slugs
    }


def everyone(course: Course, assignment: str) -> list[SampleStudent]:
    """The smallest class in which every specimen of every exercise occurs.

    One student hands in all references, one all stubs, one every exercise's first mistake, and so
    on; where an exercise has no more mistakes or variants, its reference stands in.
    """
    shelf = read_shelf(course, assignment)
    classes = {
        "reference": [[specimens[0]] for specimens in shelf.values()],
        "stub": [[specimens[1]] for specimens in shelf.values()],
        "mistakes": [_named(specimens, "mistake") for specimens in shelf.values()],
        "variants": [_named(specimens, "accepted") for specimens in shelf.values()],
    }
    handout = build_notebook(course, assignment)
    students = []
    for kind, columns in classes.items():
        for number, row in enumerate(zip_longest(*columns), start=1):
            answers = {
                slug: specimen or shelf[slug][0] for slug, specimen in zip(shelf, row, strict=True)
            }
            students.append(make_student(handout, f"{kind}-{number:02}", answers))
    return students


def mixed(course: Course, assignment: str, names: Sequence[str], seed: int) -> list[SampleStudent]:
    """A class like a real one: mostly right answers, some mistakes, some exercises not done."""
    shelf = read_shelf(course, assignment)
    handout = build_notebook(course, assignment)
    generator = random.Random(seed)  # noqa: S311 - a made-up class, not a secret
    students = []
    for name in names:
        diligence = generator.uniform(0.2, 1.0)
        answers = {slug: _pick(shelf[slug], diligence, generator) for slug in shelf}
        experiments = generator.sample(EXPERIMENTS, k=generator.randint(0, 4))
        students.append(make_student(handout, name, answers, experiments))
    return students


def make_student(
    handout: str,
    name: str,
    answers: Answers,
    experiments: Sequence[str] = EXPERIMENTS,
) -> SampleStudent:
    """A student whose notebook is the text `handout` with these answers in place of the stubs."""
    notebook = nbformat.reads(handout, as_version=4)
    for slug, specimen in answers.items():
        # The prompt is an exercise's first cell, its stub the second.
        (cell,) = [cell for cell in notebook.cells if cell["id"] == f"{slug}-2"]
        cell["source"] = specimen.source.strip()
        (why,) = [cell for cell in notebook.cells if cell["id"] == f"{slug}-why"]
        why["source"] = why["source"].rsplit("\n", 1)[0] + f"\nI tried this: {specimen.name}."
    introduction = [cell for cell in notebook.cells if cell["id"].startswith("introduction")]
    extra = [
        nbformat.v4.new_code_cell(text, id=f"tried-{number}")
        for number, text in enumerate(experiments, start=1)
    ]
    place = len(introduction)
    notebook.cells[place:place] = extra
    return SampleStudent(name, answers, str(nbformat.writes(notebook)) + "\n")


def _named(specimens: Sequence[Specimen], kind: str) -> list[Specimen]:
    return [specimen for specimen in specimens if specimen.name.startswith(kind)]


def _pick(specimens: Sequence[Specimen], diligence: float, generator: random.Random) -> Specimen:
    reference, stub = specimens[:2]
    if generator.random() < diligence:
        return generator.choice([reference, *_named(specimens, "accepted")])
    return generator.choice([stub, *_named(specimens, "mistake")])
