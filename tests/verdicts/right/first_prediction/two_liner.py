# verdict: full
# why: no numpy at all: unpacks the only row of predict and takes max with a key; the result is already a plain int
def class_probabilities(model, images):
    (row,) = model.predict(images[0:1], batch_size=1, verbose=0)
    return row


def predicted_class(model, images):
    row = class_probabilities(model, images)
    return max(range(len(row)), key=row.__getitem__)
