"""What the pieces of page furniture look like in folded text: dates, pages, imprints, menus, prompts."""

from __future__ import annotations

from collections.abc import Collection

from newssplit.language.dates import FULL_DATE, SEXAGENARY, WEEKDAY
from newssplit.lexicon import GAP, Lexicon, any_of
from newssplit.light import NamedTuple

PAGE_NUMBER = rf"(?:[A-Za-zＡ-Ｚ]{{1,2}}{GAP}\d{{1,4}}|\d{{1,5}}|[一二三四五六七八九十]{{1,3}})"
PERSON = r"(?:[\p{Han}·]{2,4}|\p{Han}[ \u3000]{1,2}\p{Han}(?!\p{Han})|[A-Za-z.]{2,12})"
PAGE_OF_EDITORS = r"(?:[一二三四五六七八九十\d]{1,2}版|本版|今日)?"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RULES = "─━—－=＝*＊_＿·…～~"
"""Characters that a rule across the page is drawn with; the hyphen is another one."""


class Kind(NamedTuple):
    """What a kind of piece looks like, and what every one of the kind holds."""

    pattern: str
    characters: str = ""
    """One of these stands in each …"""
    words: Collection[str] = ()
    """… or one of these words, be it letter-spaced."""


def kinds(lexicon: Lexicon) -> dict[str, Kind]:
    """All kinds of pieces, in the order in which they are tried."""
    return (
        _days(lexicon)
        | _pages(lexicon)
        | _imprints(lexicon)
        | _makers_of_papers(lexicon)
        | _sites(lexicon)
        | _names(lexicon)
    )


def _days(lexicon: Lexicon) -> dict[str, Kind]:
    of = lexicon.of("furniture").one_of
    return {
        "date": Kind(FULL_DATE, "年-./JFMASOND"),
        "week": Kind(
            rf"[（(]?{WEEKDAY}[)）]?"
            r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,?",
            "期拜周yY",
        ),
        "lunar": Kind(
            rf"{of('reigns')}\p{{Han}}{{1,4}}年\p{{Han}}{{1,4}}月\p{{Han}}{{1,4}}?日|{of('calendars')}[\p{{Han}}\d]{{2,14}}"
            rf"|{SEXAGENARY}年\p{{Han}}{{3,8}}",
            "年",
            lexicon.words("furniture", "calendars"),
        ),
    }


def _pages(lexicon: Lexicon) -> dict[str, Kind]:
    of = lexicon.of("furniture").one_of
    names, ends = of("pages"), "".join(sorted({word[-1] for word in lexicon.words("furniture", "page_ends")})) or " "
    return {
        # 第 3 页，共 8 页
        "footer": Kind(
            rf"第{GAP}\d+{GAP}页(?:{GAP}[/共]{GAP}\S{{1,6}}?{GAP}页)?|Page\s?\d+|^[-–—·－]\s?\d{{1,3}}\s?[-–—·－]$",
            "页P-–—·－",
        ),
        # 共检索到 12 篇 · 数据库：…
        "query": Kind(
            rf"\p{{Han}}{{0,8}}{of('databases')}(?:[：:]\S+)?"
            rf"|共?{of('searches')}(?:到\s?\d+\s?[篇条笔项]|(?:结果|条件|词)[：:]\s?\S*(?:\s?[篇条笔项])?)"
            r"|共\s?\d+\s?[篇条笔]\p{Han}{0,4}(?=\s|$)",
            "篇条笔",
            lexicon.of("furniture").listed("databases", "searches"),
        ),
        # 第A06版（综合） · A06 · 06版
        "page": Kind(
            rf"(?<!\p{{Han}})第{GAP}(?P<number>{PAGE_NUMBER}){GAP}[版页](?!\p{{Han}})(?:{GAP}[（(](?P<title>[^）)]{{0,12}})[）)])?"
            rf"|(?<![\w])(?P<number>[A-ZＡ-Ｚ]{{1,2}}\d{{1,3}}|\d{{2,5}}(?=版[:：])){GAP}版?(?![\w-])"
            rf"|(?<![\w.])(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})版(?=\s|$|[:：·])",
            "版页ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ" + LETTERS,
        ),
        # a page's number at the end of a running head, set apart or behind a name that ends as pages' names do; or before
        # the page's name: 神舟 13 is a headline
        "corner": Kind(
            rf"(?:(?<=\u3000)|(?<=[ \u3000]{{2}})|(?<=[{ends}][ ])|(?<=[·・]\p{{Han}}{{2,4}}[ ]))(?P<number>\d{{1,2}})(?=$|[ \u3000]+{names}$)"
            rf"|^(?P<number>\d{{1,2}})(?=[ \u3000]{{1,6}}\p{{Han}}|[ \u3000]?[|｜][ \u3000]?\p{{Han}})",
            " \u3000|｜",
        ),
        # the name of a page, 要闻
        "named": Kind(
            rf"(?:^|(?<=[ \u3000]))(?P<title>{names}(?:[·・]\p{{Han}}{{2,4}})?)(?=$|[ \u3000])", " \u3000·・"
        ),
    }


def _imprints(lexicon: Lexicon) -> dict[str, Kind]:
    of = lexicon.of("furniture").one_of
    return {
        "url": Kind(
            r"(?:E-?mail\s?[:：]\s?)?(?:https?://\S+|www\.\S+|[\w×.-]{1,64}@[\w.-]+\.\w+)",
            "/w@",
        ),
        # （总第 1234 期）
        "issue": Kind(
            rf"(?<!\p{{Han}})[（(]?(?:总{GAP})?第{GAP}[\d〇○零一二三四五六七八九十百千]{{2,8}}{GAP}[期号][）)]?(?:[（(]总第?\d+期[）)])?"
            r"|第\d{1,4}期",
            "期号",
        ),
        # 今日 16 版
        "count": Kind(
            rf"{of('counted')}{GAP}共?{GAP}\S{{1,4}}{GAP}(?:大?张|版)(?:一张)?",
            "张版",
        ),
        # 零售 1 元 · 零售铜元十二枚
        "price": Kind(
            rf"{of('prices')}[价每份月季年：:\s]{{0,8}}{of('coins')}?\s?[\d．.一二三四五六七八九十角元分]+[元枚]?"
            rf"|{of('per_sheet')}\p{{Han}}{{1,3}}文",
            words=lexicon.of("furniture").listed("prices", "per_sheet"),
        ),
    }


def _makers_of_papers(lexicon: Lexicon) -> dict[str, Kind]:
    lists = lexicon.of("furniture")
    of, words = lists.one_of, lists.listed
    return {
        # 国内统一刊号 · 邮发代号 · ICP备 · 未经授权不得转载
        "register": Kind(
            rf"{of('registered')}\S{{0,12}}[:：]?\s?(?:CN)?[\w()（）/－-]*+|{of('codes')}[:：]?\s?[\d-]+"
            r"|CN\s?\d\d[-－]\d{4}\S{0,5}|ISSN\S+"
            rf"|\p{{Han}}{{2,8}}{of('licences')}[:：]?\s?[^\W\d]{{0,12}}\d\S*|\p{{Han}}{{0,3}}{of('filed')}\s?\d+号?|\p{{Han}}?ICP[备证]\S+"
            rf"|未经\p{{Han}}{{0,4}}{of('permissions')}\s?(?:不得|禁止|严禁)\p{{Han}}{{0,8}}",
            words=(*words("registered", "codes", "licences", "filed", "permissions"), "CN", "ISSN", "ICP"),
        ),
        # 主办 · 承印 · 社址
        "publisher": Kind(
            rf"\p{{Han}}{{2,16}}{of('publishers')}(?!社)|{of('imprints')}[:：]\S+|\p{{Han}}{{0,8}}每周\S{{1,8}}出版"
            rf"|{of('houses')}[\s：:]+\S{{2,14}}|{of('rights')}|{of('shops')}\p{{Han}}{{2,12}}[路街里弄口]"
            r"|(?:[Cc]opyright\s?)?©\s?\d*|Copyright\s?[\d－-]*|All [Rr]ights [Rr]eserved",
            words=(*words("publishers", "imprints", "houses", "rights", "shops"), "©", "opyright", "ights"),
        ),
        # 责任编辑：… 校对：…
        "editors": Kind(_editors(lexicon), words=lexicon.words("furniture", "editors")),
        # 热线电话：…
        "contact": Kind(
            rf"(?:\p{{Han}}{{2,4}})?{of('contacts')}(?:电话)?[：:]?\s?(?:\d{{3,4}}\s\d{{4}}|[A-Za-z\d×_@.:/－—–-]{{4,}})",
            words=words("contacts"),
        ),
        # 地址：…, which is a paper's own only beside other pieces
        "address": Kind(rf"{of('shared')}[：:]\S+", words=words("shared")),
    }


def _editors(lexicon: Lexicon) -> str:
    role = any_of(lexicon.words("furniture", "editors"))
    between = rf"[ \u3000、/／]{{1,6}}(?!{role})"
    return (
        rf"(?P<role>{PAGE_OF_EDITORS}{role})(?:\s?[：:/／|｜丨]\s?|[ \u3000]{{1,6}}(?={PERSON}(?:\s|$)))"
        rf"(?:{PERSON}(?:{between}|$|(?=[\s）)】\]]))){{0,16}}(?<=[\p{{Han}}A-Za-z.·]){PERSON}?(?<![：:/／|｜丨])"
    )


def _sites(lexicon: Lexicon) -> dict[str, Kind]:
    of = lexicon.of("furniture").one_of
    navigation, counts = of("navigation"), of("counts")
    clock = r"\d\d?:\d\d"
    return {
        # a web page's time and counts
        "stamp": Kind(
            rf"(?<=\d日\s?|\d\d[-/.]\d\d?[-/.]\d\d?\s){clock}(?::\d\d)?(?:\s?[（(]{clock}更新[)）])?"
            rf"|\d\d:\d\d(?::\d\d)?\s+(?:{counts}|评论|来源)\S*+(?:\s?\d+)?|{counts}\S{{0,2}}[：:]\s?\d+",
            ":：",
        ),
        # 上一篇 下一篇 [返回目录] 【打印】; other words beside one between 【 and 】 make the name of a column: 【见证分享】
        "navigation": Kind(
            rf"[\[【（(]字[体号][：:]?[大中小\s]{{3,9}}[\]】）)]|[\[<]\p{{Han}}{{0,2}}{navigation}\p{{Han}}{{0,3}}[\]>]"
            rf"|【{navigation}】|(?<!\p{{Han}}){navigation}(?!\p{{Han}})\d?",
            "字",
            lexicon.words("furniture", "navigation"),
        ),
        # 扫码看视频
        "prompt": Kind(
            rf"[（(▲▼]?\p{{Han}}{{0,8}}(?:{of('scans')}|扫描.{{0,4}}二维码|点[击我](?:这里)?{of('views')})[^。]{{0,16}}",
            "点",
            (*lexicon.of("furniture").listed("scans"), "扫描"),
        ),
        # 热贴推荐：…, a link to another article; 相关新闻：… may be the headline of one beside it
        "link": Kind(rf"^{of('links')}\s?[：:].{{2,60}}(?<![。！？])$", ":："),
        # 来源：X网, where a site has an article from
        "source": Kind(
            rf"^{of('texts')}?{of('sources')}\s?[：:|｜丨]\s?[\[《【]?[^\s，。：:]{{2,16}}[\]》】]?$",
            words=lexicon.words("furniture", "sources"),
        ),
        # ──────
        "rule": Kind(rf"[{RULES}\-]{{6,}}", RULES + "-"),
        # 专栏：国际短波
        "column": Kind(r"(?<!\p{Han})\p{Han}?栏目?[:：]", "栏"),
        # （附图片1张）
        "photos": Kind(r"[（(]附?图片?\d+[张幅][）)]", "张幅"),
    }


def _names(lexicon: Lexicon) -> dict[str, Kind]:
    ends = lexicon.words("marks", "papers")
    papers, editions = lexicon.one_of("marks.papers"), lexicon.one_of("furniture.editions")
    return {
        "paper": Kind(
            rf"《?(?:\p{{Han}}{{1,10}}?{papers}(?<![预汇喜捷情海通简公]报)(?!(?<=报)[道告导名社价到])"
            rf"|(?:\p{{Han}}[ \u3000]{{1,4}}){{2,10}}[报刊])》?[ \u3000]?{editions}?(?!\p{{Han}}{{3}})",
            "报刊" + "".join({word[-1] for word in ends}),
        ),
        # a paper's name in Latin letters
        "latin": Kind(r"[A-Z][A-Z]+(?:\s[A-Z]+)*", LETTERS),
    }
