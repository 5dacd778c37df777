"""Who is meant by a source: the gold, the answers of the system, and how far they agree."""
