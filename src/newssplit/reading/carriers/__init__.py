"""What carries the paper: the marks, fields, borders and words that a tool has put around its text.

A carrier is read before any rule about newspapers. What belongs to it is *markup*: it is in no text of the result, is
kept in it like page furniture, and leaves a sign behind for the rules (see `newssplit.reading.marks.Mark`).
"""
