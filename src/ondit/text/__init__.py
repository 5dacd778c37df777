"""String measures that know nothing of news."""
