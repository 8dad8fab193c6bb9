"""Hostile texts of tools: what carries a paper, far more often than any tool writes it."""

from __future__ import annotations

from benchmarks.hostile_pieces import Made, clause, lines, person, sentence, stretch, word

CARRIERS: dict[str, Made] = {
    "calls, calendars and other texts": lines(
        lambda n: f"点击上方{word(n)}关注我们",
        lambda n: "日 一 二 三 四 五 六",
        lambda n: f"{n % 28 + 1} 2 3",
        lambda n: f"相关文章：{clause(n)} | {clause(n + 1)}",
        lambda n: f"首页 / {word(n)}",
        sentence,
    ),
    "where cuttings are from": lines(
        clause,
        lambda n: f"《{word(n)}日报》2021年{n % 12 + 1}月{n % 28 + 1}日第{n % 9 + 1}版　记者 {person(n)}",
        sentence,
    ),
    "numbered contents": lines(
        lambda n: f"{n % 999}．{clause(n % 9)}\t{n % 90}",
        lambda n: f"【{word(n % 3)}】",
        lambda n: clause(n % 9),
        lambda n: f"— {n % 999} —",
        sentence,
    ),
    "signed briefs": lines(
        lambda n: word(n % 7, 4),
        lambda n: f"{clause(n)}。（{person(n)}）",
        lambda n: f"{clause(n + 1)}。（{person(n)}）",
    ),
    "items in tags": lines(
        lambda n: f'<doc id="{n}" title="{clause(n % 9)}" date="2005-06-{n % 28 + 1}" author="{person(n)}">',
        lambda n: "<head>",
        sentence,
    ),
    "values without names": lines(
        lambda n: f"2019 年 7 月 {n % 28 + 1} 日",
        lambda n: f"{word(n % 9, 2)}日报",
        lambda n: f"A{n % 40}",
        lambda n: "中文（简体）",
    ),
    "beginnings under headlines": lines(
        lambda n: clause(n % 9), lambda n: f"{clause(n % 7)}……　（详见内文）", sentence
    ),
    "headings of Markdown": lines(
        lambda n: f"{'#' * (n % 6 + 1)} {clause(n)}", lambda n: f"**{word(n)}**　{sentence(n)}"
    ),
    "a page of HTML": lines(
        lambda n: f"<h2>{clause(n)}</h2>", lambda n: f"<p>&nbsp;{sentence(n)}<br/>", lambda n: "</div>"
    ),
    "rows of a table": lines(lambda n: f"| {word(n)} | {n} | {clause(n)} |"),
    "records of JSON": lines(
        lambda n: f'{{"title": "{clause(n)}", "author": "{person(n)}", "text": "{sentence(n)}"}},'
    ),
    "messages": lines(lambda n: f"[{n % 28 + 1}/8/2009, 8:02:{n % 60:02}] {person(n)}: {sentence(n)}"),
    "quotations": lines(lambda n: f"{'> ' * (n % 9 + 1)}{sentence(n)}"),
    "numbers before headlines": lines(lambda n: f"{n}. {clause(n)}", sentence),
    "lines that come again": lines(
        clause, lambda n: f"来源：江州新闻网 编辑：{person(n % 3)}", sentence, lambda n: "分享到：微信 微博"
    ),
    "numbers alone": lines(lambda n: f"{n}.", clause, sentence),
    "a name and a value in each": lines(
        lambda n: f"[{n + 1}] {clause(n)}",
        lambda n: f"文档编号：A{n}",
        sentence,
        lambda n: f"{word(n)}　2022-07-02　第{n}版",
    ),
    "headlines printed twice": lines(lambda n: f"标题：{clause(n)}", clause, sentence),
    "fields of unknown names": lines(
        lambda n: f"  bt: {clause(n)}", lambda n: "  rq: 2022-07-02", lambda n: f"  zw: {sentence(n)}"
    ),
    "closed fields": lines(lambda n: f"【标题】{clause(n)}【/标题】", sentence, lambda n: "【/标题】"),
    "marks of pages": lines(lambda n: f"=== Page {n} ===", clause, sentence),
    "names of fields": lines(
        lambda n: f"{word(n)}：{word(n + 1)}", lambda n: f"标题：{clause(n)}", lambda n: f"正文：{sentence(n)}"
    ),
    "records without a line between": lines(lambda n: f"作者：{person(n)}", lambda n: f"标题：{word(n)}"),
    "headings below those of articles": lambda size: (
        f"# {clause(0)}\n{sentence(0)}\n\n" * 2 + lines(lambda n: f"## {clause(n)[:9]}本报讯（")(size)
    ),
    "emphasis": lines(lambda n: f"*{clause(n)}* __{word(n)}__ `{word(n)}`"),
    "crumbs of a site": lines(lambda n: f"{word(n)} > {word(n + 1)} > {word(n + 2)}｜{word(n + 3)}｜首页"),
    "fields of records": lines(
        lambda n: f"【标题】{clause(n)}", lambda n: f"【作者】{person(n)}", lambda n: f"【正文】{sentence(n)}"
    ),
    "values of a program": lines(lambda n: f"{{'title': '{clause(n)}', 'text': [('{sentence(n)}', {n}), None]}},"),
    "brackets that do not close": lambda size: '[{"text": "' + "[" * (size // 2) + '春{"a":' * (size // 16),
    "values that do not close": lambda size: "[" + lines(lambda n: f'{{"text": "{sentence(n)}", "n": [{{')(size),
    "columns side by side": lines(lambda n: f"{clause(n)}    {clause(n + 1)}"),
    "columns that do not fill": lines(lambda n: f"{word(n, 4)}      {word(n + 1, 4)}"),
    "columns without end": lambda size: "\n".join(
        "    ".join(map(clause, range(n, n + size // 860))) for n in range(20)
    ),
    "a column's end that does not come": lambda size: (
        f"{clause(0)}    {clause(1)}\n" * 9 + f"\n\n{word(0)}" * (size // 8)
    ),
    "gaps": stretch("", "春   "),
    "spaces between characters": lines(lambda n: " ".join(clause(n))),
    "numbers of lines": lines(lambda n: f"L{n}: {clause(n)}"),
    "entries of menus": lines(lambda n: word(n % 9), clause, sentence),
    "cells by semicolons": lines(lambda n: f"{clause(n)};{person(n)};{n};{sentence(n)}"),
    "names in attributes": lines(
        lambda n: f'<str name="title">{clause(n)}</str>', lambda n: f'<String CONTENT="{clause(n)}" WC="0.9'
    ),
    "templates": lines(lambda n: f"{{{{news|title = {clause(n)}", lambda n: f"|text = {sentence(n)}{{{{gap}}}}"),
    "talk between messages": lines(
        lambda n: f'06:4{n % 10}\t{person(n)}\t"{clause(n)}',
        lambda n: f'{sentence(n)}"',
        lambda n: "06:59\t\t小美已加入群組。",
    ),
    "lines in another language": lines(lambda n: "Some words in a line that is not Chinese", clause),
    "codes between signs": lines(
        lambda n: f"!v20!2022-07-02\n!v245!{clause(n)}\n!v500!{sentence(n)}", lambda n: f"!v{n % 40}!{word(n)}"
    ),
    "contents with the beginnings of texts": lines(
        lambda n: f"  * {clause(n)}", lambda n: f"    {sentence(n)[: 9 + n % 40]}……", sentence
    ),
    "senders over messages": lines(
        lambda n: f"\n2022-07-02 08:1{n % 10}:09 {person(n % 7)}", clause, lambda n: f"（接上条）\n{sentence(n)}"
    ),
    "days over days": lines(lambda n: f"2022-07-02 - {word(n)} - {person(n)}", clause),
    "pages of a site": lines(lambda n: f"第{n % 40 + 1:02}版：{word(n)[:4]}"),
    "values set in": lambda size: f"NR{' ' * (size // 9)}{clause(0)}\n" + lines(lambda n: f"    {clause(n)}")(size),
    "a site's titles over headlines": lines(lambda n: f"{clause(n)}_江州新闻网", clause, person, sentence),
    "names between rules": lines(lambda n: f"----- {word(n, 3)} -----", sentence),
    "files between rules": lines(lambda n: f"##### {word(n)}.docx #####", sentence),
    "ways to pages": lines(lambda n: f"{word(n, 4)} >> {word(n + 1, 3)} >> 内文", clause),
    "marks of scans": lines(lambda n: f"[{word(n, 3)} {word(n + 1, 2)} 扫描第 {n} 页", sentence),
    "citations": lines(lambda n: f"[{n}]{person(n)}. {clause(n)}[N]. 江州日报,", sentence),
    "all lines set in": lines(lambda n: f"   {clause(n)}", lambda n: f"   　　{sentence(n)}"),
    "pages at the top": lines(lambda n: f"{word(n, 4)}\n第{n % 9 + 1}版"),
    "what copyists say": lines(lambda n: f"（原件{word(n)}（", lambda n: f"【{clause(n)}】"),
}
