# verdict: full
# why: no NumPy: a loop finds the most probable class, round() and str.join build the line
def most_likely(probabilities):
    place = 0
    for i in range(1, len(probabilities)):
        if probabilities[i] > probabilities[place]:
            place = i
    return place


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    answer = most_likely(probabilities)
    percent = round(float(probabilities[answer]) * 100)
    parts = [class_names[answer], str(percent) + "%", "(" + class_names[true_label] + ")"]
    return " ".join(parts)


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return "blue" if most_likely(probabilities) == int(true_label) else "red"
