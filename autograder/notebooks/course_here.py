"""Finds the course that a student's notebook belongs to, with errors in words for students.

Students have a folder with a notebook in it; `course.toml` and definitions are their course's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.course import Course, NoCourse, find_course
from autograder.wire.errors import CourseError, UsageError

NOT_HERE = (
    "This is not the folder of a course. Put your notebook back into the folder that your course"
    " gave you, the one with README.md and the folder `autograder` in it, and try again there."
)
DAMAGED = (
    "A file of the course is missing or damaged. Get the folder from your course again and put"
    " your notebook into it; `autograder doctor` says what is wrong with this one."
)


@contextmanager
def worded_for_students() -> Iterator[None]:
    """Lets what is wrong with a course's own files be said as a student can understand it."""
    try:
        yield
    except NoCourse as error:
        raise UsageError(NOT_HERE) from error
    except CourseError as error:
        raise UsageError(DAMAGED) from error


def course_of(*folders: Path) -> Course:
    """The course of the first of these folders that lies in one."""
    *others, last = folders
    for folder in others:
        try:
            return find_course(folder)
        except NoCourse:
            continue
    return find_course(last)
