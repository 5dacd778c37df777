"""The trained part: what could be an attribution, told apart by weights instead of by the lexicon."""
