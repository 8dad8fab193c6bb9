"""The Chinese command line: everything that it says has its translation."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from typer.main import get_command

from newssplit import i18n
from newssplit.assembling.left_out import SAID
from newssplit.cli.commands import app_for
from newssplit.errors import NewssplitError
from newssplit.evaluation.annotate import CannotAnnotate
from newssplit.evaluation.differences import ROWS
from newssplit.evaluation.evaluate import MEANINGS
from newssplit.evaluation.figures import PERFECT
from newssplit.evaluation.issue_format import AnnotationError, compile_issue
from newssplit.evaluation.table import COLUMNS as FIGURES
from newssplit.files import decoding, kinds
from newssplit.model import Change, Kind, PartRole
from newssplit.profiles import mistakes
from newssplit.reading.carriers.described import packaged_carriers
from newssplit.rules.rule import Rule
from newssplit.rules.table import SHOWN_RULES
from newssplit.show.contents import COLUMNS
from newssplit.show.report import SCRIPT_WORDS
from newssplit.show.words import FIELD_WORDS, LABEL_WORDS, LINE_WORDS, SIGN_WORDS
from tests.taiwan import FILES, made
from tests.test_decoding import SIMPLIFIED, TRADITIONAL
from tests.test_decoding_doubts import JAPANESE, told
from tests.test_kinds import BINARY, TEXT
from tests.test_show_preview import EXAMPLE, show

LEANING_RE = re.compile("也|同样|这样|其中|它们|这些")
"""How a sentence begins that leans on another one."""
PACKAGE = Path(i18n.__file__).parent
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
ENGLISH_RE = re.compile(r"\b[A-Za-z]+(?: [a-z]+){3,}")
RAISED = (*NewssplitError.__subclasses__(), CannotAnnotate, AnnotationError)
USERS_ERRORS = {"BadParameter", "NewssplitError", *(kind.__name__ for kind in RAISED)}
CARRIER = "{}: warning: {}"
PASSED_THROUGH = re.compile(r"[\W\d]*|(?:utf-8|cp950|big5hkscs|json|newssplit)\b.*", re.DOTALL)
"""Neither names nor what is nothing but slots."""


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(i18n, "catalogue", i18n.chinese_catalogue)
    i18n._forms.cache_clear()
    yield
    i18n._forms.cache_clear()


def commands(command: Any) -> Iterator[Any]:
    yield command
    for below in getattr(command, "commands", {}).values():
        yield from commands(below)


def help_texts() -> set[str]:
    said: set[str] = set()
    for command in commands(get_command(app_for([]))):
        said.update((command.help or "").split("\n\n"), [command.epilog or ""])
        said.update(getattr(parameter, "help", None) or "" for parameter in command.params)
    return {" ".join(text.split()) for text in said} - {""}


def templates(node: ast.expr) -> list[str]:
    """The literal text of an expression, `{}` where a value stands in it."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=values):
            return ["".join(v.value if isinstance(v, ast.Constant) else "{}" for v in values)]
        case ast.IfExp(body=body, orelse=orelse):
            return templates(body) + templates(orelse)
    return []


def messages() -> set[str]:
    """The texts of all errors and warnings that are written out where they are raised."""
    found: list[ast.expr] = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            if name in USERS_ERRORS:
                found += [*node.args[:1], *(k.value for k in node.keywords if k.arg == "remedy")]
            elif name in ("warn", "_say") and node.args:
                found.append(node.args[-1])
    return {text for node in found for text in templates(node) if not PASSED_THROUGH.fullmatch(text)} - {CARRIER}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, ""),
        ({"LANG": "zh_CN.UTF-8"}, "zh_cn.utf-8"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en_gb.utf-8"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh_cn"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "c.utf-8"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh_cn.utf-8"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert i18n.language(environment) == language


@pytest.mark.parametrize(
    ("named", "usage", "file"),
    [
        ("zh_CN.UTF-8", "用法：", "没有这个文件"),
        ("zh_TW.UTF-8", "用法：", "沒有這個檔案"),
        ("zh_HK", "用法：", "沒有這個檔案"),
        ("zh_Hant_MO.UTF-8", "用法：", "沒有這個檔案"),
        ("zh", "用法：", "没有这个文件"),
        ("en_US.UTF-8", "Usage: ", "there is no such file"),
    ],
)
def test_each_region_reads_its_own_script(named: str, usage: str, file: str) -> None:
    env = {**os.environ, "LC_ALL": named}
    done = subprocess.run([sys.executable, "-m", "newssplit", "preview", "nosuch"], capture_output=True, env=env)
    assert file in done.stderr.decode()
    assert show("preview", "--help", LC_ALL=named).strip().startswith(usage)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("text", sorted(help_texts()))
def test_every_help_text_is_translated(text: str) -> None:
    assert not ENGLISH_RE.search(i18n.said(text).removeprefix("示例：")) or text.startswith("Example: ")
    assert i18n.said(text) != text


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("text", sorted(messages()))
def test_every_message_is_translated(text: str) -> None:
    assert i18n.said(text.replace("{}", "X")) != text.replace("{}", "X")


MISTAKES = (
    "h|no item yet",
    "=== poem",
    "=== article pages=3",
    "=== article page",
    "=== article\nno label; and: more",
    "=== article\n+|goes on",
    "=== article\n@headline X",
    "=== article\n@alt topic=X",
    "=== article\n@by X boss",
    "=== continue id=a",
)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("source", MISTAKES)
def test_mistakes_in_annotated_issues_are_translated(source: str) -> None:
    with pytest.raises(AnnotationError) as error:
        compile_issue(source, "a.issue")
    said = i18n.said(str(error.value))
    line = source.split("\n")[-1]
    place = f"a.issue：第 {source.count(chr(10)) + 1} 行 ({line})："
    assert said.startswith(place)
    assert said.endswith("；格式见 docs/evaluation.md")
    assert not ENGLISH_RE.search(said.removeprefix(place).removesuffix("docs/evaluation.md"))


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("said", ["is not valid JSON", "has no paragraphs, or a value that is not text"])
def test_mistakes_in_gold_are_translated(said: str) -> None:
    message = f"a.gold.json:line 1: {said}; docs/evaluation.md says what an article holds"
    assert not ENGLISH_RE.search(i18n.said(message))


def test_eval_is_chinese() -> None:
    gold = EXAMPLE.parents[1] / "tests" / "golden" / "hard" / "headline-stops.issue"
    said = show("eval", gold, "--misses", **CHINESE)
    assert not ENGLISH_RE.search(said)
    for word in ("各期", "合计", "全对", "有误之处", "正文逐字正确", "人的 F1"):
        assert word in said
    page = show("eval", gold, "--html", "/dev/stdout", "--json", **CHINESE)
    assert '<html lang="zh-Hans">' in page
    assert "篇全对" in page
    assert show("eval", gold, "--json", **CHINESE) == show("eval", gold, "--json", LC_ALL="C.UTF-8")


def test_labels_are_chinese_where_they_are_shown() -> None:
    line = show("explain", EXAMPLE, "--line", 6, **CHINESE)
    assert "以署名开头的段落 (lede) → 第 1 篇" in line
    for command in (["explain", EXAMPLE], ["rules"]):
        said = show(*command, **CHINESE)
        assert "以署名开头的段落" in said
        assert not re.search(r"\b(?:lede|headline|furniture)\b", said)
        assert re.search(r"\blede\b", show(*command, LC_ALL="C.UTF-8"))


@pytest.mark.parametrize(("simplified", "target"), FILES.items())
def test_the_traditional_texts_are_in_step(simplified: str, target: str) -> None:
    written = (PACKAGE / "data" / target).read_text("utf-8")
    assert written == made(simplified), "run: python -m tests.taiwan"


def test_taiwan_has_its_own_words() -> None:
    pages = [show(name, "--help", LC_ALL="zh_TW.UTF-8") for name in ("split", "batch", "preview", "profiles")]
    said = re.sub(r"\s", "", "".join(pages))
    for word in ("說明", "欄數", "螢幕", "檔案", "資料夾", "預設", "壓縮檔", "設定檔", "每篇一列", "儲存格"):
        assert word in said, word
    assert not re.search("幫助|一屏|文件|默認|數據|壓縮包|本文字|型別|許可權|[“”]", said)


def shown_words() -> set[str]:
    """What the package says through `_`, what stands in the report's template, and in its script."""
    found = set(SCRIPT_WORDS) | set(LABEL_WORDS.values()) | {column.name for column in COLUMNS} | set(get_args(Kind))
    found |= {*LINE_WORDS.values(), *FIELD_WORDS.values(), *SIGN_WORDS.values()}
    found |= {*MEANINGS.values(), *PERFECT, *ROWS, *(f"figure {name}" for name in ("n", *FIGURES))}
    found |= {carrier.title for carrier in packaged_carriers()}
    found |= set(get_args(PartRole)) | set(get_args(get_type_hints(Change)["action"]))
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "_":
                found.update(templates(node.args[0]))
    return found | set(re.findall(r"{{(.+?)}}", (PACKAGE / "data" / "report.html").read_text("utf-8")))


@pytest.mark.parametrize("text", sorted(shown_words()))
def test_every_word_that_is_shown_is_translated(text: str) -> None:
    assert text in i18n.chinese_catalogue()


def test_every_reason_is_translated() -> None:
    assert list(i18n.chinese_reasons()) == [rule.name for rule in SHOWN_RULES]


@pytest.mark.parametrize("rule", SHOWN_RULES, ids=lambda rule: rule.name)
def test_a_reason_in_chinese_is_a_sentence_of_its_own(rule: Rule) -> None:
    said = i18n.chinese_reasons()[rule.name]
    assert re.fullmatch("[^A-Za-z]{8,}。", said)
    assert not LEANING_RE.match(said)


def test_reasons_are_chinese_where_they_are_shown() -> None:
    reason = i18n.chinese_reasons()["dateline_mark"]
    commands = ("rules", "rules dateline_mark", f"explain {EXAMPLE} --line 6", f"report {EXAMPLE} -o -")
    for command in commands:
        assert reason in re.sub(r"[\s│]", "", show(*command.split(), **CHINESE)), command
    assert reason not in show("rules", LC_ALL="C.UTF-8")
    assert "開頭第一行是短短的名稱" in show("rules", LC_ALL="zh_TW.UTF-8")


def test_the_report_is_chinese() -> None:
    page = show("report", EXAMPLE, "-o", "-", **CHINESE)
    assert '<html lang="zh-Hans">' in page
    assert "先看这里" in page
    head = re.sub("<script.*|<style.*?</style>", "", page, flags=re.DOTALL)
    assert not ENGLISH_RE.search(re.sub("<[^>]*>", " · ", head))


@pytest.mark.usefixtures("chinese")
def test_doubts_about_encodings_are_translated() -> None:
    assert not ENGLISH_RE.search(i18n.said(decoding.GO_ON))
    for data in ("报纸".encode("gb18030"), "①あ报".encode("cp950", "ignore") * 3):
        warning = decoding.decode(data).warning
        assert warning is None or not ENGLISH_RE.search(i18n.said(warning))


DOUBTFUL = {
    **BINARY,
    **{name: texts[0].encode() for name, texts in TEXT.items()},
    "marks": (SIMPLIFIED + "\ufeff" + SIMPLIFIED + "\ue5e5锟斤拷").encode() + b"\xe6",
    "halves": SIMPLIFIED.encode("gb18030") + TRADITIONAL.encode("cp950"),
    "parts": SIMPLIFIED.encode() + ("\ufeff" + SIMPLIFIED).encode("utf-16-le"),
    "saved": SIMPLIFIED.encode().decode("gb18030", "replace").encode(),
    "rare": (SIMPLIFIED + "".join(map(chr, range(0x3400, 0x3800)))).encode(),
    "japanese": (JAPANESE * 9).encode("euc-jp"),
}
"""Files that there is something to say about."""


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("data", DOUBTFUL.values(), ids=DOUBTFUL.keys())
@pytest.mark.parametrize("errors", ["strict", "replace"])
def test_what_is_said_of_files_is_translated(data: bytes, errors: str) -> None:
    warning = told(data, errors)
    assert warning
    said = i18n.said(warning if warning.startswith("a.txt:") else f"a.txt: warning: {warning}")
    assert not ENGLISH_RE.search(said)
    assert "; " not in said
    assert not re.search(r"(?<!a.txt:)line \d", said)


def test_every_kind_of_file_is_translated() -> None:
    known = i18n.chinese_catalogue()
    every = [*kinds.PACKED.values(), kinds.ZIP, *(kind for _, kind in kinds.SIGNATURES)]
    every += [kinds.HTML, kinds.MHTML]
    assert not [kind.name for kind in every if kind.name not in known and kind.name != "JSON"]
    assert not [kind.remedy for kind in every if kind.remedy not in known]


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("english", "chinese_text"),
    [
        ("a b.txt: there is no such file; check the path", "a b.txt：没有这个文件；请检查路径"),
        ("x: y.txt: is empty: no articles", "x: y.txt：是空的：没有文章"),
        ("p.txt:byte 7: FF FE is not valid utf-8; " + decoding.NAME_IT, None),
        ("U+FFFD stands 2 times for bytes that are not valid utf-8", "有 2 处不是合法的 utf-8，以 U+FFFD 代替"),
        ("text: is a folder; name a file in it", "text：是文件夹；请指定其中的文件"),
        ("text: warning: is empty: no articles", "text：警告：是空的：没有文章"),
        ("a: b.txt: cannot be read: Permission denied; check the file", "a: b.txt：无法读取：没有权限；请检查该文件"),
        ("o.csv: cannot be written: No space left on device", "o.csv：无法写入：磁盘已满"),
        ("o.csv: cannot be written: something else", "o.csv：无法写入：something else"),
        ("Invalid value for '-l': 'x' is not one of a, b.", "'-l' 的值无效：'x' 不在 a, b 之中。"),
        (f"a.txt: warning: 83% {SAID}", "a.txt：警告：83% 的文字因重复出现而略去；请查看：newssplit explain"),
        (
            "p.toml:4: a carrier has no key x; did you mean y? allowed: y, z",
            "p.toml:4：工具没有键 x；是不是 y？允许的有：y, z",
        ),
        (
            "p.toml:5: nothing is known to stand for {N} in ends; allowed: {n}",
            "p.toml:5：ends 中的 {N} 不代表任何内容；允许的有：{n}",
        ),
        ("nothing that anybody ever said", "nothing that anybody ever said"),
        ("{odd} {0} braces", "{odd} {0} braces"),
    ],
)
def test_messages_are_translated_part_by_part(english: str, chinese_text: str | None) -> None:
    said = i18n.said(english)
    assert said == chinese_text if chinese_text else not ENGLISH_RE.search(said)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("english", "chinese_text"),
    [
        (f"{'a: ' * 200}b.txt: is empty: no articles", f"{'a: ' * 200}b.txt：是空的：没有文章"),
        ("Invalid value for '-l': 'none of a' is not one of a, b.", "'-l' 的值无效：'none of a' 不在 a, b 之中。"),
    ],
)
def test_names_may_look_like_parts_of_a_message(english: str, chinese_text: str) -> None:
    assert i18n.said(english) == chinese_text


FOREIGN_RE = re.compile(
    r"(?<!there )\b(?:is|are) no (?!longer)\w|parted by|anew|(?:is|are) there already|exclude each other"
)
"""English that reads as translated."""


def test_messages_are_plain_english() -> None:
    assert [key for key in i18n.chinese_catalogue() if FOREIGN_RE.search(key)] == []


def test_translations_take_what_their_keys_give() -> None:
    for key, translation in i18n.chinese_catalogue().items():
        if "{command_path}" in key:
            continue
        slots = [f"<{n}>" for n in range(key.count("{}"))]
        filled = translation.format(*slots)
        assert all(slot in filled for slot in slots), key
        assert re.search("[\u4e00-\u9fff]", translation), key


@pytest.mark.parametrize("command", ["", "split", "batch", "preview", "explain", "report", "rules", "schema", "eval"])
def test_help_is_chinese_through_and_through(command: str) -> None:
    said = show(*command.split(), "--help", **CHINESE)
    assert said.startswith("用法：newssplit")
    assert "选项" in said
    assert not ENGLISH_RE.search(re.sub("示例：.*", "", said))
    assert not re.search("[\u4e00-\u9fff]", re.sub("下转|上接", "", show(*command.split(), "--help", LC_ALL="C.UTF-8")))


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["preview", "missing.txt"], "missing.txt：没有这个文件；请检查路径"),
        (["preview", EXAMPLE, "--article", 99], "没有第 99 篇文章；请从 1 到"),
        (["split", "--foo"], "没有选项 --foo"),
        (["split", "-f", "docx"], "'docx' 不在"),
        (["nonsense"], "没有命令 'nonsense'"),
        (["explain", "--line"], "选项 '--line' 需要一个值"),
        (["preview", "--width", "many"], "不是整数"),
        (["preview", "a", "b"], "多出了参数"),
    ],
)
def test_mistakes_are_told_in_chinese(args: list[object], said: str) -> None:
    env = {**os.environ, **CHINESE, "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-m", "newssplit", *map(str, args)], capture_output=True, timeout=60, env=env
    )
    assert done.returncode in (1, 2)
    assert said in done.stderr.decode()
    assert not ENGLISH_RE.search(done.stderr.decode())


def test_what_is_shown_is_chinese_and_what_is_data_is_not() -> None:
    toc = show("preview", EXAMPLE, "--toc", **CHINESE)
    assert all(word in toc for word in ("共 ", "标题", "把握", "报道"))
    assert "差距" in show("explain", EXAMPLE, "--line", 6, **CHINESE)
    for data in (["split", EXAMPLE], ["explain", EXAMPLE, "--json"], ["rules", "--json"], ["schema"]):
        assert show(*data, **CHINESE) == show(*data, LC_ALL="C.UTF-8")


BAD_CARRIERS = """
[[carriers]]
name = "a b"
titel = "x"
begins = ["", "{*}", "{x} y"]
ends = 5
[carriers.fields]
headlin = []
body = ["甲", ""]
date = ["甲"]
[[carriers]]
title = 5
[[carriers]]
name = "nexis"
fields = 5
"""


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("mistake", [str(mistake) for mistake in mistakes(BAD_CARRIERS, path="p.toml")])
def test_mistakes_in_carriers_are_translated(mistake: str) -> None:
    assert not ENGLISH_RE.search(re.sub("允许的有.*|请写上.*", "", i18n.said(mistake)))
    assert "；" in i18n.said(mistake)
