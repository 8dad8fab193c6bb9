"""What the tests know of the package's regular expressions: all of them, and what each may cost."""
