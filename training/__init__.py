"""Training of the weights that ship in packages/. Not part of Ondit: `make train` runs it."""
