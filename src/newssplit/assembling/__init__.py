"""From the best reading to articles."""
