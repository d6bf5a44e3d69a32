# verdict: less
# breaks: "All other bars are neither blue nor red, for instance gray"
# keeps: the first figure, and all else of later ones
# why: the list of colours is made once outside of the function, so the coloured bars of earlier figures stay coloured in later ones
import matplotlib.pyplot as plt
import numpy as np

bar_colours = ["gray"] * 10


def plot_prediction(image, probabilities, true_label, class_names):
    best = int(np.argmax(probabilities))
    right = best == true_label
    figure, (left_axis, right_axis) = plt.subplots(1, 2, figsize=(8, 3))
    left_axis.imshow(image, cmap="binary")
    left_axis.set_xlabel(
        f"{class_names[best]} {100 * probabilities[best]:.0f}% ({class_names[true_label]})",
        color="blue" if right else "red",
    )
    if not right:
        bar_colours[best] = "red"
    bar_colours[true_label] = "blue"
    right_axis.bar(range(10), probabilities, color=bar_colours)
    right_axis.set_ylim(0, 1)
    return figure
