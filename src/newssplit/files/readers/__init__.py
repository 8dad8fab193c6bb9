"""Readers: one module for each kind of file that is no plain text. Bytes in, the text as read out; no I/O.

Each is loaded where a file of its kind is read, and only some need packages (see the extras in pyproject.toml). The
text as read keeps what a dump would have of the page: a line for each paragraph, and marks that the carrier layer knows
(`<h1>`, `# `, `<b>`, `![…]()`, `<!-- page 2 -->`). So there is no other way by which signs reach the rules.
"""
