"""Reading the gold: its notation, its records, its two parts."""
