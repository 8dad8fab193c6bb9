"""Profiles: what they change, how their mistakes are told, where they are found."""

from __future__ import annotations

import os
import re
import tomllib
from copy import deepcopy
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newssplit
from newssplit.batch.profile_files import chosen_profile, load_profile, profile_path, user_folder
from newssplit.errors import ProfileError
from newssplit.lexicon import default_lexicon
from newssplit.profile import Edit, Profile, lexicon_of, merged
from newssplit.profile_lines import line_of
from newssplit.profiles import mistakes, read_profile
from newssplit.rules.people import read_byline
from newssplit.rules.tails import read_tails
from newssplit.weights import packaged_weights

VOCABULARY = default_lexicon().table

JIANGCHENG = """\
name = "jiangcheng"
newspaper = "江城晚报"
description = "The house style since 2005"

[add.labels]
words = ["江城 茶馆"]

[remove.notices]
heads = ["预告"]
"""
DUMP = """江城晚报　2016年11月09日　第03版：城事
江城茶馆
菜价涨了
本报讯（记者 李明）昨天，记者从市场了解到，菜价涨了三成，市民说吃不起。
老人走失三天找到
本报讯（记者 王丽）昨天，走失三天的老人在山里被找到，身体无恙。
"""


def test_a_profile_is_read() -> None:
    assert read_profile(JIANGCHENG) == Profile(
        "jiangcheng",
        "江城晚报",
        "The house style since 2005",
        (Edit("add", "labels", "words", ("江城茶馆",)), Edit("remove", "notices", "heads", ("预告",))),
    )


def test_it_changes_its_lists_and_no_others() -> None:
    before = deepcopy(VOCABULARY)
    table = merged(VOCABULARY, read_profile(JIANGCHENG))
    assert table["labels"]["words"] == [*VOCABULARY["labels"]["words"], "江城茶馆"]
    assert "预告" not in table["notices"]["heads"]
    assert "预告" in VOCABULARY["notices"]["heads"]
    changed = {(t, k) for t in table for k in table[t] if table[t][k] != VOCABULARY[t][k]}
    assert changed == {("labels", "words"), ("notices", "heads")}
    assert before == VOCABULARY


def test_surnames_are_single_characters() -> None:
    profile = read_profile('[add.people]\nsurnames = ["䶮", "李"]\n[remove.people]\nsurnames = ["赵"]')
    surnames = lexicon_of(profile).surnames
    assert "䶮" in surnames
    assert "赵" not in surnames
    assert merged(VOCABULARY, profile)["people"]["surnames"].count("李") == 1


def test_the_words_of_bylines_may_be_added_to() -> None:
    lexicon = lexicon_of(
        read_profile(
            '[add.marks]\nfiling = ["播报"]\n[add.captions]\ngiven = ["惠赠"]\n'
            '[add.people]\npersons = ["师"]\n[add.roles]\nphotographer = ["摄影师", "航拍"]'
        )
    )
    filed = read_byline("记者李明／东湾播报", lexicon)
    assert [(m.name, m.role) for m in filed.makers] == [("李明", "reporter")]
    assert filed.filed is not None
    assert read_byline("图／铁路博物馆惠赠", lexicon).nobody == "given"
    assert [m.name for m in read_byline("摄影师李明", lexicon).makers] == ["李明"]
    text = "桥上的灯都亮了。　李明航拍"
    assert [tail.makers[0].name for tail in read_tails(text, text, lexicon)] == ["李明"]


def test_equal_profiles_share_a_vocabulary() -> None:
    assert lexicon_of(read_profile(JIANGCHENG)) is lexicon_of(read_profile(JIANGCHENG))
    assert lexicon_of(None) is lexicon_of(Profile(name="x")) is default_lexicon()


@pytest.mark.parametrize(
    ("profile", "section"),
    [
        ('[add.labels]\nwords = ["江城茶馆"]\nsingle = ["江城茶馆"]', ["江城茶馆", None]),
        ('[add.labels]\nwords = ["江城茶馆"]', ["江城茶馆", "江城茶馆"]),
    ],
)
def test_an_added_label_is_recognised(profile: str, section: list[str | None]) -> None:
    issue = newssplit.split(DUMP, lexicon=lexicon_of(read_profile(profile)))
    assert [article.section for article in issue.articles] == section


def test_added_words_tell_agencies_and_roles() -> None:
    dump = "大桥通车\n浪花北京5月22日电（访员 李明）昨天，大桥通车了，市民都说好。\n"
    profile = read_profile('[add.marks]\nagencies = ["浪花"]\n[add.roles]\nreporter = ["访员"]')
    plain, known = (newssplit.split(dump, lexicon=lexicon_of(p)).articles[0] for p in (None, profile))
    assert known.dateline is not None
    assert (known.dateline.agency, known.dateline.place) == ("浪花", "北京")
    assert [(person.name, person.role, person.title) for person in known.byline] == [("李明", "reporter", "访员")]
    assert (plain.dateline, plain.byline) != (known.dateline, known.byline)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'nam = "x"',
            "my.toml:1: there is no key nam; did you mean name? allowed: name, newspaper, description, path_patterns",
        ),
        (
            "[carrier]\nname = 5",
            "my.toml:1: there is no key carrier; did you mean carriers? allowed: name, newspaper, d",
        ),
        ("\nname = 5", 'my.toml:2: name is not a string; write name = "…"'),
        ("add = 5", "my.toml:1: add is not a table"),
        ("[add]\nlabels = 5", "my.toml:2: add.labels is not a table"),
        ("[[add.labels]]\nwords = []", "my.toml:1: add.labels is not a table"),
        ("# x\n[add.label]\nwords = []", "my.toml:2: there is no table label; did you mean labels? allowed: marks, r"),
        ("[add.labels]\n# x\nword = []", "my.toml:3: there is no list labels.word; did you mean words? allowed: wor"),
        ("[add.xyz]\n", "my.toml:1: there is no table xyz; allowed: marks, roles,"),
        ('[add.labels]\nwords = "江"', 'my.toml:2: labels.words is not a list of strings; write words = ["…", "…"]'),
        ('[add.labels]\nwords = ["江", 5]', "my.toml:2: labels.words is not a list of strings"),
        ('[add.labels]\nwords = ["江", " "]', "my.toml:2: an empty word in labels.words"),
        ('[add.people]\nsurnames = ["欧阳"]', "my.toml:2: 欧阳 in people.surnames is not one character"),
        (
            '[remove.notices]\nheads = [\n  "预告",\n  "天气预告",\n]',
            "my.toml:4: 天气预告 cannot be removed: it is not in notices.heads; did you mean 天气预报?",
        ),
        ('name = "a\n', "my.toml:1: is not valid TOML: Illegal character"),
        ('name = "a"\n[add', "my.toml:2: is not valid TOML: "),
        ('[add.labels]\nwords = ["a"]\n[add.labels]\nwords = ["b"]', "my.toml:3: is not valid TOML: "),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_is_allowed(text: str, said: str) -> None:
    with pytest.raises(ProfileError) as raised:
        read_profile(text, path="my.toml")
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)
    assert raised.value.remedy


CARRIER = '[[carriers]]\nname = "cards"\n'
GOOD = CARRIER + 'begins = ["剪报卡 {n}/{n}"]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('carriers = "x"', '1: carriers is not a list of tables; write [[carriers]] and below it name = "…"'),
        ('[carriers]\nname = "x"', '1: carriers is not a list of tables; write [[carriers]] and below it name = "…"'),
        ('[[carriers]]\nends = ["x"]', '1: a carrier has no name; write name = "…"'),
        ('[[carriers]]\nname = 5\nends = ["x"]', '2: name is not a string; write name = "…"'),
        (
            '[[carriers]]\nname = "a b"\nends = ["x"]',
            "2: 'a b' cannot be the name of a carrier; use letters, digits, - and .",
        ),
        ('[[carriers]]\nname = "nexis"\nends = ["x"]', "2: there is a carrier nexis already; choose another name"),
        (GOOD + "\n" + GOOD, "6: there is a carrier cards already; choose another name"),
        (GOOD + 'title = ["x"]', '4: title is not a string; write title = "…"'),
        (GOOD + "sample = 5", '4: sample is not a string; write sample = "…"'),
        (
            GOOD + 'begin = ["x"]',
            "4: a carrier has no key begin; did you mean begins? allowed: name, title, sample, begins",
        ),
        (
            CARRIER,
            "1: a carrier without lines and fields describes nothing; "
            "give it begins, ends, first, last, pages, lists or f",
        ),
        (CARRIER + 'ends = "x"', '3: ends is not a list of strings; write ends = ["…", "…"]'),
        (CARRIER + 'ends = ["x", 5]', '3: ends is not a list of strings; write ends = ["…", "…"]'),
        (CARRIER + 'ends = ["x", " "]', "3: an empty pattern in ends; leave it out"),
        (
            CARRIER + 'ends = ["x",\n"{*} {*}"]',
            "4: {*} {*} in ends would be every line; put a word or a sign beside it",
        ),
        (CARRIER + 'ends = ["a\\nb"]', "3: a pattern of several lines in ends; write one for each line"),
        (
            CARRIER + 'ends = ["No. {N}"]',
            "3: nothing is known to stand for {N} in ends; allowed: {n}, {date}, {page}, {*}",
        ),
        (
            CARRIER + "fields = 5",
            "3: the fields of a carrier are not a table; write [carriers.fields] and below it KIND = [ … ]",
        ),
        (GOOD + '[carriers.fields]\ntitel = ["x"]', "5: there is no kind of field titel; allowed: newspaper, date, pa"),
        (
            GOOD + '[carriers.fields]\nheadlin = ["x"]',
            "5: there is no kind of field headlin; did you mean headline? al",
        ),
        (GOOD + '[carriers.fields]\nbody = "x"', '5: body is not a list of strings; write body = ["…", "…"]'),
        (GOOD + '[carriers.fields]\nbody = [""]', "5: an empty name in body; leave it out"),
        (
            GOOD + '[carriers.fields]\nbody = ["甲"]\ndate = ["乙", "甲"]',
            "6: 甲 is a field of body already; keep one of them",
        ),
    ],
)
def test_a_mistake_in_a_carrier_is_told_with_its_line_and_what_to_do(text: str, said: str) -> None:
    found = mistakes(text, path="my.toml")
    assert found
    assert str(found[0]).startswith(f"my.toml:{said}")
    assert "\n" not in str(found[0])


def test_the_mistake_of_a_further_carrier_has_its_own_line() -> None:
    text = GOOD + '\n[[carriers]]\nname = "more"\n[carriers.fields]\n# x\nheadline = [5]\n[add.labels]\nwords = []\n'
    assert [mistake.place for mistake in mistakes(text)] == ["9"]
    assert [m.place for m in mistakes('carriers = [{name = "a", ends = ["x"]}, {name = "a", ends = ["x"]}]')] == ["1"]


CARDS = """\
[[carriers]]
name = "cards"
title = "剪报卡"
begins = ["剪报卡 {n}/{n}"]
ends = ["——本卡完——"]
pages = ["——下页——"]

[carriers.fields]
newspaper = ["所刊"]
date = ["刊日"]
headline = ["标头"]
author = ["落款"]
"""
CARD = """剪报卡 1/2
所刊：沅城日报
刊日：2018-10-09
标头：钟楼的大钟又响了
落款：沈砚秋
停了十一年的钟楼大钟昨天中午敲了十二下。修钟的是
——下页——
七十岁的退休钳工路德成，没有收一分钱。
——本卡完——
"""
CARD_2 = """剪报卡 2/2
所刊：沅城日报
刊日：2018-10-10
标头：三号渡口添了夜班船
落款：柏青
从今晚起，三号渡口的末班船改到二十三点。船票仍是两元，推自行车的不加钱。
——本卡完——
"""


@pytest.mark.parametrize("dump", [CARD, CARD + CARD_2])
def test_a_carrier_in_a_profile_is_read(dump: str) -> None:
    issue = newssplit.split(dump, lexicon=lexicon_of(read_profile(CARDS)))
    found = [(a.page.newspaper, a.page.date, a.headline, [p.name for p in a.byline]) for a in issue.articles]
    one, two = (
        ("沅城日报", "2018-10-09", "钟楼的大钟又响了", ["沈砚秋"]),
        ("沅城日报", "2018-10-10", "三号渡口添了夜班船", ["柏青"]),
    )
    assert found == [one, two][: len(issue.articles)]
    assert len(found) == dump.count("本卡完")
    assert [p.text for p in issue.articles[0].paragraphs] == [
        "停了十一年的钟楼大钟昨天中午敲了十二下。修钟的是七十岁的退休钳工路德成，没有收一分钱。"
    ]
    assert issue.carrier.names == ("cards",)


def test_without_the_profile_nobody_knows_the_carrier() -> None:
    assert newssplit.split(CARD + CARD_2).carrier.names == ()


def test_what_a_profile_says_of_a_field_wins_over_the_packages_carriers() -> None:
    dump = "标题：钟楼响了\nBYLINE：本馆\n正文：停了十一年的大钟昨天敲了十二下，没有收一分钱。\n\n" * 2
    dump = dump.replace("钟楼响了", "渡口添了船", 1).replace("停了十一年的大钟", "三号渡口的末班船", 1)
    for profile in ('[add.fields]\nother = ["BYLINE"]', CARRIER + '[carriers.fields]\nother = ["BYLINE"]'):
        articles = newssplit.split(dump, lexicon=lexicon_of(read_profile(profile))).articles
        assert [a.byline for a in articles] == [(), ()]
    assert [len(a.byline) for a in newssplit.split(dump).articles] == [1, 1]


def test_no_list_is_emptied() -> None:
    words = ", ".join(f'"{word}"' for word in VOCABULARY["notices"]["weather"])
    (mistake,) = mistakes(f"[remove.notices]\nweather = [{words}]")
    assert str(mistake) == "2: nothing would be left of notices.weather; leave one word in it"


def test_all_mistakes_are_told_at_once() -> None:
    text = 'nam = "x"\n[add.label]\nwords = []\n[remove.labels]\nwords = ["甲乙丙", "要闻"]\n'
    assert [mistake.place for mistake in mistakes(text)] == ["1", "2", "5"]


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ('add.labels.words = ["a"]\n', ("add", "labels", "words"), 1),
        ('[add]\nlabels = { words = ["a"] }\n', ("add", "labels", "words"), 2),
        ('[add]\n\n"labels".words = ["a"]\n', ("add", "labels", "words"), 3),
        ("[ add . labels ] # x\nwords = []\n[remove.labels]\nwords = []\n", ("remove", "labels", "words"), 4),
        ('[add.labels]\nwords = [\n"ab", \n"b"]\n', ("add", "labels", "words", "b"), 4),
    ],
)
def test_lines_are_found_in_every_way_to_write_toml(text: str, keys: tuple[str, ...], line: int) -> None:
    tomllib.loads(text)
    assert line_of(text, *keys) == line


NAMES = st.sampled_from(
    ["add", "remove", "labels", "words", "x", "people", "surnames", "name", "carriers", "fields", "ends"]
)
VALUES = st.recursive(
    st.sampled_from(["5", '"x"', "[]", '["江城"]', '["李", 3]', "true", "1979-05-27"]),
    lambda inner: st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]"),
    max_leaves=3,
)
LINES = st.one_of(
    st.builds("{} = {}".format, st.lists(NAMES, min_size=1, max_size=3).map(".".join), VALUES),
    st.lists(NAMES, min_size=1, max_size=3).map(lambda names: f"[{'.'.join(names)}]"),
    st.text(max_size=10),
)


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_whatever_is_written_there_it_is_read_or_told(text: str) -> None:
    found = mistakes(text, path="p.toml")
    if found:
        with pytest.raises(ProfileError) as raised:
            read_profile(text, path="p.toml")
        assert str(raised.value) == str(found[0])
        assert all(1 <= int(mistake.place or 0) <= text.count("\n") + 1 for mistake in found)
    else:
        lexicon_of(read_profile(text))


def test_the_template_shows_every_list_and_has_no_mistakes() -> None:
    template = resources.files("newssplit").joinpath("data", "profile.toml").read_text("utf-8")
    assert read_profile(template) == Profile()
    lines = template.split("\n")
    bare = "\n".join(re.sub("^# ", "", line) if re.match(r"# (\[+\w|\w+ = )", line) else line for line in lines)
    assert mistakes(bare) == []
    assert {(t, k) for t in VOCABULARY for k in VOCABULARY[t]} == {
        (edit.table, edit.key) for edit in read_profile(bare).edits if edit.action == "add"
    }
    [carrier] = read_profile(bare).carriers
    assert all(carrier)  # each key of a carrier is shown


# --- where they are


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "config" / "newssplit").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_the_working_folder_s_is_used_where_none_is_named(places: Path) -> None:
    assert chosen_profile(None) is None
    Path("newssplit.toml").write_text(JIANGCHENG, "utf-8")
    assert chosen_profile(None) == (read_profile(JIANGCHENG), "newssplit.toml")
    assert chosen_profile("none") is None


def test_a_name_means_the_user_s_folder(places: Path) -> None:
    file = places / "config" / "newssplit" / "jiang.cheng.toml"
    file.write_text(JIANGCHENG, "utf-8")
    assert profile_path("jiang.cheng") == str(file)
    with pytest.raises(ProfileError, match=r"no profile jiangchen in .*; name a file, or one of: jiang\.cheng"):
        profile_path("jiangchen")


def test_a_path_means_the_file(places: Path) -> None:
    Path("mine").write_text(JIANGCHENG, "utf-8")
    assert profile_path("mine") == "mine"
    assert profile_path("missing.toml") == "missing.toml"
    assert profile_path(os.path.join(".", "x")) == os.path.join(".", "x")


def test_the_user_s_folder_follows_the_environment() -> None:
    assert user_folder({"XDG_CONFIG_HOME": "/x"}) == Path("/x/newssplit")
    assert user_folder({}) == Path(os.path.expanduser("~/.config/newssplit"))


def test_editors_that_write_a_bom_or_crlf_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_bytes(b"\xef\xbb\xbf" + JIANGCHENG.replace("\n", "\r\n").encode())
    assert load_profile(str(file)) == read_profile(JIANGCHENG)
    file.write_bytes(b'name = "x"\nnewspaper = "' + "江城".encode("gb18030") + b'"\n')
    with pytest.raises(ProfileError, match=r"p\.toml:2: is not UTF-8; save it as UTF-8"):
        load_profile(str(file))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("rules = 3", 1, "rules is not a table"),
        ("[rules]\nshort_line = 3", 2, 'the weight of short_line is not a string such as "headline +6, text -4"'),
        ('[rules]\nshort_line = "headline"', 2, 'the weight of short_line is not a list such as "headline +6, '),
        ('[rules]\nshort_line = "heading +3"', 2, "the weight of short_line names heading, which is not a label"),
        ('[rules]\nshort_line = "headline +300"', 2, "the weight of short_line is beyond 99"),
        ('[rules]\nshort_lines = "headline +3"', 2, "rules has no row short_lines; did you mean short_line?"),
        ('[arcs]\n\n"any: furniture -> =" = "x"', 3, "the weight of any: furniture -> = is not a whole number"),
        ("[leaving]\nbody = true", 2, "the weight of body is not a whole number"),
    ],
)
def test_mistakes_in_weights_are_named_with_their_line(text: str, line: int, problem: str) -> None:
    (mistake,) = mistakes(text, path="x.toml")
    assert str(mistake).startswith(f"x.toml:{line}: {problem}")


def test_what_a_profile_does_not_weigh_weighs_what_it_does_in_the_package() -> None:
    profile = read_profile('[leaving]\nbody = -33\n\n[rules]\nshort_line = "headline +5"')
    weights, packaged = lexicon_of(profile).weights, packaged_weights()
    assert weights is not None
    assert weights.leaving == {**packaged.leaving, "body": -33}
    assert weights.rules == {**packaged.rules, "short_line": {"headline": 5}}
    assert weights.arcs == packaged.arcs
    assert profile.summary() == "0 words added, 0 removed, 2 rows of weights"
