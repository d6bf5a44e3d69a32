# verdict: less
# breaks: "then **its probability in percent**, rounded to a whole number"
# keeps: names, brackets, colour, and most percentages (0.867 is 87%)
# why: two decimals are whole percents, so round first and make an int of 100 times it; but 0.29 * 100 is 28.999... and int cuts it to 28
# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    guess = int(np.argmax(probabilities))
    percent = int(round(float(probabilities[guess]), 2) * 100)
    return f"{class_names[guess]} {percent}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if np.argmax(probabilities) == true_label:
        return "blue"
    return "red"
