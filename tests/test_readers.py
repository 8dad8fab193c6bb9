"""What the readers of bylines, ledes, tails, furniture and page marks see, and what they must not."""

from __future__ import annotations

import pytest

from newssplit.assembling.bodies import closed_up
from newssplit.language.dates import page_number
from newssplit.lexicon import default_lexicon, fold
from newssplit.profile import lexicon_of
from newssplit.profiles import read_profile
from newssplit.rules.continuation import turn_back, turn_onward
from newssplit.rules.furniture import read_furniture
from newssplit.rules.ledes import read_lede
from newssplit.rules.people import read_people
from newssplit.rules.tails import read_tails
from newssplit.rules.teasers import listed_title, read_teaser

LEXICON = default_lexicon()


def people(text: str) -> str:
    return " ".join(f"{m.name}:{m.role or '-'}" for m in read_people(text, LEXICON))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者 谷　雨　通讯员 包博文", "谷雨:reporter 包博文:correspondent"),
        ("本报记者  栗向荣  司马澄  叶尔兰·哈孜别克", "栗向荣:reporter 司马澄:reporter 叶尔兰·哈孜别克:reporter"),
        ("记者王丽通讯员李明", "王丽:reporter 李明:correspondent"),
        ("□快报记者 尉迟小枫/文 黎阳/图", "尉迟小枫:author 黎阳:photographer"),
        ("本报记者 单小北 文　冀中 图", "单小北:author 冀中:photographer"),
        ("文/单小北  图/冀中", "单小北:author 冀中:photographer"),
        ("本报记者 柏　桦 文/图", "柏桦:author 柏桦:photographer"),
        ("文／邵思慎（自由撰稿人）", "邵思慎:author"),
        ("韩山●北京特派员", "韩山:reporter"),
        ("諸葛明　樂　怡", "諸葛明:- 樂怡:-"),
        ("林予安（台中市，家管）", "林予安:-"),
        ("溪口县中学教师　池上莲", "池上莲:-"),
        ("二营报道组", "二营报道组:-"),
        ("莊若蘭／國小教師（彰化員林）", "莊若蘭:-"),
        ("米粒编译", "米粒:translator"),
        ("本报评论员", "本报评论员:commentator"),
    ],
)
def test_a_byline_is_read(text: str, expected: str) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    ["自由撰稿人", "马赛 梁女士", "记者获悉，会议昨天召开", "青 江 县 委 书 记 带 头 到 车 站 卖 柑 桔", "", "记"],
)
def test_no_byline_is_read(text: str) -> None:
    assert people(text) == ""


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("本报讯（记者王丽 通讯员李明）昨天，", "本报讯", "王丽:reporter 李明:correspondent"),
        ("本 报 讯　（通讯员陈玉田）卖柑桔", "本 报 讯", "陈玉田:correspondent"),
        ("新华社北京5月22日电（记者李明）记者获悉，", "新华社北京5月22日电", "李明:reporter"),
        ("【記者溫博文／新竹報導】新竹縣", "新竹報導", "溫博文:reporter"),
        ("【本報記者司馬懷遠北京七日電】來自", "北京七日電", "司馬懷遠:reporter"),
        ("〔合眾社東京三日電〕美軍", "合眾社東京三日電", ""),
        ("【里斯本通讯】本刊特约记者苏小曼　“圣诞夜关门。”", "里斯本通讯", "苏小曼:reporter"),
        ("东方网5月9日消息：昨天", "东方网5月9日消息", ""),
        ("人民网北京5月9日电 记者王丽报道：昨天", "人民网北京5月9日电", "王丽:reporter"),
        ("本报讯 记者贾平川 原定两个小时的签售会", "本报讯", "贾平川:reporter"),
        ("新华社专稿：意大利西西里岛一个山村", "新华社专稿", ""),
        ("【eNet硅谷动力消息】据国外媒体报道，", "eNet硅谷动力消息", ""),
        ("PConline广州5月9日消息[文/怡莎] 近日", "PConline广州5月9日消息", "怡莎:author"),
        ("倫敦廿三日廣播：巴黎訊", "倫敦廿三日廣播", ""),
    ],
)
def test_a_lede_is_read(text: str, mark: str, expected: str) -> None:
    lede = read_lede(text, fold(text), LEXICON)
    assert lede is not None
    assert text[slice(*lede.mark[-1])] == mark
    assert " ".join(f"{m.name}:{m.role or '-'}" for m in lede.makers) == expected


def test_a_profile_teaches_what_a_mark_is_called() -> None:
    text = "本报播报 昨天，大桥通车了。"
    assert read_lede(text, fold(text), LEXICON) is None
    taught = read_lede(text, fold(text), lexicon_of(read_profile('[add.marks]\nreports = ["播报"]')))
    assert taught is not None
    assert text[slice(*taught.mark[-1])] == "本报播报"


@pytest.mark.parametrize(
    "text",
    [
        "“本报讯”三个字是怎么来的？",
        "本报讯息中心昨天迁址。",
        "通讯员队伍建设是一件大事。",
        "记者从雷克萨斯中国了解到，",
        "电话是他打来的。",
        "VCD消息闭塞，看的人不多。",
        "伦敦广播公司昨天说，",
        "据说，那年冬天很冷。",
    ],
)
def test_no_lede_is_read(text: str) -> None:
    assert read_lede(text, fold(text), LEXICON) is None


@pytest.mark.parametrize(
    ("text", "kinds", "makers"),
    [
        ("今年已是第十一年。（记者王丽）", "people", "王丽"),
        ("今年已是第十一年。（颜如许　公孙鹤）", "people", "颜如许 公孙鹤"),
        ("羊自己走回来了。（叶尔扎提·阿力　纳兰）", "people", "叶尔扎提·阿力 纳兰"),
        ("省下一千四百多元。（二营报道组）", "people", "二营报道组"),
        ("农户在采摘莲蓬。本报记者 谷雨 摄", "credit", "谷雨"),
        ("主題是「一條魚的旅行」。圖：羅渡邊", "credit", "羅渡邊"),
        ("撿到的是一個賣雪糕的孩子。（資料圖片）", "credit", ""),
        ("一元轉讓的祖屋便有47間。（系列之一）", "note", ""),
        ("全省共有百件。（据新华社）", "source", ""),
        ("要抓好落实。（下转第二版）", "turn", ""),
        ("连演了四十场。（苏可欣编译）", "people", "苏可欣"),
        ("他将无缘决赛。（王恺，英国报道）", "people", "王恺"),
        ("笑到了最后。（搜狐体育 法磊）", "people", "法磊"),
        ("笑到了最后。（搜狐体育：summer）", "people", "summer"),
        ("明年入役。(章田/雅龙)", "people", "章田 雅龙"),
        ("她任荣誉领队。　　新华社记者摄", "credit", ""),
        ("很难做到精通。上一页[1][2][3]", "imprint", ""),
        ("可供選擇的時間不多了！※以上言論不代表本報立場※", "imprint", ""),
        ("道理就是这样。（本文仅代表作者个人观点）", "imprint", ""),
        ("大樓點燈支持難民。（譯者：陳維安）1110224", "people imprint", "陳維安"),
        ("油價漲幅收斂。（編輯：楊若蘭／核稿：李承恩）1110226", "people imprint", "楊若蘭 李承恩"),
        ("每公斤收一百八十元。（編輯：鄧若綺)(商情資訊網)", "people imprint", "鄧若綺"),
        ("于次日十九时到达福州。(完)", "end", ""),
        ("三人受伤。完", "end", ""),
        ("故(B)是正確答案。文／李若海", "people", "李若海"),
        ("游客有序。作者：樊若山", "people", "樊若山"),
        ("读来令人唏嘘。记者徐若 李宁原 实习生 邹瑜", "people", "徐若 李宁原 邹瑜"),
        ("就越来越远了？”本报记者　杨若/文　王鹏/图", "people", "杨若 王鹏"),
        ("谁得谁失呢？来源：[江州法制报]", "source", ""),
        ("歧视行为。（新京报百千）", "people", "百千"),
        ("人人过关。（雒　文）", "people", "雒文"),
        ("耕者有其力而无其地云、（哈瓦斯社）", "source", ""),
        ("国防部同意了这些建议。姜若光", "name", "姜若光"),
    ],
)
def test_a_tail_is_read(text: str, kinds: str, makers: str) -> None:
    tails = read_tails(text, fold(text), LEXICON)
    assert " ".join(tail.kind for tail in tails) == kinds
    assert " ".join(m.name for tail in tails for m in tail.makers) == makers


@pytest.mark.parametrize(
    "text",
    [
        "排队的人一直站到桥上（见图）。",
        "各厂产量如下（单位：吨）",
        "下半年还要修三座桥。（文中人物均为化名）",
        "符晓（本地自由撰稿人）说起这件事，笑了。",
        "他对记者表示，明年再来。",
        "字有些模糊了。（见图/左上）",
        "名单另行通知。（以见报日期为准）",
        "下一页写着他的名字。",
        "喝酒不开车，开车不喝酒，安全有保障※",
        "笑到了最后。（完胜对手）",
        "他们的代表团昨天到了。（代表团共有十二人）",
        "电话是（0411）86589133",
        "他走上台来。记者昨天从市物价局获悉",
        "各地产量如下。数据来源：公司年报",
        "会议开得很短。会议指出",
        "中国“十一”黄金周",
    ],
)
def test_no_tail_is_read(text: str) -> None:
    assert not any(tail.makers or tail.kind in ("turn", "source") for tail in read_tails(text, fold(text), LEXICON))


@pytest.mark.parametrize(
    ("text", "newspaper", "date", "number", "name"),
    [
        ("岭外经济报　1999年6月17日　星期四　A3版", "岭外经济报", "1999-06-17", "A3", None),
        ("南光日報 94年7月19日 星期二 C2 地方新聞", "南光日報", "2005-07-19", "C2", "地方新聞"),
        ("一九五六年四月六日　星期五　夏历丙申年二月廿六　清明后一日", None, "1956-04-06", None, None),
        ("[A05] 特别报道   主编：郑悦   责编：林达   2012.3.14   星期三", None, "2012-03-14", "A5", "特别报道"),
        ("A3　兩會特刊", None, None, "A3", "兩會特刊"),
        ("江州晚报　2004年5月22日　12　要闻", "江州晚报", "2004-05-22", "12", "要闻"),
        ("大清光緒十三年四月初八日　西曆一千八百八十七年四月三十號　禮拜六", None, "1887-04-30", None, None),
        ("江城日报 98年7月19日 星期日 第2版", "江城日报", None, "2", None),  # of which century?
    ],
)
def test_the_head_of_a_page_is_read(
    text: str, newspaper: str | None, date: str | None, number: str | None, name: str | None
) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found is not None
    assert found.strong
    assert (found.page.newspaper, found.page.date, found.page.number, found.page.name) == (
        newspaper,
        date,
        number,
        name,
    )


@pytest.mark.parametrize(
    ("text", "editors"),
    [
        ("责任编辑：张三 校对：李四", ("张三", "李四")),
        ("编辑　宋　词　　组版　周五一　　电话　８２８１４６６", ("宋词", "周五一")),
        ("本版责编：闻人笔、罗砚", ("闻人笔", "罗砚")),
        ("第5版　综合新闻", ()),
    ],
)
def test_the_editors_of_a_page_are_read(text: str, editors: tuple[str, ...]) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found is not None
    assert found.page.editors == editors


@pytest.mark.parametrize(
    "text",
    [
        "微信扫描二维码看更多",
        "上一篇　下一篇",
        "首页　上一页　下一页　尾页",
        "【返回目录】",
        "责任编辑：张三 校对：李四",
        "（责编：白宇、程思）",
        "■编辑:庾信芳 ■版式:石磊 ■校对:曲静",
        "第 3 页",
        "第 1 页　共 1 页　　打印　　关闭窗口",
        "- 3 -",
        "────────",
        "© 維港日報　版權所有 不得轉載",
        "共 12 篇文章",
        "寶島時報新聞資料庫　查詢結果：12 筆　第 1 頁",
        "共检索到 12 篇　　数据库：全国报纸全文　　检索词：海州商报 2007.07.06",
        "来源：江州新闻网",
        "放大 缩小 默认",
        "【字体：大 中 小】",
        "相关报道：路灯又亮了",
        "本館開設上海三馬路　每張取錢八文",
        "本版联系电话:3322118 E-mail:wenyu@yjwb.example",
        "新闻中心 > 今日头条 > 国内",
        "关于我们 | 网站地图 | 联系方式",
        "|首页|新闻||副刊|",
        "第01版:头版　第02版:综合　第03版:企业",
    ],
)
def test_other_furniture_is_read(text: str) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found is not None
    assert found.strong


@pytest.mark.parametrize(
    "text",
    [
        "第二版邮票为什么贵",
        "小学课本第7页换了图",
        "2003年，他第一次出海。",
        "责任重于泰山",
        "天气预报说，明天有雨。",
        "警方从数据库查到线索",
        "返回故乡的路",
        "□编辑 王丽",
        "查询结果出乎意料",
        "首页上的照片",
        "数据来源：江州统计局",
        "来源：小李说他不知道这件事。",
        "放大 招租",
        "（字号太小）",
        "相关新闻：路灯又亮了",
        "光绪十三年那场雪",
        "本馆开设少儿夜间阅览专场",
        "新闻中心 > 今日头条",
        "成绩 > 努力 > 运气，他说",
        "新闻 | 副刊 | 图片",
        "关于我们 | 网站地图",
        "联系到他的人 | 认识他的人 | 从来没有见过他的那些人",
    ],
)
def test_text_is_no_furniture(text: str) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found is None or not found.strong


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一座慢了四十年的钟 >>见A03版", "一座慢了四十年的钟"),
        ("一张煎饼的千里“马拉松”　　详见下期第3版", "一张煎饼的千里“马拉松”"),
        ("A3版　老粮仓变身书店", "老粮仓变身书店"),
        ("岭外经济报　1999年6月17日　星期四　A3版", None),
        ("他翻到第三版，没有找到那张照片。", None),
    ],
)
def test_a_teaser_names_a_headline(text: str, title: str | None) -> None:
    found = read_teaser(text, fold(text), LEXICON)
    assert (found.title if found else None) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一条河的“体检报告”（第七版）", "一条河的“体检报告”"),
        ("北海渔汛来得早　　第二版", "北海渔汛来得早"),
        ("秋季开学收费标准公布　　五版", "秋季开学收费标准公布"),
        ("建设日报　　一九五六年四月二十八日　　第三版", None),
        ("北海渔汛来得早", None),
    ],
)
def test_below_a_table_of_contents_the_page_is_enough(text: str, title: str | None) -> None:
    assert listed_title(text) == title


@pytest.mark.parametrize(
    ("text", "onward", "back"),
    [
        ("尤其要把新区建设放在（下转第二版）", "2", None),
        ("（上接第1版）首位。", None, "1"),
        ("他转身下楼，接过第一版的校样。", None, None),
    ],
)
def test_the_marks_of_halves(text: str, onward: str | None, back: str | None) -> None:
    ahead, behind = turn_onward(fold(text), LEXICON), turn_back(text, fold(text), LEXICON)
    assert (ahead.page if ahead else None, behind.page if behind else None) == (onward, back)


@pytest.mark.parametrize(("printed", "page"), [("A06", "A6"), ("00004", "4"), ("四", "4"), ("Ｂ１２", "B12")])
def test_a_page_is_written_as_the_format_says(printed: str, page: str) -> None:
    assert page_number(printed) == page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青 江 县 今 年 新 办 学 校 三 所，共 收 学 生 六 百 名。", "青江县今年新办学校三所，共收学生六百名。"),
        ("青　江　县　今　年　新　办　学　校　三　所。", "青江县今年新办学校三所。"),
        ("张 弛　管 芹　尤 海　司徒雪　欧阳北", "张 弛　管 芹　尤 海　司徒雪　欧阳北"),
        ("以电兴水　以水养电", "以电兴水　以水养电"),
        ("今年新办学校三所，共收学生六百名。 ", "今年新办学校三所，共收学生六百名。 "),
    ],
)
def test_letter_spacing_goes_from_a_text(text: str, expected: str) -> None:
    assert closed_up(text) == expected
