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
ENDED = "昨天，全市举行大会，会议很长，一直开到了晚上，与会的人都说收获很大。"
WENT_ON = "小作坊连成长链条，生产线依次排开，工人们正在分拣谷子，机器一响，谷壳就从另一头飞了出来。"
"""A paragraph that ends, and one that takes up what was said."""
PAGE = (WELL, WATER, SCHOOL)
BULLETED = (
    "●浦城茶市減色\n浦城各鄉頭春茶往歲四月初旬即已開秤，今年因春寒過久，茶芽遲發。\n{}\n各屬義倉積穀歷年出陳易新，多未依期填補，昨特再行嚴催。\n"
    "●閩江水漲\n連日上游大雨，洪江一帶水勢驟漲四尺餘，低田多被淹沒。\n●電燈公司添購機器\n本城電燈公司因認裝者日多，原有機器力有不敷。"
)
LEVELS = (
    "# 沅城晚报\n\n## {}大桥通车\n\n昨天，大桥通车了。人来人往。\n\n### {}桥下\n\n桥下是步道，桥上挂着灯笼，一直挂到对岸。\n\n"
    "## 老井又出水\n\n清淤用了十一天，老人提着水桶来打水。"
)
"""Headings of three levels. This and the next ones have gaps for `→`, before the line that is meant."""
ONE_LEVEL = "## {}大桥通车\n\n昨天，大桥通车了。人来人往。\n\n## {}桥下\n\n桥下是步道，一直通到对岸。"
PORTAL = (
    "大桥通车\n2018-10-09 07:50　来源：沅城晚报\n　　昨天，大桥通车了。人来人往，桥上挂着灯笼。\n　　桥下是步道，一直通到对岸。\n"
    "{}老井又出水\n{}记者 李明\n2018-10-09 08:10　来源：沅城晚报\n{}　　清淤用了十一天，老人提着水桶来打水。\n"
    "渡口添了船\n2018-10-09 09:20　来源：沅城晚报\n　　从今晚起，末班船改到二十三点。\n　　船票仍是两元，自行车不加钱。"
)
BOLD = (
    "{}**大桥通车**\n\n{}**本报讯**（记者 李明）昨天，大桥通车了。\n\n"
    "**老井又出水**\n\n本报讯（记者 王芳）清淤用了十一天，井水清了。"
)
HEADED_PAGE = (
    "## {}大桥通车\n\n昨天，大桥通车了。人来人往。\n\n{}桥下的步道\n\n桥下是步道，一直通到对岸。\n\n"
    "## 老井又出水\n\n清淤用了十一天。\n\n## 渡口添了船\n\n从今晚起，末班船改到二十三点。"
)
RECORDS = (
    "标题：{}大桥通车\n日期：2018-10-09\n正文：昨天，大桥通车了。人来人往。\n{}桥下的步道\n桥下是步道，一直通到对岸。\n\n"
    "标题：老井又出水\n日期：2018-10-09\n正文：清淤用了十一天，老人提着水桶来打水。"
)


def indented(line: str, *, below: str = SCHOOL) -> str:
    """The line among paragraphs that are indented."""
    return f"老井又出水\n{WELL}\n{WATER}\n{line}\n{below}\n苗圃换上新装\n{WELL}"


def bare(line: str) -> str:
    """The line in a dump of articles that nobody signs."""
    heads = (("二", "老井又出水"), ("三", "井台又排队"), ("四", "放学忙借书"), ("五", "苗圃换新装"))
    items = "".join(f"{head}\n{WELL.strip()}\n{WATER.strip()}\n".replace("十一", f"十{n}") for n, head in heads)
    return f"{items}{line}\n{SCHOOL.strip()}"


def close(line: str) -> str:
    """The line among paragraphs without blank lines between them."""
    return f"老井又出水\n{WELL.strip()}\n{WATER.strip()}\n{line}\n{SCHOOL.strip()}"


def gapped(line: str) -> str:
    """The line on a page whose headlines over 本报讯 have a blank line before them."""
    heads = ("老井又出水", "井台又排队", "放学忙借书", "苗圃换新装")
    items = "".join(f"\n{head}\n本报讯（记者王丽）{WELL.strip()}\n{WATER.strip()}\n" for head in heads)
    return f"{items}{line}\n{SCHOOL.strip()}"


def apart(line: str) -> str:
    """The line on a page whose paragraphs have a blank line between them."""
    return f"{WELL.strip()}\n\n{WATER.strip()}\n\n{WELL.strip()}\n\n{line}\n\n{SCHOOL.strip()}\n\n{WATER.strip()}"


def wrapped(line: str) -> str:
    """The line behind a paragraph of full lines, on a page that is cut at 20 characters."""
    cut = "\n".join(text[n : n + 20] for text in PAGE for n in range(0, len(text), 20))
    return f"{cut}\n　　村里人说井水比从前还要甜一些呢，\n这是因为井底的泥已经清干净了呀。\n{line}"
