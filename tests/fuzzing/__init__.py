"""Fuzzing: annotated issues are shuffled, cut, doubled and damaged, and what must hold of every dump is asked of them.

`make fuzz` runs it for ten minutes, `FUZZ_SECONDS=60 make fuzz` for one. Hypothesis makes inputs of bytes
(`fuzz_one_input`); bytes that showed something new of the program are kept in `.fuzz/`, and the next ones are made of
them. A fault is made small and written to `tests/fuzzing/found/`, which `tests/test_fuzzing.py` replays.
"""
