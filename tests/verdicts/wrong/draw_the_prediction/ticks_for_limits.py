# verdict: less
# breaks: "Their y-axis goes **from 0 to 1**, so that figures can be compared."
# keeps: image, caption, colours, bars; the axis does go from 0 to 1 as long as no bar is higher than about 0.95. With
#        a bar of 1.0 it goes to 1.05.
# why: the ticks are set from 0 to 1, which stretches the axis up to 1, and the student takes it for the limit. Above
#      0.95 matplotlib's own margin is larger.
# fails: ten_bars
# passes: shows_the_image, colours_tell, captioned
# %%
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    best = int(np.argmax(probabilities))
    right = best == true_label
    figure, (left, bars) = plt.subplots(1, 2, figsize=(8, 3))
    left.imshow(image, cmap=plt.cm.binary)
    left.set_xticks([])
    left.set_yticks([])
    text = f"{class_names[best]} {100 * probabilities[best]:.0f}% ({class_names[true_label]})"
    left.set_xlabel(text, color="blue" if right else "red")

    drawn = bars.bar(range(10), probabilities, color="#777777")
    drawn[best].set_color("red")
    drawn[int(true_label)].set_color("blue")
    bars.set_xticks(range(10))
    bars.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])  # the axis goes from 0 to 1
    return figure
