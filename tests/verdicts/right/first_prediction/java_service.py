# verdict: full
# why: a service class with getters and a counting loop, as in Java; the functions keep their first lines and answer from the model
# %%
class PredictionService:
    def __init__(self, model, images):
        self._model = model
        self._images = images
        self._probabilities = None

    def getProbabilities(self):
        if self._probabilities is None:
            allRows = self._model.predict(self._images[0:1], verbose=0)
            self._probabilities = allRows[0]
        return self._probabilities

    def getBestClass(self):
        best = 0
        values = self.getProbabilities()
        for i in range(1, len(values)):
            if values[i] > values[best]:
                best = i
        return best


# %%
def class_probabilities(model, images):
    return PredictionService(model, images).getProbabilities()


def predicted_class(model, images):
    return PredictionService(model, images).getBestClass()
