# verdict: less
# breaks: "If batches are left at the end that were in no report, report these in the same way": with fewer batches than `every` the loop never runs, `start` has no value, and the function raises an error.
# keeps: all lists of at least `every` batches
# why: the rest is found with the loop's variable, which does not exist if the loop did not run
import numpy as np
import tensorflow as tf


def share_of_right(group):
    right = sum(int((outputs.argmax(axis=1) == labels).sum()) for outputs, labels in group)
    return right / sum(len(labels) for _, labels in group)


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    reports = []
    for start in range(0, len(batches) - every + 1, every):
        reports.append(share_of_right(batches[start : start + every]))
    rest = batches[start + every :]
    if rest:
        reports.append(share_of_right(rest))
    return reports
