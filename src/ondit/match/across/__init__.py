"""What is known again across languages."""
