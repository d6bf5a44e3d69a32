"""How a process is closed in: namespaces, users, limits, and the proof that they hold."""
