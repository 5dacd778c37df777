"""Credit that stands outside the sentences."""
