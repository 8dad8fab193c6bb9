"""What hostile texts are made of: words, names and sentences that differ by their number, and ways to string them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Made = Callable[[int], str]
"""A text of about so many bytes in UTF-8; three bytes a Han character."""

WIDE = "\u3000"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
SYLLABLES = "安邦彩丹恩芳国海佳凯兰美宁平青荣山涛文晓雅泽志中春东方光华建明强伟勇军杰秀"
CLAUSE = "{}河上的桥修了{}年终于通车"


def word(n: int, size: int = 2) -> str:
    """The n-th of some words of so many characters: they differ as long as there are enough of them."""
    letters = len(SYLLABLES)
    return "".join(SYLLABLES[n // letters**place % letters] for place in range(size))


def person(n: int) -> str:
    return SURNAMES[n % len(SURNAMES)] + word(n // len(SURNAMES))


def clause(n: int) -> str:
    """Some thirteen characters, without any stop."""
    return CLAUSE.format(word(n), word(n + 7, 1))


def sentence(n: int) -> str:
    return f"{clause(n)}，沿岸{word(n + 3)}村的人{word(n + 5)}不必再绕路了。"


def joined(between: str, *makers: Callable[[int], str]) -> Made:
    """Pieces made by turns, each from its number."""

    def made(size: int) -> str:
        pieces, done = list[str](), 0
        for n in count():
            if done >= size:
                break
            pieces.append(makers[n % len(makers)](n // len(makers)))
            done += len((pieces[-1] + between).encode())
        return between.join(pieces)

    return made


def lines(*makers: Callable[[int], str]) -> Made:
    """Lines made by turns."""
    return joined("\n", *makers)


def stretch(before: str, piece: str, behind: str = "") -> Made:
    """One line that holds the same piece all along."""
    return lambda size: before + piece * (size // len(piece.encode())) + behind
