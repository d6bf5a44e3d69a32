# verdict: full
# why: magics and a shell line around it; input shape and number of classes come from the introduction's globals; a try cell fails

# %%
!pip list | grep -i keras
%matplotlib inline

# %%
%%time
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper_net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=train_images.shape[1:]),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(len(CLASS_NAMES), activation="softmax"),
        ]
    )
    deeper_net.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper_net


# %%
%time deeper = build_deeper_model()

# %%
%time deeper.fit(train_images[:2000], train_labels[:2000], epochs=1)

# %%
deeper.plot_training()   # was there such a thing?

# %%
display(deeper.layers)
