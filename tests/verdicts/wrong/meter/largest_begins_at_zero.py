# verdict: less
# breaks: "An image is right if the largest of its outputs is at the place of its label."
# keeps: chunks, the rest, reset, images of batches of different sizes; right wherever one output is above 0
# why: looked for the largest by hand and began with 0, so a row whose outputs are all negative is taken for class 0
import numpy as np


def answer_of(row):
    best, place = 0.0, 0
    for i, value in enumerate(row):
        if value > best:
            best, place = value, i
    return place


def accuracies(batches, every):
    reports = []
    right = seen = 0
    for number, (outputs, labels) in enumerate(batches, start=1):
        for row, label in zip(outputs, labels):
            right += int(answer_of(row) == label)
            seen += 1
        if number % every == 0:
            reports.append(right / seen)
            right = seen = 0
    if seen > 0:
        reports.append(right / seen)
    return reports
