"""Reading attribution on the surface of a text, in languages without a parser: by lexicon and marks alone."""
