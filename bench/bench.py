"""Prints how this grader compares with `otter run`, and where its time goes.

Everything is measured in one run on one machine and printed as a ratio, because absolute times on
shared cores say little. Takes about ten minutes.

The class is 200 students of `sample_class.mixed` under a fixed seed. Each has a diligence, drawn
evenly from 0.2 to 1. With that probability an answer is right, and is the exercise's reference or
one of its accepted variants, all alike; otherwise it is the untouched stub or one of the known
mistakes. So six of ten answers are right, as in the first weeks of a course. Real students choose
freely where an exercise lets them, so a real class repeats itself somewhat less than this one.

Otter gets students of the same class, without the experiments that students leave in notebooks and
without the handout's own checks: it would run them, pip and all, and ask its questions twice.
Processor time is that of all processes, read while they still live.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec
import nbformat
from class_side import bench_classes
from cluster_side import bench_cluster
from meter import Cost, Meter, memory_mb
from otter_side import otter_seconds

from autograder.course import Course, find_course
from autograder.grading.grade import grade_source
from autograder.grading.grade_class import grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, make_plan, make_setup
from autograder.grading.secret import fixed_secret
from autograder.notebooks.build import build_notebook
from autograder.notebooks.otter_zip import write_otter_zip
from autograder.proofs.selfcheck import problems_with
from autograder.records import SubmissionGrade
from autograder.report.files import student_page
from autograder.report.pages import write_student_page
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.intake import find
from autograder.supervision.runner import Runner, Setup
from autograder.training.training_store import Statistics, TrainingStore
from tests.corpus import Work, graded
from tests.sample_class import SampleStudent, make_student, mixed, read_shelf
from tests.traced_works import works

ROOT = Path(__file__).parent.parent
SEED = 20_170_825
CLASS_SIZE = 200
WARM_RUNS = 5
FEW = 40
WINDOW = 10
OTTER_PUPILS = 6
AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class ClassRun:
    """A graded class: its cost, the store after each quarter, and verdicts other than expected."""

    cost: Cost
    store: tuple[Statistics, ...]
    wrong: tuple[str, ...]


def main() -> None:
    course = find_course(ROOT)
    name, _table = course.assignment("fashion_mnist")
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        students = mixed(
            course, name, [f"student-{number:03}" for number in range(CLASS_SIZE)], SEED
        )
        handout = without_checks(build_notebook(course, name))
        shelf = read_shelf(course, name)
        references = {slug: specimens[0] for slug, specimens in shelf.items()}
        reference = write_class(
            folder / "one", [make_student(handout, "reference", references, ())]
        )

        say_class(students)
        bench_one(course, name, reference, folder / "store-of-one")
        bench_traced(course, name, folder / "store-of-traced")
        whole = bench_class(course, name, students, folder)
        sample = [make_student(handout, p.name, p.answers, ()) for p in students[:OTTER_PUPILS]]
        bench_classes(say)
        bench_cluster(say)
        zipped = write_otter_zip(course, name, folder / "otter")
        bench_otter(zipped, reference, write_class(folder / "sample", sample), whole)


# ---- what is measured and printed ---------------------------------------------------------------


def say_class(students: Sequence[SampleStudent]) -> None:
    """What the class is made of."""
    kinds = Counter(
        specimen.name.split(":")[0] for student in students for specimen in student.answers.values()
    )
    different = {(s, specimen.name) for p in students for s, specimen in p.answers.items()}
    total = sum(kinds.values())
    shares = ", ".join(f"{kind} {count / total:.0%}" for kind, count in kinds.most_common())
    print(f"{len(students)} students, {total} answers of {len(different)} kinds: {shares}")


def bench_one(course: Course, name: str, reference: Path, store: Path) -> None:
    """One reference submission on a warm worker, with an empty store and with a full one."""
    plan, setup, training_store = plan_of(course, name, store)
    # The same networks under other seeds: everything is warm, and no training is known.
    other, _setup, _store = plan_of(course, name, store, seed=SEED + 1)
    (source,) = find([reference], plan.slugs, store).sources
    runner = Runner(setup)
    with closing(runner):
        started = time.monotonic()
        runner.warm()
        say("a worker is warm after", time.monotonic() - started, "s (at most 6)")

        def grade(plan: Plan) -> SubmissionGrade:
            grade = grade_source(source, plan, runner)
            write_page(grade, store.with_name("out-one"))
            return grade

        grade(other)
        cold = measured(lambda: grade(plan), plan, training_store, times=1)
        warm = measured(lambda: grade(plan), plan, training_store, times=WARM_RUNS)
    say("one reference, cold store: CPU", cold.cpu, f"s, {cold.training:.1f} s of it training")
    ratio("  CPU of all / of training (at most 1.3)", cold.cpu, cold.training)
    say("one reference, warm store: CPU", warm.cpu, "s (at most 1.5)")
    say("one reference, warm store: wall", warm.wall, "s")


def bench_traced(course: Course, name: str, store: Path) -> None:
    """Answers that train by recipe, and the same with layers of their own, which are traced."""
    traced = {slug: source for slug, kind, source in works() if kind == "own_layers"}
    usual = {slug: course.solution_path(name, slug).read_text("utf-8") for slug in traced}
    _plan, setup, training_store = plan_of(course, name, store)
    # Grading one of each starts all processes.
    first, *rest = traced
    with closing(Runner(setup)) as runner:
        for source in (usual[first], traced[first]):
            grade_answer(first, source, runner)
        costs = []
        for kind, answers in (("by recipe", usual), ("traced", traced)):
            for words in ("cold", "warm"):
                meter = Meter(training_store)
                for slug in rest:
                    grade_answer(slug, answers[slug], runner)
                costs.append(meter.cost())
                cpu = costs[-1].cpu / len(rest)
                say(f"an answer {kind}, {words} store: CPU", cpu, "s")
    ratio("  traced / by recipe, cold store", costs[2].cpu, costs[0].cpu)


def bench_class(
    course: Course, name: str, students: Sequence[SampleStudent], folder: Path
) -> ClassRun:
    """The class with an empty store, and a part of it with a full one."""
    plan, _setup, training_store = plan_of(course, name, folder / "store")
    class_folder = write_class(folder / "class", students)
    whole = grade_all(plan, training_store, class_folder, students, jobs=AT_ONCE)
    count, cost = len(students), whole.cost
    say(f"class of {count}, cold store, {AT_ONCE} workers: wall", cost.wall, "s")
    say("  a submission: wall", cost.wall / count, "s")
    say("  a submission: CPU", cost.cpu / count, f"s, {cost.training / count:.2f} s training")
    ratio("  CPU of all / of training", cost.cpu, cost.training)
    for part, store in enumerate(whole.store, start=1):
        rate = store.hits / max(store.hits + store.misses, 1)
        print(
            f"  after {part * count // len(whole.store):3}: {store.entries:5} trainings stored,"
            f" {store.megabytes:6.1f} MB, {rate:4.0%} of those asked for looked up"
        )
    print(f"  verdicts other than expected: {'; '.join(whole.wrong) or 'none'}")

    few = write_class(folder / "few", students[:FEW])
    one, growth = steady(plan, few, jobs=1)
    two, _growth = steady(plan, few, jobs=2)
    say("warm store, one worker: wall a submission", one, "s")
    ratio("  --jobs 2 / --jobs 1 (at least 1.7)", one, two)
    say(f"  memory growth over {FEW} submissions", growth, "MB")
    return whole


def bench_otter(zipped: Path, reference: Path, sample: Path, ours: ClassRun) -> None:
    """`otter run`, two at once, on the reference and on students of the class."""
    notebooks = sorted(sample.glob("*.ipynb"))
    seconds, share = otter_seconds(zipped, [*reference.glob("*.ipynb")] * AT_ONCE, sample)
    assert share == 1, "a reference lost points"
    per_reference = seconds / AT_ONCE
    pairs = [notebooks[start : start + AT_ONCE] for start in range(0, len(notebooks), AT_ONCE)]
    seconds = sum(otter_seconds(zipped, pair, sample)[0] for pair in pairs)
    per_student = seconds / len(notebooks)
    ours_wall = ours.cost.wall / CLASS_SIZE
    say(f"otter run, {AT_ONCE} at once: wall a reference", per_reference, "s")
    say(f"otter run, {AT_ONCE} at once: wall a student of the class", per_student, "s")
    ratio("class: throughput of ours / otter run (at least 30)", per_student, ours_wall)
    ratio("  the same, were Otter's all references", per_reference, ours_wall)


def say(words: str, figure: float, unit: str) -> None:
    print(f"{words:<52} {figure:7.2f} {unit}", flush=True)


def ratio(words: str, over: float, under: float) -> None:
    say(words, over / max(under, 1e-9), "x")


# ---- how ----------------------------------------------------------------------------------------


def without_checks(handout: str) -> str:
    """A notebook without the cells that check and export it."""
    notebook = nbformat.reads(handout, as_version=4)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell["id"] not in ("grader", "export") and not cell["id"].endswith("-check")
    ]
    return str(nbformat.writes(notebook))


def plan_of(
    course: Course, name: str, store: Path, *, seed: int = SEED
) -> tuple[Plan, Setup, TrainingStore]:
    """The whole assignment with a store of its own."""
    training = msgspec.structs.replace(course.table.training, by="trainer", store=str(store))
    table = msgspec.structs.replace(course.table, training=training)
    own = msgspec.structs.replace(course, table=table)
    setup = make_setup(own, choose_sandbox(allow_unsandboxed=False))
    assert setup.store is not None
    slugs = table.assignments[name].exercises
    plan = make_plan(own, name, slugs, setup, fixed_secret(seed))
    return plan, setup, setup.store


def write_class(folder: Path, students: Sequence[SampleStudent]) -> Path:
    """A folder with everybody's notebook."""
    folder.mkdir()
    for student in students:
        (folder / f"{student.name}.ipynb").write_text(student.notebook, encoding="utf-8")
    return folder


def measured(
    grade: Callable[[], SubmissionGrade], plan: Plan, training_store: TrainingStore, *, times: int
) -> Cost:
    """What a reference submission costs, on average."""
    meter = Meter(training_store)
    grades = [grade() for _ in range(times)]
    cost = meter.cost()
    assert all(each.score == plan.points for each in grades), "a reference lost points"
    return Cost(cost.wall / times, cost.cpu / times, cost.training / times)


def grade_all(
    plan: Plan,
    training_store: TrainingStore,
    class_folder: Path,
    students: Sequence[SampleStudent],
    *,
    jobs: int,
) -> ClassRun:
    """Grades a class as `autograder grade` does, pages included, and compares the verdicts."""
    by_name = {student.name: student for student in students}
    meter, store, wrong = Meter(training_store), [], list[str]()
    out = class_folder.with_name("out")
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        sources = find([class_folder], plan.slugs, out).sources
        with closing(grade_class(sources, plan, gradebook, jobs=jobs)) as grades:
            for number, (_source, grade) in enumerate(grades, start=1):
                assert grade is not None, "the gradebook is new"
                write_page(grade, out)
                wrong += _wrong(grade, by_name[grade.student])
                if number % (len(students) // 4) == 0:
                    store.append(training_store.statistics())
                # Every worker still lives, so that its processor time can be read.
                cost = meter.cost() if number == len(students) else None
    assert cost is not None, "not everybody was graded"
    return ClassRun(cost, tuple(store), tuple(wrong))


def grade_answer(slug: str, source: str, runner: Runner) -> None:
    """Grades a notebook with one right answer."""
    grade = graded(Work(slug, slug, source, {"verdict": "full"}), runner)
    assert (grade.earned, grade.on_trust) == (grade.points, 0), f"{slug} lost points"


def _wrong(grade: SubmissionGrade, student: SampleStudent) -> list[str]:
    return [
        f"{student.name}, {exercise.slug}, {student.answers[exercise.slug].name}: {problem}"
        for exercise in grade.exercises
        for problem in problems_with(student.answers[exercise.slug], exercise)
    ]


def steady(plan: Plan, class_folder: Path, *, jobs: int) -> tuple[float, float]:
    """Wall-clock seconds a submission once all is warm, and how many megabytes were gained.

    Of the memory the least in the first and in the last ten counts: at other moments a child runs.
    """
    stamps, sizes = [], []
    out = class_folder.with_name(f"out-{jobs}")
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        sources = find([class_folder], plan.slugs, out).sources
        with closing(grade_class(sources, plan, gradebook, jobs=jobs)) as grades:
            for number, _grade in enumerate(grades, start=1):
                stamps.append(time.monotonic())
                if not WINDOW < number <= FEW - WINDOW:
                    sizes.append(memory_mb())
    seconds = (stamps[FEW - WINDOW - 1] - stamps[WINDOW]) / (FEW - 2 * WINDOW - 1)
    return seconds, min(sizes[-WINDOW:]) - min(sizes[:WINDOW])


def write_page(grade: SubmissionGrade, folder: Path) -> None:
    """The student's page, as the command writes it."""
    write_student_page(student_page(folder, grade.student), grade, "Bench", "Bench")


if __name__ == "__main__":
    main()
