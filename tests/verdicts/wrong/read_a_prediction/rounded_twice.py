# verdict: less
# breaks: "**its probability in percent**, rounded to a whole number"
# keeps: names, form, colour; most numbers
# why: rounds to one decimal first and then again: 0.8746 is 87.46 %, becomes 87.5 and then 88
import numpy as np


def caption(probabilities, true_label, class_names):
    best = int(np.argmax(probabilities))
    percent = round(100 * float(probabilities[best]), 1)
    return f"{class_names[best]} {percent:.0f}% ({class_names[true_label]})"


def caption_colour(probabilities, true_label):
    return "blue" if np.argmax(probabilities) == true_label else "red"
