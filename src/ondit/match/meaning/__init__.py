"""What the words of a mention mean beyond their letters: concepts, names across scripts, participants."""
