# verdict: full
# why: no counters and no modulo: an iterator hands out groups of batches with islice until none are left, so the last, shorter group needs no case of its own; a row is compared in pure Python
# %%
from itertools import islice


def groups_of(things, size):
    iterator = iter(things)
    while group := list(islice(iterator, size)):
        yield group


def hits(outputs, labels):
    """One True or False for each image of a batch."""
    for row, label in zip(outputs.tolist(), labels.tolist()):
        yield row.index(max(row)) == label


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    reports = []
    for group in groups_of(batches, every):
        answers = [hit for outputs, labels in group for hit in hits(outputs, labels)]
        reports.append(answers.count(True) / len(answers))
    return reports
