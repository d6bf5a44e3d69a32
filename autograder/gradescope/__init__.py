"""The grader as Gradescope runs it: the zip, the run, and the results that it shows."""
