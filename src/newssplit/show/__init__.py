"""An issue for human eyes: in the terminal, line by line, as a page to audit it with."""
