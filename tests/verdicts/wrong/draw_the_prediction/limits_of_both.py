# verdict: less
# breaks: "one with the image, drawn by `imshow`": the limits from 0 to 1 cut off all of it but its first pixels
# keeps: caption, bars and their colours
# why: the student sets the limits of all axes in a loop
# fails: shows_the_image
# passes: ten_bars, colours_tell, captioned
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = int(np.argmax(probabilities))
    figure, both = plt.subplots(1, 2, figsize=(6, 3))
    both[0].imshow(image, cmap="gray")
    both[0].set_title(
        f"{class_names[best]} {probabilities[best]:.0%} ({class_names[true_label]})",
        color="blue" if best == true_label else "red",
    )
    bars = both[1].bar(range(10), probabilities, color="gray")
    bars[best].set_color("red")
    bars[true_label].set_color("blue")
    for axes in both:
        axes.set_ylim(0, 1)
    return figure
