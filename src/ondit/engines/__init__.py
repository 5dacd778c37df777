"""Ways to run a stage over many records. No engine knows what the stage does."""
