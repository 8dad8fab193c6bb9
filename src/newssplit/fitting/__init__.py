"""Weights fitted to annotated issues: `newssplit fit`. Needs numpy and scipy, the extra `fit`."""
