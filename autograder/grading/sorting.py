"""Sorts the work of a class by assignment, where a course has several.

A folder named like an assignment says it for all that is in it. Of anything else it is found in
what was written: see `judging.handout.owners`. It is read in the judge's process, whose time and
memory are limited. Where all that can be told is for one assignment, whoever handed in something
else has a row there, with the reason why there is no grade; otherwise it is graded nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from autograder.judging.handout import Handout, not_for_any, owners
from autograder.records import DEFECT, Refusal, Submission
from autograder.submissions.chosen_files import ARCHIVE, NOTEBOOK, SCRIPT
from autograder.submissions.intake import read
from autograder.submissions.sources import Source, told_apart
from autograder.supervision.judge_process import Call, JudgeBroken, JudgeProcess, Observe
from autograder.wire.errors import TooCostly, UsageError
from autograder.wire.messages import message


@dataclass(frozen=True, slots=True)
class Sorted:
    """The sources for each assignment that has any, and what is for none, with the reason."""

    by_assignment: dict[str, tuple[Source, ...]]
    others: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Whose:
    """What the judge's process is asked: for which assignments is this?"""

    source: Source


@dataclass(frozen=True, slots=True)
class Belongs:
    """For which assignments a source is; `refusal` says why for none, or why nobody can tell."""

    names: tuple[str, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class _Other:
    """What is sorted nowhere, and why; `names` are the assignments that it may be for.

    It has the source of a row where the student has no other one.
    """

    source: Source | None
    refusal: Refusal
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sorting:
    handouts: Mapping[str, Handout]
    judge: JudgeProcess
    found: dict[str, list[Source]]
    others: list[_Other] = field(default_factory=list)


def sort_by_assignment(sources: Sequence[Source], handouts: Mapping[str, Handout]) -> Sorted:
    """Each source where it belongs; raises `UsageError` where only a person can say that of any."""
    with closing(JudgeProcess()) as judge:
        sorting = _Sorting(handouts, judge, {name: [] for name in handouts})
        for source in sources:
            if source.assignment:
                sorting.found[source.assignment].append(source)
            elif source.several:
                _sort_folder(source, sorting)
            else:
                for name in _names_of(source, sorting):
                    sorting.found[name].append(source)
    found = {name: sources for name, sources in sorting.found.items() if sources}
    others = sorting.others
    unclear = [
        f"{other.refusal.path} may be work for {' or '.join(other.names)}"
        for other in others
        if other.names
    ]
    if unclear and not found:
        raise UsageError(
            f"{'; '.join(unclear)}. Put each into a folder that is named like its"
            " assignment, or grade it by itself with --assignment NAME."
        )
    if len(found) == 1:
        (only,) = found.values()
        only += [one.source for one in others if one.source is not None]
        others = [one for one in others if one.source is None]
    return Sorted(
        {name: told_apart(sources) for name, sources in found.items()},
        tuple(one.refusal for one in others),
    )


def belonging(source: Source, handouts: Mapping[str, Handout]) -> Belongs:
    """For which assignments a source is, by what is in it."""
    work = read(source, [slug for handout in handouts.values() for slug in handout.slugs])
    if not isinstance(work, Submission):
        return Belongs((), work)
    names = owners(handouts, work)
    if not names:
        return Belongs((), Refusal(work.student, work.path, not_for_any(handouts, work)))
    if len(names) > 1 and not any(handouts[name].has_marked(work) for name in names):
        reason = message("file.several_assignments", assignments=[*names])
        return Belongs(names, Refusal(work.student, work.path, reason))
    return Belongs(names)


def _sort_folder(source: Source, sorting: _Sorting) -> None:
    """The files of one student's folder, each for another assignment."""
    own: dict[str, list[Source]] = {}
    before = len(sorting.others)
    for part in _parts(source):
        for name in _names_of(part, sorting):
            own.setdefault(name, []).append(part)
    for name, parts in own.items():
        # Two for the same one are as many as nobody can grade.
        sorting.found[name].append(parts[0] if len(parts) == 1 else source)
    # The student has a row already, or one for all of these.
    rest = sorting.others[before:]
    for place, other in enumerate(rest, before):
        is_first = place == before and not own
        sorting.others[place] = replace(other, source=source if is_first else None)


def _parts(source: Source) -> Iterator[Source]:
    """Each notebook with all scripts, which it may import; otherwise each file by itself."""
    notebooks = [file for file in source.several if file.suffix.lower() == NOTEBOOK]
    scripts = [file for file in source.several if file.suffix.lower() == SCRIPT]
    zips = [file for file in source.several if file.suffix.lower() == ARCHIVE]
    together = [(notebook, *scripts) for notebook in notebooks] or [(file,) for file in scripts]
    for files in (*together, *((file,) for file in zips)):
        yield replace(source, path=files[0], files=files, reason=None, several=())


def _names_of(source: Source, sorting: _Sorting) -> tuple[str, ...]:
    """The assignments that one source is for; notes those that are for none, or unclear."""
    try:
        belongs: Belongs = sorting.judge.decide(Whose(source), sorting.handouts, _asked_nothing)
    except TooCostly as error:
        belongs = Belongs((), Refusal(source.student, source.path, error.message))
    except JudgeBroken as error:
        reason = message(DEFECT, text=str(error))
        belongs = Belongs((), Refusal(source.student, source.path, reason))
    if belongs.refusal is None:
        return belongs.names
    sorting.others.append(_Other(source, belongs.refusal, belongs.names))
    return ()


def _asked_nothing(asked: Observe | Call) -> None:
    raise AssertionError(asked)
