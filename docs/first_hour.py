"""Makes the invented files of docs/first-hour.md: `.venv/bin/python docs/first_hour.py FOLDER`."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

FIRST = """跨江老桥昨天开拆
本报讯（记者　于洋）跨江老桥昨天开始拆除，八百个市民到桥头看了最后一眼，有人带来了当年通车时的照片。
在桥下摆了三十年摊的修鞋匠老周犯了愁：“补了一辈子鞋，没想到要给自己找个地方。”（下转第二版）
菜价连降三周
本报讯（记者　李明）农业部门监测的28种蔬菜平均价格每公斤3.86元，已连续三周下降。商户说，天气转暖以后还会再降。
"""
SECOND = """跨江老桥昨天开拆
（上接第一版）街道办事处当天回话：桥头空着一间门面，月租一元，先签三年。老周说，明天就搬。
夜班船开到二十三点
本报讯（访员　陈晨）从今晚起，三号渡口的末班船改到二十三点。船票仍是两元，推自行车的不加钱。
老影院重新开门
停业三年的江城影院昨晚重新开门，头一部片子是三十年前在这里首映的那一部。　　（王丽）
"""
"""The 本报讯 of its last article is lost, as such things are where a scan was faint."""
TRADITIONAL = """外送員路口接生　女嬰取名平安
【記者田雨澄／蓬萊報導】高雄一名孕婦昨晨赴醫途中破水，等紅燈的外送員高振安聽見呼救，七分鐘接下一名女嬰，母女均安。
老街騎樓整平　輪椅一路到底
【記者易凱／蓬萊報導】走了四十年高高低低的老街騎樓，昨天全線整平，坐輪椅的居民第一次一路推到街尾。
"""
HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>江城日报</title></head><body>
<nav><a href="/">首页</a></nav>
<article><h1>社区食堂三天卖出八百份饺子</h1>
<p>　　本报讯（记者 孙晓）桥头社区食堂开张三天，卖出八百份饺子。掌勺的是三位退休教师，每份六元，老人减半。</p>
<h1>图书馆借书不再要押金</h1>
<p>　　本报讯（通讯员 何敏）昨天起，江城图书馆借书不再收押金，凭身份证一次可借十册，借期三十天。</p></article>
<footer>版权所有</footer></body></html>
"""
PRINTED = (
    ("学生给路灯编号", "本报讯（记者 周立）两百名中学生用一个月给老城的路灯编了号，哪一盏不亮，打电话报号就有人来修。"),
    (
        "苗圃今年送树苗",
        "本报讯（通讯员 吴刚）市苗圃从今天起向居民送三千棵树苗，每户一棵，送完为止，登记时要说明种在哪里。",
    ),
)
PACKED = {
    "08 第1版.txt": "校车换上安全带\n"
    "本报讯（记者　李明）全市六十辆校车昨天全部换上新的安全带，费用由运输公司承担，学生不用出钱。\n",
    "09 第1版.txt": "水厂请居民尝水\n"
    "本报讯（记者　于洋）城北水厂昨天请三十位居民进厂尝水，有人说比井水甜，有人说还有一点味道。\n",
}


def make(folder: Path) -> None:
    """Write the files."""
    paper, other = folder / "江城日报", folder / "蓬萊日報"
    for place in (paper, other):
        place.mkdir(parents=True, exist_ok=True)
    (paper / "1998-01-05 第1版.txt").write_bytes(FIRST.encode("gb18030"))
    (paper / "1998-01-05 第2版.txt").write_bytes(SECOND.encode())
    (paper / "1998-01-06 第1版.html").write_bytes(HTML.encode())
    (paper / "1998-01-07 第1版.pdf").write_bytes(_pdf())
    (other / "1998-01-06 A01.txt").write_bytes(TRADITIONAL.encode("big5"))
    with zipfile.ZipFile(paper / "199801.zip", "w") as archive:
        for name, text in PACKED.items():
            archive.writestr(zipfile.ZipInfo(name, (1998, 1, 10, 0, 0, 0)), text.encode("gb18030"))


def _pdf() -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas, height = Canvas(stream, (400, 300), invariant=1), 260
    for head, text in PRINTED:
        canvas.setFont("STSong-Light", 20)
        canvas.drawString(30, height, head)
        canvas.setFont("STSong-Light", 11)
        lines = [text[:28], *(text[at : at + 30] for at in range(28, len(text), 30))]
        for n, line in enumerate(lines, 1):
            canvas.drawString(30 if n > 1 else 52, height - 8 - 18 * n, line)
        height -= 18 * len(lines) + 50
    canvas.save()
    return stream.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
