"""One table of a cluster's machines says what is to be changed on which."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from rich.console import Console

from autograder.cluster.dask_cluster import Answer
from autograder.cluster.hello import installed
from autograder.commands.nodes import Examined, examine_node, nodes_of, sum_of, table_of
from tests.own_course import COURSE

FINE = Examined("fine", 4, 16.0, (), installed(COURSE))
WELL = {"nthreads": 1, "memory_limit": 0}


class StandIn:
    """Workers that answer what they are said to, and some that do not."""

    address = "tls://head:8786"

    def __init__(self, **hosts: tuple[Any, Mapping[str, Any]]) -> None:
        self._hosts = hosts
        self._answers: deque[Answer] = deque()

    def workers(self) -> Mapping[str, Mapping[str, Any]]:
        return {
            f"tls://{host}:{port}": {"host": host, **about}
            for host, (_found, about) in self._hosts.items()
            for port in (1, 2)
        }

    def call(self, worker: str, function: Callable[..., Any], *_arguments: Any) -> str:
        assert function is examine_node
        found = self._hosts[worker.removeprefix("tls://").split(":")[0]][0]
        if isinstance(found, Examined):
            self._answers.append(Answer(worker, found))
        elif found:
            self._answers.append(Answer(worker, error=found))
        return worker

    def answer(self, _seconds: float) -> Answer | None:
        return self._answers.popleft() if self._answers else None

    def drop(self, call: str) -> None: ...
    def tell(self, workers: Any, function: Any, *arguments: Any) -> None: ...


def test_each_machine_is_a_row_with_what_to_change() -> None:
    """Whether it is how workers were started, what is installed, or that nothing is said."""
    other = {**FINE.installed, "keras": "3.9"}
    cluster = StandIn(
        fine=(FINE, WELL),
        threads=(FINE, {"nthreads": 8, "memory_limit": 10**9}),
        old=(Examined("old", 2, 4.0, ("there is no sandbox",), other), WELL),
        without=("ModuleNotFoundError: autograder", WELL),
        silent=(None, WELL),
    )
    nodes = {node.host: node for node in nodes_of(COURSE, cluster, seconds=0.2)}
    assert nodes["fine"].amiss == ()
    assert [words.split(":")[-1] for words in nodes["threads"].amiss] == [
        " start workers with --nthreads 1",
        " start them with --memory-limit 0",
    ]
    assert nodes["old"].amiss[0].startswith("keras is 3.9 there and ")
    assert nodes["old"].amiss[1] == "there is no sandbox"
    assert nodes["without"].amiss == ("ModuleNotFoundError: autograder",)
    assert nodes["silent"].amiss == ("it does not answer",)
    assert sum_of([*nodes.values()]) == ("5 nodes with 10 workers; nothing is to be changed on 1.")
    file = io.StringIO()
    Console(file=file, width=120).print(table_of([*nodes.values()]))
    rows = file.getvalue()
    assert "fine (fine)" in rows
    assert rows.count("nothing") == 1
    assert "start workers with --nthreads 1" in rows


def test_a_machine_without_the_sandbox_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the tier `full` will do, whatever else a machine offers."""
    from autograder.commands import nodes
    from autograder.wire.errors import UsageError

    def refuse(**_options: object) -> None:
        raise UsageError("This machine offers tier 'uid'.")

    monkeypatch.setattr(nodes, "examine", lambda _course: iter(()))
    monkeypatch.setattr(nodes, "choose_sandbox", refuse)
    assert examine_node(COURSE.table).amiss == ("This machine offers tier 'uid'.",)
