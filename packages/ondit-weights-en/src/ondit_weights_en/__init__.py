"""Trained weights of Ondit for English. `card.toml` says what they are and where they are from."""
