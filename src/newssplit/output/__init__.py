"""Articles as people and programs want them written."""
