# verdict: less
# breaks: "then **its probability in percent**, rounded to a whole number, with `%` behind it"
# keeps: names, brackets, colours, and the percentage for most probabilities, also 0.867
# why: rounds to two decimals, multiplies and cuts with int; 0.29 * 100 is 28.999..., so 29 % becomes 28 %, and so for 57 and 58 %

# %%
import numpy as np


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    best = int(np.argmax(probabilities))
    percent = int(round(float(probabilities[best]), 2) * 100)
    return f"{class_names[best]} {percent}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    if np.argmax(probabilities) == true_label:
        return "blue"
    return "red"
