"""What is known on every side of the sandbox, and all that crosses it; imports nothing of ours."""
