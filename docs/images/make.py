"""Make the pictures of the documentation anew: `.venv/bin/python docs/images/make.py`.

Needs Chromium, the development extra, and a font with Chinese (Debian: chromium, fonts-noto-cjk).
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from html import escape, unescape
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from newssplit.batch.stream import InputOptions
from newssplit.cli.console import Messages
from newssplit.show.opened import Opened, open_issue
from newssplit.show.preview import preview, rendered
from newssplit.show.report import report

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "county-2016.txt"
COLUMNS, SHOWN = 100, 46
FONT_FACE_RE = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
TEXT_RE = re.compile(
    r'(<text class="preview-r[^>]*?)x="([\d.]+)" (y="[\d.]+") textLength="[\d.]+"([^>]*)>([^<]*)</text>'
)
RUN_RE = re.compile(r"[\u1100-\u115f\u2e80-\uffe6]+|[^\u1100-\u115f\u2e80-\uffe6]+")
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"
FONT_SIZE, ASPECT = 20, 0.52
"""Pixels, and the width of a column in them: a Chinese character, a square, takes two."""
PAPER = TerminalTheme(
    (251, 250, 247),
    (43, 40, 36),
    [
        (43, 40, 36),
        (179, 38, 30),
        (47, 125, 84),
        (161, 92, 0),
        (45, 95, 160),
        (140, 60, 130),
        (20, 110, 120),
        (107, 102, 93),
    ],
)
"""The colours of the report, for the terminal's picture."""


def main() -> None:
    """Write preview.svg, report.png and report-dark.png beside this file."""
    opened = open_issue(str(EXAMPLE), InputOptions(), Messages())
    opened = Opened(EXAMPLE.name, opened.encoding, opened.issue)
    (HERE / "preview.svg").write_text(picture_of_preview(opened), "utf-8")
    chromium = shutil.which("chromium") or sys.exit("make.py: there is no chromium; apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page = Path(folder, "report.html")
        page.write_text("".join(report([opened])), "utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for scheme, name in (("light", "report.png"), ("dark", "report-dark.png")):
            size = {"width": 1360, "height": 900}
            shown = browser.new_page(viewport=size, device_scale_factor=1.5, color_scheme=scheme)
            shown.goto(page.as_uri())
            photograph(shown, HERE / name)
        browser.close()


def photograph(page: Page, target: Path) -> None:
    """The report with a line chosen, as it looks after a click."""
    page.locator("#s1l5 [data-a]").click()
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(600)
    page.screenshot(path=target)


def picture_of_preview(opened: Opened) -> str:
    """The beginning of the preview as an SVG, in a font of the reader's own."""
    console = Console(
        file=io.StringIO(), record=True, width=COLUMNS, force_terminal=True, color_system="standard", highlight=False
    )
    lines = "".join(rendered(console, preview(opened, COLUMNS))).splitlines()
    shown = [f"$ newssplit preview {opened.source}", "", *lines[: lines.index("", SHOWN)]]
    console.print(Text("\n").join(map(Text.from_ansi, shown)))
    own_font = FONT_FACE_RE.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code, monospace", FONTS)
    drawn = console.export_svg(
        title="newssplit", theme=PAPER, code_format=own_font, font_aspect_ratio=ASPECT, unique_id="preview"
    )
    return TEXT_RE.sub(spread, drawn)


# Rich gives every character one column; each run of wide ones needs its own place and length.
def spread(text: re.Match[str]) -> str:
    before, x, y, after, said = text.groups()
    column, runs = float(x), []
    for run in RUN_RE.findall(unescape(said)):
        length = cell_len(run) * FONT_SIZE * ASPECT
        fit = "spacing" if cell_len(run) > len(run) else "spacingAndGlyphs"
        place = f'x="{column:g}" {y} textLength="{length:g}" lengthAdjust="{fit}"'
        runs.append(f"{before}{place}{after}>{escape(run)}</text>")
        column += length
    return "".join(runs)


if __name__ == "__main__":
    main()
