"""Articles become sentences and tokens."""
