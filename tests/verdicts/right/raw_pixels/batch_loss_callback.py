# verdict: full
# why: the callback of the old Keras documentation: also keeps the loss of each batch, for a plot
import tensorflow as tf

class LossHistory(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs={}):
        self.losses = []
    def on_batch_end(self, batch, logs={}):
        self.losses.append(logs.get('loss'))

def compare_scaling(images, labels):
    answer = {}
    for name, divisor in (("raw", 1), ("scaled", 255)):
        model = tf.keras.Sequential([
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax")])
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        batches = LossHistory()
        history = model.fit(images / divisor, labels, epochs=3, callbacks=[batches])
        print(name, "batches:", len(batches.losses))
        answer[name] = history.history["loss"]
    return answer
