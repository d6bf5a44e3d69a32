# verdict: full
# why: begins with the tutorial's truncated normal weights and biases of 0.1, which the prompt leaves open; tf.nn.relu as function, Softmax as own layer, no metrics
# %%
def dense_like_the_tutorial(width, activation=None):
    return tf.keras.layers.Dense(
        units=width,
        activation=activation,
        kernel_initializer=tf.keras.initializers.TruncatedNormal(stddev=0.1),
        bias_initializer=tf.keras.initializers.Constant(0.1),
    )


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((784,)))
    for n in hidden:
        model.add(dense_like_the_tutorial(n, tf.nn.relu))
    model.add(tf.keras.layers.Dropout(rate=dropout))
    model.add(dense_like_the_tutorial(10))
    model.add(tf.keras.layers.Softmax())
    adam = tf.keras.optimizers.Adam(learning_rate=learning_rate)
    model.compile(adam, tf.keras.losses.SparseCategoricalCrossentropy())
    return model
