# verdict: less
# breaks: "It draws with matplotlib and returns the figure, a new one each time." (a second prediction with the same caption gets the first one's figure, cleared)
# keeps: image, caption, colours, bars and limits; figures with different captions are new
# why: wanted the caption as the title of the window, so passed it as num; cleared it since text piled up
import matplotlib.pyplot as plt
import numpy as np


def plot_prediction(image, probabilities, true_label, class_names):
    """Return a figure: the image with its caption, and ten bars."""
    answer = int(np.argmax(probabilities))
    right = answer == true_label
    caption_text = (
        f"{class_names[answer]} {100 * probabilities[answer]:.0f}% ({class_names[true_label]})"
    )

    # the window gets the caption as its name
    figure, (picture, bars) = plt.subplots(1, 2, figsize=(7, 3), num=caption_text, clear=True)
    picture.imshow(image, cmap="binary")
    picture.set(xticks=[], yticks=[])
    picture.set_title(caption_text, color="blue" if right else "red")

    colours = ["gray"] * 10
    colours[answer] = "red"
    colours[true_label] = "blue"
    bars.bar(range(10), probabilities, color=colours)
    bars.set(ylim=(0, 1), xticks=range(10))
    return figure
