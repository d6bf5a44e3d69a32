"""Turns items into results by several warm runners at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import SimpleQueue
from typing import TypeVar

from autograder.supervision.runner import Runner, Setup

Item = TypeVar("Item")
Result = TypeVar("Result")


def for_each(
    items: Iterable[Item],
    function: Callable[[Item, Runner], Result],
    *,
    setup: Setup,
    jobs: int,
) -> Iterator[tuple[Item, Result]]:
    """`function(item, runner)` for every item, `jobs` at a time, as each is done.

    A runner starts with the first item it gets. Leaving the loop early, by an exception or Ctrl-C
    too, drops the items that have not begun and ends every worker.
    """
    idle: SimpleQueue[Runner] = SimpleQueue()
    runners = [Runner(setup) for _ in range(jobs)]
    for runner in runners:
        idle.put(runner)

    def work(item: Item) -> Result:
        runner = idle.get()
        try:
            return function(item, runner)
        finally:
            idle.put(runner)

    executor = ThreadPoolExecutor(jobs)
    try:
        futures = {executor.submit(work, item): item for item in items}
        for future in as_completed(futures):
            yield futures.pop(future), future.result()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        for runner in runners:
            runner.cancel()
        executor.shutdown(wait=True)
        for runner in runners:
            runner.close()
