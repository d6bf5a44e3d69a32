"""Sorts the work of a class by assignment, where a course has several.

A folder named like an assignment says it for all that is in it. Of anything else it is found in
what was written: see `judging.handout.owners`. Where all that can be told is for one assignment,
whoever handed in something else has a row there, with the reason why there is no grade; otherwise
it is graded nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.judging.handout import Handout, not_for_any, owners
from autograder.records import Refusal, Submission
from autograder.submissions.chosen_files import ARCHIVE, NOTEBOOK, SCRIPT
from autograder.submissions.intake import read
from autograder.submissions.sources import Source, told_apart
from autograder.wire.errors import UsageError


@dataclass(frozen=True, slots=True)
class Sorted:
    """The sources for each assignment that has any, and what is for none, with the reason."""

    by_assignment: dict[str, tuple[Source, ...]]
    others: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class _Sorting:
    handouts: Mapping[str, Handout]
    slugs: Collection[str]
    found: dict[str, list[Source]]
    # With the source of a row, where the student has no other one.
    others: list[tuple[Source | None, Refusal]] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def sort_by_assignment(sources: Sequence[Source], handouts: Mapping[str, Handout]) -> Sorted:
    """Each source where it belongs; raises `UsageError` where only a person can say that."""
    slugs = [slug for handout in handouts.values() for slug in handout.slugs]
    sorting = _Sorting(handouts, slugs, {name: [] for name in handouts})
    for source in sources:
        if source.assignment:
            sorting.found[source.assignment].append(source)
        elif source.several:
            _sort_folder(source, sorting)
        else:
            for name in _names_of(source, sorting):
                sorting.found[name].append(source)
    if sorting.unclear:
        raise UsageError(
            f"{'; '.join(sorting.unclear)}. Put each into a folder that is named like its"
            " assignment, or grade it by itself with --assignment NAME."
        )
    found = {name: sources for name, sources in sorting.found.items() if sources}
    others = sorting.others
    if len(found) == 1:
        (only,) = found.values()
        only += [source for source, _refusal in others if source is not None]
        others = [(None, refusal) for source, refusal in others if source is None]
    return Sorted(
        {name: told_apart(sources) for name, sources in found.items()},
        tuple(refusal for _source, refusal in others),
    )


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
    for place, (_part, refusal) in enumerate(rest, before):
        is_first = place == before and not own
        sorting.others[place] = (source if is_first else None, refusal)


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
    work = read(source, sorting.slugs)
    if not isinstance(work, Submission):
        sorting.others.append((source, work))
        return ()
    names = owners(sorting.handouts, work)
    if not names:
        reason = not_for_any(sorting.handouts, work)
        sorting.others.append((source, Refusal(work.student, work.path, reason)))
    if len(names) > 1 and not any(sorting.handouts[name].has_marked(work) for name in names):
        sorting.unclear.append(f"{source.path} may be work for {' or '.join(names)}")
    return names
