"""How fast newssplit is: `python -m benchmarks`, from the project's folder."""
