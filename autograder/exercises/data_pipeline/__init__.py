"""The exercises of the assignment about pipelines of data, activations and two kinds of task."""
