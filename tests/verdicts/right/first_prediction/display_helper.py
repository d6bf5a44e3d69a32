# verdict: full
# why: display() is there in every notebook without an import
import numpy as np
import pandas as pd

def class_probabilities(model, images):
    p = model.predict(images)[0]
    display(pd.DataFrame({"class": range(10), "p": p}))
    return p

def predicted_class(model, images):
    return int(np.argmax(model.predict(images)[0]))
