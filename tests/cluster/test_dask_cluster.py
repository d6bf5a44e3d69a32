"""Only addresses that nobody else can listen at are used."""

from __future__ import annotations

import pytest

from autograder.cluster.dask_cluster import DaskCluster, refuse_unencrypted
from autograder.wire.errors import UsageError


@pytest.mark.parametrize(
    "address",
    [
        "tls://head:8786",
        "tcp://127.0.0.1:8786",
        "tcp://localhost:1",
        "127.0.0.1:1",
        "tcp://[::1]:1",
    ],
)
def test_encrypted_or_on_this_machine(address: str) -> None:
    """Off this machine only TLS will do."""
    refuse_unencrypted(address)


@pytest.mark.parametrize(
    "address",
    [
        "tcp://head:8786",
        "head:8786",
        "tcp://10.0.0.1:1",
        "ws://127.0.0.1:1",
        "tcp://127.0.0.1.a:1",
        "",
    ],
)
def test_others_are_refused_before_anything_is_sent(address: str) -> None:
    """The message says what to do."""
    with pytest.raises(UsageError, match="not encrypted"):
        DaskCluster(address)
    with pytest.raises(UsageError, match="tls://"):
        refuse_unencrypted(address)
