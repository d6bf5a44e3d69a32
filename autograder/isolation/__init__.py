"""What a process that runs what is not ours gives up, forks into, and leaves nothing of."""
