# verdict: less
# breaks: "If batches are left at the end that were in no report, report these in the same way"
# keeps: everything where at least one full report is made
# why: the rest is cut off behind the last full report, whose place is unknown if there was none: with every=5 and three batches it raises UnboundLocalError
import numpy as np


def share_right(group):
    right = sum(int((outputs.argmax(axis=1) == labels).sum()) for outputs, labels in group)
    return right / sum(len(labels) for _, labels in group)


def accuracies(batches, every):
    reports = []
    for start in range(0, len(batches) - every + 1, every):
        end = start + every
        reports.append(share_right(batches[start:end]))
    rest = batches[end:]
    if rest:
        reports.append(share_right(rest))
    return reports
