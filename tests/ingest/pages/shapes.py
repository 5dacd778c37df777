"""Invented pages in the shapes that content systems give theirs, each with what a reader sees on it."""

import json

import msgspec


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """One page and what is right: `authors` in page order, `day` of publication, `language` of the text."""

    name: str
    markup: str
    title: str
    authors: tuple[str, ...] = ()
    day: str | None = None
    language: str = "en"
    url: str | None = None

    @property
    def text(self) -> tuple[str, ...]:
        """The paragraphs of the article."""
        return TEXTS[self.language]


ENGLISH = (
    "The harbour of Port Anselm will close in May, the mayor told the Coast Wire on Monday evening.",
    "Two ferries move to the neighbouring town, she said, and nobody in the port would lose work over it.",
    "Fishermen said that they had not been asked. “We read it in the paper,” said one of them, "
    "who asked not to be named because he feared for his berth.",
    "The council meets again on Thursday. A spokesman for the port declined to say how much the move costs.",
)
GERMAN = (
    "Der Hafen von Ahnsee wird im Mai geschlossen, sagte die Bürgermeisterin am Montag dem Küstenfunk.",
    "Zwei Fähren ziehen in den Nachbarort um, sagte sie, und niemand werde deshalb seine Arbeit verlieren.",
    "Die Fischer sagten, man habe sie nicht gefragt. „Wir haben es aus der Zeitung“, sagte einer von ihnen.",
)
FRENCH = (
    "Le port d'Ansel fermera en mai, a déclaré lundi la maire à la radio de la côte, sans donner de raison.",
    "Deux bateaux iront dans la ville voisine, a-t-elle dit, et personne ne perdra son travail pour cela.",
    "Les pêcheurs disent qu'on ne leur a rien demandé. « Nous l'avons lu dans le journal », dit l'un d'eux.",
)
SPANISH = (
    "El puerto de Anselmo cerrará en mayo, dijo el lunes la alcaldesa a la radio de la costa sin dar razón.",
    "Dos barcos irán al pueblo vecino, dijo, y nadie perderá su trabajo por ello en los próximos años.",
    "Los pescadores dicen que nadie les preguntó. «Lo leímos en el periódico», dijo uno de ellos el martes.",
)
RUSSIAN = (
    "Порт Ансельма закроют в мае, сообщила в понедельник мэр города береговому радио и не назвала причины.",
    "Два парома переведут в соседний город, сказала она, и никто из рабочих порта не потеряет работу.",
    "Рыбаки говорят, что их никто не спрашивал. «Мы прочитали об этом в газете», — сказал один из них.",
)
ARABIC = (
    "قالت رئيسة البلدية يوم الاثنين لإذاعة الساحل إن ميناء أنسلم سيغلق أبوابه في شهر مايو دون ذكر السبب.",
    "وأضافت أن عبارتين ستنتقلان إلى المدينة المجاورة وأن أحدا من عمال الميناء لن يفقد عمله بسبب ذلك.",
    "وقال الصيادون إن أحدا لم يسألهم عن رأيهم، وذكر أحدهم أنهم قرأوا الخبر في الصحيفة صباح اليوم.",
)
CHINESE = (
    "市长周一对海岸广播电台表示，安塞姆港将于五月关闭，但没有说明关闭的具体原因，也没有说明费用。",
    "她说，两艘渡轮将迁往邻近的城镇，港口的工人不会因此失去工作，市议会将在星期四再次开会讨论。",
    "渔民们说没有人征求过他们的意见。其中一人说：“我们是在报纸上看到这个消息的。”",
)
TURKISH = (
    "Ansel limanı mayıs ayında kapanacak, belediye başkanı pazartesi günü sahil radyosuna açıkladı.",
    "Başkan iki feribotun komşu ilçeye taşınacağını ve limanda hiç kimsenin işini kaybetmeyeceğini söyledi.",
    "Balıkçılar kendilerine sorulmadığını belirtti. “Gazetede okuduk” dedi içlerinden biri salı günü.",
)
JAPANESE = (
    "アンセルム港は五月に閉鎖されると、市長が月曜日に沿岸ラジオに語った。理由については明らかにしなかった。",
    "二隻のフェリーは隣町に移り、港で働く人が仕事を失うことはないと市長は述べた。市議会は木曜日に開かれる。",
    "漁師たちは何も聞かれていないと話している。「新聞で読んだ」と、そのうちの一人は語った。",
)

TEXTS = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
    "tr": TURKISH,
    "ja": JAPANESE,
}

TITLE = "Port Anselm to close its harbour in May"
OTHERS = "".join(
    f'<div class="teaser"><a href="/2019/0{n}/other-{n}"><h3>Older story number {n} of the coast</h3></a>'
    f'<span class="date">{n} February 2019</span> <span class="author">Some Other Writer</span></div>'
    for n in range(1, 6)
)
MENU = "".join(f'<li><a href="/s/{n}">Section {n}</a></li>' for n in range(12))


def paragraphs(text, tag="p"):
    return "".join(f"<{tag}>{one}</{tag}>" for one in text)


def page(head, main, *, lang="en", title=f"{TITLE} | The Anselm Echo", tail=OTHERS):
    return (
        f'<!DOCTYPE html><html{f" lang={lang!r}" if lang else ""}><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><header><nav><ul>{MENU}</ul></nav></header>"
        f'<main>{main}</main><aside class="sidebar">{tail}</aside>'
        "<footer>© 2026 Anselm Echo Media. All rights reserved.</footer></body></html>"
    )


def meta(**content):
    return "".join(
        f'<meta {"property" if key.partition("__")[0] in PROPERTIES else "name"}="{key.replace("__", ":")}"'
        f' content="{value}">'
        for key, value in content.items()
    )


PROPERTIES = ("og", "article")


def ld(record, *, wrap="{}"):
    text = record if isinstance(record, str) else json.dumps(record, ensure_ascii=False)
    return f'<script type="application/ld+json">{wrap.replace("{}", text)}</script>'


def news(**fields):
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **fields}


def person(name):
    return {"@type": "Person", "name": name}


BY = "Nora Vance"
DAY = "2024-03-05"
MORNING = "2024-03-05T08:30:00+01:00"
HEADED = f"<article><h1>{TITLE}</h1>{paragraphs(ENGLISH)}</article>"


def shape(name, markup, *, title=TITLE, authors=(BY,), day=DAY, language="en", url=None):
    return Shape(name=name, markup=markup, title=title, authors=authors, day=day, language=language, url=url)


STRUCTURED = (
    shape(
        "WordPress with a graph of Yoast",
        page(
            meta(og__title=f"{TITLE} - The Anselm Echo", og__site_name="The Anselm Echo")
            + ld(
                {
                    "@context": "https://schema.org",
                    "@graph": [
                        {
                            "@type": "Article",
                            "@id": "https://e.example/a#article",
                            "isPartOf": {"@id": "https://e.example/a"},
                            "author": {"name": BY, "@id": "https://e.example/#/schema/person/1"},
                            "headline": TITLE,
                            "datePublished": "2024-03-05T07:30:00+00:00",
                            "publisher": {"@id": "https://e.example/#organization"},
                        },
                        {"@type": "WebPage", "@id": "https://e.example/a", "name": f"{TITLE} - Echo"},
                        {"@type": "Organization", "@id": "https://e.example/#organization", "name": "Echo"},
                        {"@type": "Person", "@id": "https://e.example/#/schema/person/1", "name": BY},
                    ],
                }
            ),
            f'<article class="post"><h1 class="entry-title">{TITLE}</h1>'
            f'<div class="entry-content">{paragraphs(ENGLISH)}</div></article>',
            title=f"{TITLE} - The Anselm Echo",
        ),
    ),
    shape(
        "an author that only a reference names",
        page(
            ld(
                {
                    "@graph": [
                        news(datePublished=DAY, author={"@id": "#p", "@type": "Person"}),
                        {"@id": "#p", **person(BY)},
                    ]
                }
            ),
            HEADED,
        ),
    ),
    shape(
        "Arc: authors in a list of persons",
        page(
            ld(news(datePublished="2024-03-05T07:30:00.123Z", author=[person(BY), person("Ole Brandt")])),
            HEADED,
        ),
        authors=(BY, "Ole Brandt"),
    ),
    shape(
        "authors in one string",
        page(ld(news(datePublished=MORNING, author="By Nora Vance and Ole Brandt")), HEADED),
        authors=(BY, "Ole Brandt"),
    ),
    shape(
        "authors as a list of strings",
        page(ld(news(datePublished=MORNING, author=[BY, "Ole Brandt"])), HEADED),
        authors=(BY, "Ole Brandt"),
    ),
    shape(
        "a person whose name is a list",
        page(ld(news(datePublished=MORNING, author={"@type": "Person", "name": [BY, "Ole Brandt"]})), HEADED),
        authors=(BY, "Ole Brandt"),
    ),
    shape(
        "a name in parts",
        page(
            ld(
                news(
                    datePublished=MORNING,
                    author={"@type": "Person", "givenName": "Nora", "familyName": "Vance"},
                )
            ),
            HEADED,
        ),
    ),
    shape(
        "the publisher as author, the reporter on the page",
        page(
            ld(
                news(
                    datePublished=MORNING,
                    author={"@type": "Organization", "name": "The Anselm Echo"},
                    publisher={"@type": "Organization", "name": "The Anselm Echo"},
                )
            ),
            f'<article><h1>{TITLE}</h1><p class="byline">By <a href="/author/nora" rel="author">{BY}</a></p>'
            f"{paragraphs(ENGLISH)}</article>",
        ),
    ),
    shape(
        "an agency as author, and nobody else",
        page(ld(news(datePublished=MORNING, author={"@type": "Organization", "name": "Coast Wire"})), HEADED),
        authors=("Coast Wire",),
    ),
    shape(
        "several articles, the page's own last",
        page(
            '<link rel="canonical" href="https://e.example/port">'
            + ld(
                [
                    news(
                        headline="Older story number 1 of the coast",
                        url="https://e.example/old",
                        author=person("Some Other Writer"),
                        datePublished="2019-02-01",
                    ),
                    news(url="https://e.example/port", author=person(BY), datePublished=MORNING),
                ]
            ),
            HEADED,
        ),
        url="https://e.example/port",
    ),
    shape(
        "several articles without addresses",
        page(
            ld(
                {
                    "@type": "ItemList",
                    "itemListElement": [
                        news(
                            headline=f"Older story number {n} of the coast",
                            datePublished="2019-02-01",
                            author=person("Some Other Writer"),
                        )
                        for n in range(3)
                    ],
                }
            )
            + ld(news(author=person(BY), datePublished=MORNING)),
            HEADED,
        ),
    ),
    shape(
        "trailing commas",
        page(
            ld(
                f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TITLE}",'
                f'"datePublished":"{MORNING}","author":[{{"@type":"Person","name":"{BY}",}},],}}'
            ),
            HEADED,
        ),
    ),
    shape(
        "comments within",
        page(
            ld(
                f'{{/* made by the template */"@type":"NewsArticle",\n// the headline\n"headline":"{TITLE}",'
                f'"url":"https://e.example/a","datePublished":"{MORNING}",\n"author":{{"name":"{BY}"}}}}'
            ),
            HEADED,
        ),
    ),
    shape(
        "wrapped in CDATA",
        page(ld(news(datePublished=MORNING, author=person(BY)), wrap="//<![CDATA[\n{}\n//]]>"), HEADED),
    ),
    shape(
        "written in entities",
        page(ld(json.dumps(news(datePublished=MORNING, author=person(BY))).replace('"', "&quot;")), HEADED),
    ),
    shape(
        "line breaks and bare quotation marks in strings",
        page(
            ld(
                f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"{MORNING}",'
                f'"description":"The "mayor" spoke\non Monday","author":{{"@type":"Person","name":"{BY}"}}}}'
            ),
            HEADED,
        ),
    ),
    shape(
        "cut off in the middle",
        page(
            ld(
                f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"{MORNING}",'
                f'"author":{{"@type":"Person","name":"{BY}"}},"articleBody":"The harbour of'
            ),
            HEADED,
        ),
    ),
    shape(
        "two objects without a comma",
        page(
            ld(
                json.dumps({"@type": "WebSite", "name": "Echo"})
                + json.dumps(news(datePublished=MORNING, author=person(BY)))
            ),
            HEADED,
        ),
    ),
    shape(
        "a headline for search engines, another for readers",
        page(
            meta(og__title=TITLE)
            + ld(
                news(
                    headline="Port Anselm harbour closing date: when does it close?",
                    datePublished=MORNING,
                    author=person(BY),
                )
            ),
            HEADED,
        ),
    ),
    shape(
        "a headline cut off at 110 characters",
        page(
            meta(og__title="Port Anselm to close its harbour in M…")
            + ld(news(headline="Port Anselm to close its harb...", datePublished=MORNING, author=person(BY))),
            HEADED,
        ),
    ),
)

TAGGED = (
    shape(
        "Drupal: meta tags only",
        page(
            meta(
                og__title=TITLE,
                article__published_time="2024-03-05T08:30:00+0100",
                article__author=BY,
                article__modified_time="2024-04-01T08:00:00+0100",
            ),
            HEADED,
        ),
    ),
    shape(
        "an author's address where his name should be",
        page(
            meta(
                og__title=TITLE,
                article__published_time=MORNING,
                article__author="https://www.facebook.com/anselmecho",
            ),
            f'<article><h1>{TITLE}</h1><div class="article__byline">By <span>{BY}</span></div>'
            f"{paragraphs(ENGLISH)}</article>",
        ),
    ),
    shape(
        "Dublin Core",
        page(
            f'<meta name="DC.title" content="{TITLE}"><meta name="DC.creator" content="{BY}">'
            '<meta name="DC.date.issued" content="2024-03-05">',
            f"<div id='content'><h2>{TITLE}</h2>{paragraphs(ENGLISH)}</div>",
            title="The Anselm Echo",
        ),
    ),
    shape(
        "Parse.ly",
        page(
            f'<meta name="parsely-title" content="{TITLE}"><meta name="parsely-author" content="{BY}">'
            '<meta name="parsely-pub-date" content="2024-03-05T07:30:00Z">',
            HEADED,
        ),
    ),
    shape(
        "Sailthru",
        page(
            f'<meta name="sailthru.title" content="{TITLE}"><meta name="sailthru.author" content="{BY}">'
            '<meta name="sailthru.date" content="Tue, 05 Mar 2024 08:30:00 +0100">',
            HEADED,
        ),
    ),
    shape(
        "microdata",
        page(
            "",
            f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1>'
            f'<span itemprop="author" itemscope itemtype="http://schema.org/Person">by '
            f'<span itemprop="name">{BY}</span></span> <meta itemprop="datePublished" content="{MORNING}">'
            '<meta itemprop="dateModified" content="2024-03-09">'
            f'<div itemprop="articleBody">{paragraphs(ENGLISH)}</div></div>',
        ),
    ),
    shape(
        "RDFa",
        page(
            "",
            f'<div vocab="http://schema.org/" typeof="NewsArticle"><h1 property="headline">{TITLE}</h1>'
            f'<span property="author" typeof="Person"><span property="name">{BY}</span></span>'
            f'<time property="datePublished" datetime="{MORNING}">yesterday</time>'
            f'<div property="articleBody">{paragraphs(ENGLISH)}</div></div>',
        ),
    ),
    shape(
        "AMP",
        page(
            '<link rel="canonical" href="https://e.example/port"><script async src="https://cdn.example/v0.js">'
            "</script><style amp-boilerplate>body{}</style>"
            + ld(news(datePublished=MORNING, author={"@type": "Person", "name": BY}, mainEntityOfPage="x")),
            HEADED,
        ),
    ),
    shape(
        "Chorus: two authors in the head",
        page(
            meta(og__title=f"{TITLE}", author="Nora Vance and Ole Brandt")
            + f'<meta property="article:published_time" content="{MORNING}">',
            HEADED,
        ),
        authors=(BY, "Ole Brandt"),
    ),
)

SEEN = (
    shape(
        "Blogger",
        page(
            meta(og__title=TITLE),
            '<div class="date-outer"><h2 class="date-header"><span>Tuesday, March 5, 2024</span></h2>'
            f'<div class="post hentry"><h3 class="post-title entry-title">{TITLE}</h3>'
            f'<div class="post-body entry-content">{paragraphs(ENGLISH, "div")}</div>'
            '<div class="post-footer">Posted by <span class="fn">Nora Vance</span> at '
            '<abbr class="published" title="2024-03-05T08:30:00+01:00">8:30 AM</abbr></div></div></div>',
            title=f"Anselm Notes: {TITLE}",
        ),
    ),
    shape(
        "Ghost",
        page(
            meta(og__title=TITLE, og__site_name="Anselm Notes", article__published_time=MORNING)
            + meta(twitter__label1="Written by", twitter__data1=BY),
            HEADED,
        ),
    ),
    shape(
        "Substack",
        page(
            meta(og__title=TITLE, author=BY),
            f'<article><h1 class="post-title">{TITLE}</h1><h3 class="subtitle">What the mayor said</h3>'
            f'<div class="pencraft"><a href="https://substack.example/@nora">{BY}</a></div>'
            '<div class="pencraft">Mar 05, 2024</div>'
            f'<div class="body">{paragraphs(ENGLISH)}</div></article>',
            title=f"{TITLE} - by Nora Vance - Anselm Notes",
        ),
    ),
    shape(
        "Medium and its like",
        page(
            meta(og__title=f"{TITLE} – Anselm Notes", author=BY)
            + '<meta property="article:published_time" content="2024-03-05T07:30:00.000Z">',
            f'<article><h1>{TITLE}</h1><p><a rel="author" href="/@nora">{BY}</a></p>{paragraphs(ENGLISH)}'
            "</article>",
            title=f"{TITLE} | by Nora Vance | Anselm Notes | Medium",
        ),
    ),
    shape(
        "Squarespace",
        page(
            meta(og__title=f"{TITLE} — Anselm Notes")
            + f'<meta itemprop="datePublished" content="{MORNING}"><meta itemprop="author" content="{BY}">',
            f'<article><h1 class="entry-title">{TITLE}</h1>{paragraphs(ENGLISH)}</article>',
            title=f"{TITLE} &mdash; Anselm Notes",
        ),
    ),
    shape(
        "the site's name as h1",
        page(
            "",
            f'<h1>The Anselm Echo</h1><h2 class="headline">{TITLE}</h2><p>By Nora Vance and Ole Brandt</p>'
            f'<p><time datetime="{MORNING}">5 March</time></p><div class="story">{paragraphs(ENGLISH)}</div>',
            title=f"The Anselm Echo - {TITLE}",
        ),
        authors=(BY, "Ole Brandt"),
    ),
    shape(
        "several h1",
        page(
            meta(og__title=TITLE, og__site_name="The Anselm Echo"),
            f'<h1 class="logo">The Anselm Echo</h1><article><h1>{TITLE}</h1><div>By NORA VANCE</div>'
            f'<time datetime="{MORNING}">5 March</time>{paragraphs(ENGLISH)}</article>'
            "<section><h1>Most read</h1></section>",
        ),
        authors=("Nora Vance",),
    ),
    shape(
        "an affix of two parts",
        page(
            meta(og__title=f"{TITLE} | News | The Anselm Echo", og__site_name="The Anselm Echo"),
            f'<div>{paragraphs(ENGLISH)}</div><p class="author">Nora Vance</p>',
            title=f"{TITLE} | News | The Anselm Echo",
        ),
        day="2024-03-05",
        url="https://e.example/2024/03/05/port-anselm-to-close",
    ),
    shape(
        "a headline with a dash of its own",
        page(
            meta(og__title="Closed - and for good: Port Anselm", og__site_name="The Anselm Echo"),
            f"<article><h1>Closed - and for good: Port Anselm</h1><p>By {BY} | March 5, 2024</p>"
            f"{paragraphs(ENGLISH)}</article>",
            title="Closed - and for good: Port Anselm - The Anselm Echo",
        ),
        title="Closed - and for good: Port Anselm",
    ),
    shape(
        "the date in the address only",
        page(meta(og__title=TITLE, author=BY), HEADED, tail=""),
        url="https://e.example/news/2024/03/05/port.html",
    ),
    shape(
        "the date in the address without slashes",
        page(meta(og__title=TITLE, author=BY), HEADED, tail=""),
        url="https://e.example/news/20240305-port.html",
    ),
    shape(
        "an old table",
        '<html><head><title>Anselm News Agency</title></head><body><table width="100%"><tr><td width="150">'
        f'<a href="/">Home</a><br><a href="/e">Economy</a></td><td><font size="5"><b>{TITLE}</b></font><br>'
        f'<font size="1">05 March 2024, 08:30</font><br><br>{"<br><br>".join(ENGLISH)}<br><br>'
        "</td></tr></table></body></html>",
        authors=(),
    ),
    shape(
        "a state agency, Russian",
        page(
            '<meta property="og:title" content="Порт Ансельма закроют в мае">',
            '<div class="b-article"><h1>Порт Ансельма закроют в мае</h1><div class="date">5 марта 2024, 08:30'
            f'</div><div class="article-author">Автор: Нора Ванс</div>{paragraphs(RUSSIAN)}</div>',
            lang="ru",
            title="Порт Ансельма закроют в мае - Агентство Берег",
        ),
        title="Порт Ансельма закроют в мае",
        authors=("Нора Ванс",),
        language="ru",
    ),
    shape(
        "Russian, a byline in plain text",
        page(
            "",
            f"<div><h1>Порт Ансельма закроют в мае</h1><p>05.03.2024 08:30</p><p>Текст: Нора Ванс</p>"
            f"{paragraphs(RUSSIAN)}</div>",
            lang="ru",
            title="Порт Ансельма закроют в мае | Берег",
            tail="",
        ),
        title="Порт Ансельма закроют в мае",
        authors=("Нора Ванс",),
        language="ru",
    ),
    shape(
        "German",
        page(
            '<meta name="date" content="2024-03-05T08:30:00+01:00">',
            f'<article><h1><span class="kicker">Ahnsee</span> <span>Der Hafen schließt im Mai</span></h1>'
            f"<p>Von Nora Vance und Ole Brandt</p>{paragraphs(GERMAN)}</article>",
            lang="de",
            title="Ahnsee: Der Hafen schließt im Mai - Küstenfunk",
        ),
        title="Ahnsee Der Hafen schließt im Mai",
        authors=(BY, "Ole Brandt"),
        language="de",
    ),
    shape(
        "French",
        page(
            meta(og__title="Le port d'Ansel fermera en mai"),
            '<article><h1>Le port d\'Ansel fermera en mai</h1><p class="meta">Par Nora Vance</p>'
            f"<p>Publié le 5 mars 2024 à 08h30, mis à jour le 9 mars 2024</p>{paragraphs(FRENCH)}</article>",
            lang="fr",
            title="Le port d'Ansel fermera en mai - L'Écho",
        ),
        title="Le port d'Ansel fermera en mai",
        language="fr",
    ),
    shape(
        "Spanish",
        page(
            meta(og__title="El puerto de Anselmo cerrará en mayo"),
            "<article><h1>El puerto de Anselmo cerrará en mayo</h1><p>Por Nora Vance</p>"
            f"<p>5 de marzo de 2024</p>{paragraphs(SPANISH)}</article>",
            lang="es",
            title="El puerto de Anselmo cerrará en mayo - El Eco",
        ),
        title="El puerto de Anselmo cerrará en mayo",
        language="es",
    ),
    shape(
        "Turkish",
        page(
            meta(og__title="Ansel limanı mayısta kapanacak"),
            "<article><h1>Ansel limanı mayısta kapanacak</h1><p>Yazar: Nur Vural</p>"
            f"<p>5 Mart 2024 - 08:30</p>{paragraphs(TURKISH)}</article>",
            lang="tr",
            title="Ansel limanı mayısta kapanacak - Sahil",
        ),
        title="Ansel limanı mayısta kapanacak",
        authors=("Nur Vural",),
        language="tr",
    ),
    shape(
        "Arabic",
        page(
            '<meta property="og:title" content="ميناء أنسلم يغلق في مايو">',
            "<article><h1>ميناء أنسلم يغلق في مايو</h1><p>بقلم: نورا فانس</p><p>5 مارس 2024</p>"
            f"{paragraphs(ARABIC)}</article>",
            lang="ar",
            title="ميناء أنسلم يغلق في مايو - صدى الساحل",
        ),
        title="ميناء أنسلم يغلق في مايو",
        authors=("نورا فانس",),
        language="ar",
    ),
    shape(
        "Chinese",
        page(
            "",
            "<h1>安塞姆港将于五月关闭</h1>"
            '<div class="info">2024年03月05日 08:30 来源：海岸通讯社 作者：王小明'
            f"</div><div>{paragraphs(CHINESE)}</div>",
            lang="zh-CN",
            title="安塞姆港将于五月关闭_海岸网",
        ),
        title="安塞姆港将于五月关闭",
        authors=("王小明",),
        language="zh",
    ),
    shape(
        "Japanese",
        page(
            meta(og__title="アンセルム港、五月に閉鎖へ"),
            f"<article><h1>アンセルム港、五月に閉鎖へ</h1><p>2024年3月5日 8時30分</p>{paragraphs(JAPANESE)}"
            "</article>",
            lang="ja",
            title="アンセルム港、五月に閉鎖へ - 沿岸新聞",
        ),
        title="アンセルム港、五月に閉鎖へ",
        authors=(),
        language="ja",
    ),
    shape(
        "a page that says no language",
        page(meta(og__title=TITLE, author=BY, article__published_time=MORNING), HEADED, lang=""),
    ),
    shape(
        "nobody signed, and a sentence begins with By",
        page(
            meta(og__title=TITLE, article__published_time=MORNING),
            f"<article><h1>{TITLE}</h1><p>By Monday evening all was said.</p>{paragraphs(ENGLISH)}</article>",
            tail="",
        ),
        authors=(),
    ),
    shape(
        "a role behind the name",
        page(
            meta(og__title=TITLE),
            f"<article><h1>{TITLE}</h1><p>By Nora Vance, Harbour Correspondent</p>"
            "<p>Published: 5 March 2024 08:30 GMT | Updated: 7 March 2024</p>"
            f"{paragraphs(ENGLISH)}</article>",
        ),
    ),
)

SHAPES = STRUCTURED + TAGGED + SEEN
