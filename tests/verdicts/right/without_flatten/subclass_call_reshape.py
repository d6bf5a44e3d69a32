# verdict: full
# why: own model classes, as in the "expert" quick start
import tensorflow as tf

class NoFlatten(tf.keras.Model):
    def __init__(self):
        super(NoFlatten, self).__init__()
        self.d1 = tf.keras.layers.Dense(64, activation='relu')
        self.d2 = tf.keras.layers.Dense(10, activation='softmax')
    def call(self, x):
        return self.d2(self.d1(x))

class Repaired(NoFlatten):
    def call(self, x):
        x = tf.reshape(x, [-1, 28 * 28])
        return super().call(x)

def error_without_flatten(images, labels):
    model = NoFlatten()
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    try:
        model.fit(images, labels)
    except ValueError as error:
        return error

def build_repaired_model():
    model = Repaired()
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
