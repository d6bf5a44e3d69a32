"""`autograder doctor --scheduler`: one table of what the machines of a cluster offer."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.cluster.dask_cluster import ENCRYPTED, Cluster, DaskCluster, is_loopback
from autograder.cluster.hello import Hello, differences, installed
from autograder.cluster.node import course_of
from autograder.commands.doctor import examine, memory_gb
from autograder.course import Course, CourseTable
from autograder.grading.secret import fixed_secret
from autograder.judging.handout import Handout
from autograder.report.wording import counted, harmless
from autograder.sandbox.tiers import choose_sandbox
from autograder.wire.errors import AutograderError
from autograder.wire.tier import FULL

ANSWER_SECONDS = 300.0


def show_nodes(course: Course, address: str) -> bool:
    """Prints the table; whether nothing is to be changed on any of them."""
    with DaskCluster(address) as cluster:
        nodes = [*nodes_of(course, cluster)]
    console = Console()
    console.print(table_of(nodes))
    console.print(Text(sum_of(nodes)))
    return bool(nodes) and not any(node.amiss for node in nodes)


@dataclass(frozen=True, slots=True)
class Examined:
    """A machine as one of its workers found it."""

    name: str
    cores: int
    memory_gb: float
    amiss: tuple[str, ...]
    installed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the table: a machine, its workers, and what is to be changed there."""

    host: str
    workers: int
    examined: Examined | None
    amiss: tuple[str, ...]


def examine_node(table: CourseTable) -> Examined:
    """What is to be said of the machine that this runs on."""
    amiss = []
    try:
        course = course_of(Hello(table, "", (), fixed_secret(0), Handout(), 0.0))
        amiss = [finding.text for finding in examine(course) if not finding.ok]
        choose_sandbox(require=FULL)
        found = installed(course)
    except (AutograderError, OSError) as error:
        amiss.append(str(error))
        found = {}
    cores = len(os.sched_getaffinity(0))
    return Examined(platform.node(), cores, memory_gb(), tuple(dict.fromkeys(amiss)), found)


def nodes_of(course: Course, cluster: Cluster, seconds: float = ANSWER_SECONDS) -> Iterator[Node]:
    """Every machine of a cluster, in the order in which they answer."""
    hosts: dict[str, dict[str, Mapping[str, Any]]] = {}
    for address, about in cluster.workers().items():
        hosts.setdefault(str(about["host"]), {})[address] = about
    calls = {
        cluster.call(next(iter(workers)), examine_node, course.table): host
        for host, workers in hosts.items()
    }
    here, deadline = installed(course), time.monotonic() + seconds
    while calls and (left := deadline - time.monotonic()) > 0:
        answer = cluster.answer(left)
        if answer is None or answer.call not in calls:
            continue
        host = calls.pop(answer.call)
        amiss = [*_started_wrongly(hosts[host])]
        if not isinstance(answer.value, Examined):
            amiss.append(answer.error or f"it answered {answer.value!r}")
            yield Node(host, len(hosts[host]), None, tuple(amiss))
            continue
        other = differences(here, answer.value.installed) if answer.value.installed else []
        amiss += [*other, *answer.value.amiss]
        yield Node(host, len(hosts[host]), answer.value, tuple(amiss))
    for host in calls.values():
        yield Node(host, len(hosts[host]), None, ("it does not answer",))


def _started_wrongly(workers: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """What the command line of a machine's workers should have had."""
    if any(about["nthreads"] > 1 for about in workers.values()):
        yield "a worker grades one submission at a time: start workers with --nthreads 1"
    if any(about["memory_limit"] for about in workers.values()):
        yield "Dask ends workers by a guess of their memory: start them with --memory-limit 0"
    if any(not address.startswith(ENCRYPTED) and not is_loopback(address) for address in workers):
        yield "its connections are not encrypted: use tls://"


def table_of(nodes: Sequence[Node]) -> Table:
    """The nodes as a table for the terminal."""
    table = Table(box=None, pad_edge=False)
    for head in ("node", "workers", "cores", "memory", "what to change"):
        table.add_column(head, overflow="fold")
    for node in sorted(nodes, key=lambda node: node.host):
        found = node.examined
        name = node.host if found is None else f"{found.name} ({node.host})"
        size = ("", "") if found is None else (f"{found.cores}", f"{found.memory_gb:.0f} GB")
        amiss = harmless("\n".join(node.amiss))
        told = Text(amiss, style="red") if amiss else Text("nothing", style="green")
        table.add_row(harmless(name), f"{node.workers}", *size, told)
    return table


def sum_of(nodes: Sequence[Node]) -> str:
    """How many machines and workers there are, and how many of them can grade."""
    workers, fit = sum(one.workers for one in nodes), sum(not one.amiss for one in nodes)
    return (
        f"{counted(len(nodes), 'node')} with {counted(workers, 'worker')};"
        f" nothing is to be changed on {fit}."
    )
