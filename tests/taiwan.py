"""Writes the messages and reasons in traditional Chinese, with Taiwan's words: `python -m tests.taiwan`.

data/messages.zh-Hant.toml and data/reasons.zh-Hant.toml are made of the simplified ones: by OpenCC's `s2twp`, which
knows many of Taiwan's words (軟體, 資料夾), and by the table below, which has those that it does not know or gets wrong
here. They are made beforehand, because OpenCC takes longer to load than a page takes to be split.
tests/test_i18n.py keeps them in step.
"""

from __future__ import annotations

import re
from pathlib import Path

from opencc import OpenCC

from newssplit import i18n

DATA = Path(i18n.__file__).parent / "data"
FILES = {"messages.zh.toml": "messages.zh-Hant.toml", "reasons.zh.toml": "reasons.zh-Hant.toml"}
HEADER = "# In traditional Chinese, with Taiwan's words. Made by tests/taiwan.py: change {} instead.\n\n"
WORDS = {
    "“": "「",
    "”": "」",
    "“另存為”": "「另存新檔」",
    "幫助": "說明",
    "檢視幫助": "查看說明",
    "一屏": "一個螢幕",
    "存放正文的一列": "存放正文的一欄",
    "列數": "欄數",
    "每篇一行": "每篇一列",
    "Excel 只有 {} 行": "Excel 只有 {} 列",
    "表格行": "表格列",
    "單元格": "儲存格",
    "製表符": "定位字元",
    "引數": "參數",
    "配置": "設定檔",
    "註釋掉": "註解掉",
    "報道": "報導",
    "壓縮包": "壓縮檔",
    "歸檔": "封存檔",
    "檔案頭": "檔頭",
    "臨時資料夾": "暫存資料夾",
    "更多的包": "更多套件",
    "另一個包": "另一個套件",
    "{} 包": "{} 套件",
    "pandas 包": "pandas 套件",
    "型別": "類型",
    "許可權": "權限",
    "二進位制": "二進位",
    "分割槽": "分區",
    "標識": "識別碼",
    "示例": "範例",
    "當前": "目前",
    "管道": "管線",
    "終端": "終端機",
    "識別": "辨識",
    "生成": "產生",
    "會匹配": "會符合",
    "匹配": "比對",
    "支援和反對": "支持和反對",
    "清單隻": "清單只",
    "大多隻": "大多只",
    "文字里": "文字裡",
    "本文字": "本文",
    "專案符號": "項目符號",
    "訊息以": "消息以",
    "宣告": "聲明",
    "透過": "通過",
    "釋出": "發布",
}
"""What stands for what, in OpenCC's output; longer ones first."""
TEXT_RE = re.compile(r'(?<= = )".*"$', re.MULTILINE)
"""The translation in a line of either file."""


def traditional(page: str) -> str:
    """A file with its translations in traditional characters and Taiwan's words; keys and remarks stay."""
    converter = OpenCC("s2twp")
    ways = re.compile("|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)))

    def said(text: re.Match[str]) -> str:
        return ways.sub(lambda word: WORDS[word[0]], converter.convert(text[0]))

    return TEXT_RE.sub(said, page)


def made(name: str) -> str:
    """The traditional file that belongs to a simplified one."""
    _head, _blank, texts = (DATA / name).read_text("utf-8").partition("\n\n")
    return HEADER.format(name) + traditional(texts)


if __name__ == "__main__":
    for simplified, target in FILES.items():
        (DATA / target).write_text(made(simplified), "utf-8")
