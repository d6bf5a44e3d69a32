# verdict: less
# breaks: "An image is right if the largest of its outputs is at the place of its label"
# keeps: reports, their images, the rest at the end
# why: looks for the largest output from 0 upwards; a row whose ten outputs are all below 0 always counts as class 0
import numpy as np


def place_of_largest(row):
    place, largest = 0, 0.0
    for i, value in enumerate(row):
        if value > largest:
            place, largest = i, value
    return place


def accuracies(batches, every):
    shares = []
    right, seen = 0, 0
    for number, (outputs, labels) in enumerate(batches, start=1):
        for row, label in zip(outputs, labels):
            if place_of_largest(row) == label:
                right += 1
            seen += 1
        if number % every == 0:
            shares.append(right / seen)
            right, seen = 0, 0
    if seen > 0:
        shares.append(right / seen)
    return shares
