"""The command line: what it asks for is read here, done by the rooms below, and told in the user's language."""
