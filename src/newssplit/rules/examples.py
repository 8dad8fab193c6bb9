"""Pages of a few lines for the examples of rules that ask for the habits of a whole page."""

from __future__ import annotations

WELL = "　　老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青砖，砖上刻着光绪年号，老人们说小时候就喝这口井的水。"
WATER = "　　井水送检以后，村里把化验单贴在井台边，二十一项指标全部合格，老人们提着水桶来打水，井台边又排起了队。"
SCHOOL = "　　放学以后，三十七个孩子挤进图书室借书，管理员是退休教师，她给每本书包了牛皮纸，又用毛笔写上书名和编号。"
WELL_AGAIN = (
    "　　老井清淤以后，井底青砖露了出来，老人们提着水桶排队打水，化验单还贴在井台边，"
    "村里请人把光绪年号描成红色，挖出的泥送进了苗圃。"
)
OPEN_TABLE = (
    "　　射手榜：盖明（临港）11球，邰永力（临港）、达瓦（宁川）8球，何平、章宁（北原）各7球，其余的人都没有超过6球"
)
"""A paragraph that ends without a stop, and complete."""
PAGE = (WELL, WATER, SCHOOL)


def indented(line: str, *, below: str = SCHOOL) -> str:
    """The line among paragraphs that are indented."""
    return f"老井又出水\n{WELL}\n{WATER}\n{line}\n{below}\n苗圃换上新装\n{WELL}"


def bare(line: str) -> str:
    """The line in a dump of articles that nobody signs."""
    heads = ("老井又出水", "井台又排队", "放学忙借书", "苗圃换新装")
    items = "".join(f"{head}\n{WELL.strip()}\n{WATER.strip()}\n" for head in heads)
    return f"{items}{line}\n{SCHOOL.strip()}"


def close(line: str) -> str:
    """The line among paragraphs without blank lines between them."""
    return f"老井又出水\n{WELL.strip()}\n{WATER.strip()}\n{line}\n{SCHOOL.strip()}"


def gapped(line: str) -> str:
    """The line on a page whose headlines over 本报讯 have a blank line before them."""
    heads = ("老井又出水", "井台又排队", "放学忙借书", "苗圃换新装")
    items = "".join(f"\n{head}\n本报讯（记者王丽）{WELL.strip()}\n{WATER.strip()}\n" for head in heads)
    return f"{items}{line}\n{SCHOOL.strip()}"


def wrapped(line: str) -> str:
    """The line behind a paragraph of full lines, on a page that is cut at 20 characters."""
    cut = "\n".join(text[n : n + 20] for text in PAGE for n in range(0, len(text), 20))
    return f"{cut}\n　　村里人说井水比从前还要甜一些呢，\n这是因为井底的泥已经清干净了呀。\n{line}"
