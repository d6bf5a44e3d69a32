# verdict: full
# why: type hints, an assertion on the argument and np.testing on the shape of the result; the assertions hold for all that the prompt promises
import numpy as np


def class_probabilities(model, images) -> np.ndarray:
    """Ask the network about the first picture of a stack.

    Parameters
    ----------
    model : a trained Keras model with ten outputs
    images : array of shape (count, 28, 28)

    Returns
    -------
    numpy array of shape (10,)
    """
    assert len(images) > 0, "need at least one image"
    assert tuple(images.shape[1:]) == (28, 28), f"unexpected shape {images.shape}"
    result = model.predict(images[:1], verbose=0)[0]
    np.testing.assert_equal(result.shape, (10,))
    return result


def predicted_class(model, images) -> int:
    """The index of the largest of the ten probabilities."""
    probabilities: np.ndarray = class_probabilities(model, images)
    winner: int = int(probabilities.argmax())
    return winner
