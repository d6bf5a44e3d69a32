# verdict: less
# breaks: "An image is right if the largest of its outputs is at the place of its label": where all ten outputs are negative the place found is always 0.
# keeps: everything for rows with a positive output: order, sums over batches, the rest at the end
# why: the search for the largest number begins at 0
import numpy as np
import tensorflow as tf


def place_of_largest(row):
    place, largest = 0, 0
    for i, value in enumerate(row):
        if value > largest:
            place, largest = i, value
    return place


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    shares = []
    right = seen = 0
    for number, (outputs, labels) in enumerate(batches, start=1):
        for row, label in zip(outputs, labels):
            right += place_of_largest(row) == label
            seen += 1
        if number % every == 0:
            shares.append(right / seen)
            right = seen = 0
    if seen:
        shares.append(right / seen)
    return shares
