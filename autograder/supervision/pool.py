"""Turns items into results by several warm runners at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import SimpleQueue
from types import TracebackType
from typing import Self, TypeVar

from autograder.supervision.runner import Runner, Setup

Item = TypeVar("Item")
Result = TypeVar("Result")


class Pool:
    """Runners that stay warm from one round of items to the next; a context that ends them all.

    A runner starts with the first item it gets.
    """

    def __init__(
        self, setup: Setup, jobs: int, make: Callable[[Setup], Runner] | None = None
    ) -> None:
        self._runners = [(make or Runner)(setup) for _ in range(jobs)]
        self._executor = ThreadPoolExecutor(jobs)
        self._idle: SimpleQueue[Runner] = SimpleQueue()
        for runner in self._runners:
            self._idle.put(runner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        for runner in self._runners:
            runner.cancel()
        self._executor.shutdown(wait=True)
        for runner in self._runners:
            runner.close()

    def for_each(
        self, items: Iterable[Item], function: Callable[[Item, Runner], Result]
    ) -> Iterator[tuple[Item, Result]]:
        """`function(item, runner)` for every item, one a runner at a time, as each is done.

        Leaving the loop early, by an exception or Ctrl-C too, drops the items that have not begun.
        """

        def work(item: Item) -> Result:
            runner = self._idle.get()
            try:
                return function(item, runner)
            finally:
                self._idle.put(runner)

        futures = {self._executor.submit(work, item): item for item in items}
        try:
            for future in as_completed(futures):
                yield futures.pop(future), future.result()
        finally:
            for future in futures:
                future.cancel()


def for_each(
    items: Iterable[Item],
    function: Callable[[Item, Runner], Result],
    *,
    setup: Setup,
    jobs: int,
    make: Callable[[Setup], Runner] | None = None,
) -> Iterator[tuple[Item, Result]]:
    """One round of a pool of its own, which ends with the loop however it is left.

    `make` makes its runners.
    """
    with Pool(setup, jobs, make) as pool:
        yield from pool.for_each(items, function)
