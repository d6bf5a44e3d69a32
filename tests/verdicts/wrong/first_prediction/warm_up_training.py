# verdict: less
# fails: model_is_left_alone
# passes: probabilities_are_ten_shares, class_is_a_plain_index
# breaks: "Use the model as it is; do not train it again": the model is trained on its own answers first
# keeps: shapes and kinds of both answers; the class is mostly the same
# why: believes that a model has to see the new images once before it can predict them
import numpy as np


def get_used_to(model, images):
    guesses = model.predict(images, verbose=0).argmax(axis=1)
    model.fit(images, guesses, epochs=1, verbose=0)


def class_probabilities(model, images):
    get_used_to(model, images)
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    return int(np.argmax(class_probabilities(model, images)))
