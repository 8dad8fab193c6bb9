"""The decision over the whole page."""
