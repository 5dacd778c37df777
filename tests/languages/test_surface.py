"""Attribution on the surface, language by language: sentences of our own, and what must be read in them.

An expected row is "source | cue | content" with, behind a further bar, who is told, what is not positive,
certain or vouched for, and "in N" for the row whose content holds it or is shared. A row that begins with
"refusal" gives who declines to comment.
"""

import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Certainty, Distance, Polarity
from ondit.model.span import Span

EXAMPLES = [
    pytest.param(
        "ar",
        "أكدت مصادر محلية مقربة من قوات أنقرة لـ«النهار» أن الجسر مغلق.",
        ["مصادر محلية مقربة من قوات أنقرة | أكدت | الجسر مغلق | to «النهار»"],
        id="ar: a name that begins like the word for that opens no content",
    ),
    pytest.param(
        "de",
        "Die Brücke ist zu, meldet die Nordpost. Unter Berufung auf zwei Händler hat Kestor dementiert.",
        [
            "die Nordpost | meldet | Die Brücke ist zu",
            "zwei Händler | Unter Berufung auf | Die Brücke ist zu | negative, in 2",
            "Kestor | hat dementiert | Die Brücke ist zu | negative",
        ],
        id="de: the subject behind the first part of a split cue, whoever is cited before it",
    ),
    pytest.param(
        "ru",
        "Министр обороны Карландии Пётр Орлов заявил, что мост разрушен.",
        ["Министр обороны Карландии Пётр Орлов | заявил | мост разрушен"],
        id="ru: source cue content",
    ),
    pytest.param(
        "ru",
        "Мост разрушен, сообщает агентство «Интерфакс» со ссылкой на источник в полиции.",
        [
            "агентство «Интерфакс» | сообщает | Мост разрушен",
            "источник в полиции | со ссылкой на | Мост разрушен | in 0",
        ],
        id="ru: an outlet cites a voice",
    ),
    pytest.param(
        "ru",
        "По данным РИА Новости, мост разрушен 12 сентября.",
        ["РИА Новости | По данным | мост разрушен 12 сентября"],
        id="ru: cue source content",
    ),
    pytest.param(
        "ru",
        "Как сообщает Reuters, мост разрушен.",
        ["Reuters | Как сообщает | мост разрушен"],
        id="ru: cue source content (2)",
    ),
    pytest.param(
        "ru",
        "Источник сообщил ТАСС, что мост разрушен. Он добавил, что погибли 25 человек.",
        ["Источник | сообщил | мост разрушен | to ТАСС", "Он | добавил | погибли 25 человек"],
        id="ru: who is told",
    ),
    pytest.param(
        "ru",
        "«Мост разрушен. Погибли люди», — сказал Орлов газете «Коммерсант».",
        ["Орлов | сказал | «Мост разрушен. Погибли люди» | to газете «Коммерсант»"],
        id="ru: who is told (2)",
    ),
    pytest.param(
        "ru",
        "Минобороны опровергло сообщения о разрушении моста.",
        ["Минобороны | опровергло | о разрушении моста | negative"],
        id="ru: a denial",
    ),
    pytest.param(
        "ru",
        "Мост якобы разрушен. Об этом пишет The New York Times.",
        [
            " | якобы | Мост разрушен | doubting",
            "The New York Times | Об этом пишет | Мост разрушен",
        ],
        id="ru: hearsay",
    ),
    pytest.param(
        "ru",
        "СМИ сообщили о разрушении моста, передаёт ТАСС.",
        ["СМИ | сообщили | о разрушении моста | in 1", "ТАСС | передаёт | СМИ сообщили о разрушении моста"],
        id="ru: an outlet cites a voice (2)",
    ),
    pytest.param(
        "ru",
        "По словам источника, мост не разрушен; это подтверждённые данные, уточнил собеседник агентства.",
        [
            "источника | По словам | мост не разрушен; это подтверждённые данные | negative",
            "собеседник агентства | уточнил | это подтверждённые данные",
        ],
        id="ru: a denial (2)",
    ),
    pytest.param(
        "ru",
        "В компании отказались от комментариев. Орлов отказался от комментариев.",
        ["refusal | Орлов | отказался от комментариев"],
        id="ru: declines to comment",
    ),
    pytest.param(
        "ar",
        "قال وزير الدفاع أحمد سالم إن الجسر دمر بالكامل.",
        ["وزير الدفاع أحمد سالم | قال | الجسر دمر بالكامل"],
        id="ar: cue source content",
    ),
    pytest.param(
        "ar",
        'أفاد مصدر أمني لوكالة "رويترز" بأن الجسر دمر.',
        ['مصدر أمني | أفاد | الجسر دمر | to لوكالة "رويترز"'],
        id="ar: who is told",
    ),
    pytest.param(
        "ar",
        "الجسر دمر، وفق ما نقلته وكالة الأناضول.",
        ["وكالة الأناضول | وفق ما نقلته | الجسر دمر"],
        id="ar: content cue source",
    ),
    pytest.param(
        "ar",
        "نفى متحدث باسم الحكومة أن يكون الجسر قد دمر، بحسب ما أعلنته الأمم المتحدة أمس.",
        [
            "متحدث باسم الحكومة | نفى | يكون الجسر قد دمر، بحسب ما أعلنته الأمم المتحدة أمس | negative",
            "الأمم المتحدة | بحسب ما أعلنته | يكون الجسر قد دمر أمس | in 0",
        ],
        id="ar: a denial of what a body announced",
    ),
    pytest.param(
        "ar",
        'ذكرت صحيفة "الغارديان" نقلا عن مصادر مطلعة أن الجسر دمر. وأضافت أن 25 شخصا قتلوا.',
        [
            'صحيفة "الغارديان" | ذكرت | الجسر دمر',
            "مصادر مطلعة | نقلا عن | الجسر دمر | in 0",
            'صحيفة "الغارديان" | وأضافت | 25 شخصا قتلوا',
        ],
        id="ar: an outlet cites a voice",
    ),
    pytest.param(
        "ar",
        "أكد مصدر عسكري وصول 40 جنديا إلى المدينة.",
        ["مصدر عسكري | أكد | وصول 40 جنديا إلى المدينة"],
        id="ar: cue source content (2)",
    ),
    pytest.param(
        "tr",
        "Bakan Ali Kara, köprünün yıkıldığını söyledi.",
        ["Bakan Ali Kara | söyledi | köprünün yıkıldığını"],
        id="tr: source content cue",
    ),
    pytest.param(
        "tr",
        "Reuters'a göre köprü yıkıldı.",
        ["Reuters'a | göre | köprü yıkıldı"],
        id="tr: source cue content",
    ),
    pytest.param(
        "tr",
        "TASS'ın polis kaynaklarına dayandırdığı habere göre köprü yıkıldı.",
        [
            "TASS'ın | dayandırdığı habere göre | köprü yıkıldı",
            "polis kaynaklarına | dayandırdığı habere göre | köprü yıkıldı | in 0",
        ],
        id="tr: an outlet cites a voice",
    ),
    pytest.param(
        "tr",
        '"Köprü yıkıldı ve insanlar öldü" dedi Kara.',
        ['Kara | dedi | "Köprü yıkıldı ve insanlar öldü"'],
        id="tr: content cue source",
    ),
    pytest.param(
        "tr",
        "Köprünün yıkıldığı iddia edildi.",
        [" | iddia edildi | Köprünün yıkıldığı | doubting"],
        id="tr: hearsay",
    ),
    pytest.param(
        "tr",
        "Anadolu Ajansı, köprünün yıkıldığını bildirdi.",
        ["Anadolu Ajansı | bildirdi | köprünün yıkıldığını"],
        id="tr: source content cue (2)",
    ),
    pytest.param(
        "tr",
        "Şirket haberleri yalanladı.",
        ["Şirket | yalanladı | haberleri | negative"],
        id="tr: a denial",
    ),
    pytest.param(
        "es",
        "El ministro de Defensa, Juan Pérez, dijo que el puente fue destruido.",
        ["El ministro de Defensa, Juan Pérez | dijo | el puente fue destruido"],
        id="es: source cue content",
    ),
    pytest.param(
        "es",
        "El puente fue destruido, informó la agencia EFE citando fuentes policiales.",
        [
            "la agencia EFE | informó | El puente fue destruido",
            "fuentes policiales | citando | El puente fue destruido | in 0",
        ],
        id="es: an outlet cites a voice",
    ),
    pytest.param(
        "es",
        "Según Reuters, el puente fue destruido.",
        ["Reuters | Según | el puente fue destruido"],
        id="es: cue source content",
    ),
    pytest.param(
        "es",
        "“El puente cayó y murieron muchas personas”, dijo Pérez a la agencia AP.",
        ["Pérez | dijo | “El puente cayó y murieron muchas personas” | to agencia AP"],
        id="es: who is told",
    ),
    pytest.param(
        "es",
        "El puente habría sido destruido.",
        [" | habría | El puente sido destruido | reported"],
        id="es: hearsay",
    ),
    pytest.param(
        "es",
        "El gobierno negó que el puente fuera destruido.",
        ["El gobierno | negó | el puente fuera destruido | negative"],
        id="es: a denial",
    ),
    pytest.param(
        "es",
        "Según informó El País, el puente cayó.",
        ["El País | Según informó | el puente cayó"],
        id="es: cue source content (2)",
    ),
    pytest.param(
        "es",
        "La empresa declinó hacer comentarios.",
        ["refusal | La empresa | declinó hacer comentarios"],
        id="es: declines to comment",
    ),
    pytest.param(
        "de",
        "Die Brücke sei zerstört, sagte Minister Karl Braun der Nachrichtenagentur Reuters.",
        ["Minister Karl Braun | sagte | Die Brücke sei zerstört | to Nachrichtenagentur Reuters"],
        id="de: who is told",
    ),
    pytest.param(
        "de",
        "Laut Reuters ist die Brücke zerstört.",
        ["Reuters | Laut | ist die Brücke zerstört"],
        id="de: cue source content",
    ),
    pytest.param(
        "de",
        "Berichten zufolge ist die Brücke zerstört.",
        [" | Berichten zufolge | ist die Brücke zerstört | reported"],
        id="de: hearsay",
    ),
    pytest.param(
        "de",
        "Die Firma hat die Berichte dementiert.",
        ["Die Firma | hat dementiert | die Berichte | negative"],
        id="de: a denial",
    ),
    pytest.param(
        "de",
        "Die „Bild“ berichtete unter Berufung auf Polizeikreise, die Brücke sei zerstört. Es gebe Tote.",
        [
            "Die „Bild“ | berichtete | die Brücke sei zerstört",
            "Polizeikreise | unter Berufung auf | die Brücke sei zerstört | in 0",
            "Die „Bild“ | gebe | Es gebe Tote",
        ],
        id="de: an outlet cites a voice",
    ),
    pytest.param(
        "de",
        "Die Brücke soll zerstört sein.",
        [" | soll | Die Brücke zerstört sein | reported"],
        id="de: hearsay (2)",
    ),
    pytest.param(
        "de",
        "„Die Brücke ist weg“, teilte ein Sprecher am Montag mit.",
        ["ein Sprecher | teilte mit | „Die Brücke ist weg“"],
        id="de: content cue source",
    ),
    pytest.param(
        "de",
        "Der Konzern hatte am Freitag berichtet, die Brücke stehe noch.",
        ["Der Konzern | hatte berichtet | die Brücke stehe noch"],
        id="de: source cue content",
    ),
    pytest.param(
        "de",
        "Einem Bericht der New York Times zufolge ist die Brücke zerstört.",
        ["Einem Bericht der New York Times | zufolge | ist die Brücke zerstört"],
        id="de: cue source content (2)",
    ),
    pytest.param(
        "de",
        "Wie die dpa meldete, fiel die Brücke.",
        ["die dpa | Wie die dpa meldete | fiel die Brücke"],
        id="de: cue source content (3)",
    ),
    pytest.param(
        "fr",
        "Le ministre Jean Petit a déclaré que le pont était détruit.",
        ["Le ministre Jean Petit | a déclaré | le pont était détruit"],
        id="fr: source cue content",
    ),
    pytest.param(
        "fr",
        "Le pont est détruit, a indiqué l'agence Reuters citant une source policière.",
        [
            "l'agence Reuters | a indiqué | Le pont est détruit",
            "une source policière | citant | Le pont est détruit | in 0",
        ],
        id="fr: an outlet cites a voice",
    ),
    pytest.param(
        "fr",
        "Selon Le Monde, le pont est détruit.",
        ["Le Monde | Selon | le pont est détruit"],
        id="fr: cue source content",
    ),
    pytest.param(
        "fr",
        "« Le pont est détruit et il y a des morts », a-t-il dit à l'AFP.",
        ["il | a dit | « Le pont est détruit et il y a des morts »"],
        id="fr: quoted, nobody named",
    ),
    pytest.param(
        "fr",
        "Le pont serait détruit.",
        [" | serait | Le pont détruit | reported"],
        id="fr: hearsay",
    ),
    pytest.param(
        "fr",
        "L'entreprise a démenti ces informations.",
        ["L'entreprise | a démenti | ces informations | negative"],
        id="fr: a denial",
    ),
    pytest.param(
        "fr",
        "Comme l'a rapporté Reuters, le pont est tombé.",
        ["Reuters | Comme l'a rapporté | le pont est tombé"],
        id="fr: cue source content (2)",
    ),
    pytest.param(
        "fr",
        "La société n'a pas souhaité commenter.",
        ["refusal | La société | n'a pas souhaité commenter"],
        id="fr: declines to comment",
    ),
    pytest.param(
        "ja",
        "浜名通信は、外務省高官が交渉の中断を認めたと伝えた。",
        ["外務省高官 | を認めた | 交渉の中断 | in 1", "浜名通信 | と伝えた | 外務省高官が交渉の中断を認めた"],
        id="ja: a cue right behind another holds it",
    ),
    pytest.param(
        "zh",
        "警方在车站发现了新的证据和数据。",
        [],
        id="zh: an idiom holds the words of a cue",
    ),
    pytest.param(
        "zh",
        "据路透社报道，大桥已被摧毁。",
        ["路透社 | 据 报道 | 大桥已被摧毁"],
        id="zh: cue source content",
    ),
    pytest.param(
        "zh",
        "国防部长李明表示，大桥已被摧毁，造成25人死亡。",
        ["国防部长李明 | 表示 | 大桥已被摧毁，造成25人死亡"],
        id="zh: source cue content",
    ),
    pytest.param(
        "zh",
        "路透社援引消息人士的话报道，大桥被毁。",
        ["消息人士 | 援引 的话 | 大桥被毁 | in 1", "路透社 | 报道 | 大桥被毁"],
        id="zh: an outlet cites a voice",
    ),
    pytest.param(
        "zh",
        "政府否认大桥被毁。",
        ["政府 | 否认 | 大桥被毁 | negative"],
        id="zh: a denial",
    ),
    pytest.param(
        "zh",
        "外媒报道称，大桥被毁。",
        ["外媒 | 报道称 | 大桥被毁"],
        id="zh: source cue content (2)",
    ),
    pytest.param(
        "ja",
        "ロイター通信によると、橋は破壊された。",
        ["ロイター通信 | によると | 橋は破壊された"],
        id="ja: source cue content",
    ),
    pytest.param(
        "ja",
        "田中防衛相は、橋が破壊されたと述べた。",
        ["田中防衛相 | と述べた | 橋が破壊された"],
        id="ja: source content cue",
    ),
    pytest.param(
        "ja",
        "共同通信は5日、関係者の話として、橋が破壊されたと報じた。",
        [
            "関係者 | の話として | 5日 橋が破壊された | in 1",
            "共同通信 | と報じた | 5日 橋が破壊された",
        ],
        id="ja: an outlet cites a voice",
    ),
    pytest.param(
        "ja",
        "橋が破壊されたという。",
        [" | という | 橋が破壊された | reported"],
        id="ja: hearsay",
    ),
    pytest.param(
        "ja",
        "政府は「橋は無事だ」と発表した。",
        ["政府 | と発表した | 「橋は無事だ」"],
        id="ja: source content cue (2)",
    ),
    pytest.param(
        "ko",
        "로이터통신에 따르면 다리가 파괴됐다.",
        ["로이터통신에 | 따르면 | 다리가 파괴됐다"],
        id="ko: source cue content",
    ),
    pytest.param(
        "ko",
        "김철수 장관은 다리가 파괴됐다고 말했다.",
        ["김철수 장관은 | 말했다 | 다리가 파괴됐다고"],
        id="ko: source content cue",
    ),
    pytest.param(
        "ko",
        "연합뉴스는 소식통을 인용해 다리가 파괴됐다고 보도했다.",
        [
            "소식통을 | 인용해 | 다리가 파괴됐다고 | in 1",
            "연합뉴스는 | 보도했다 | 다리가 파괴됐다고",
        ],
        id="ko: an outlet cites a voice",
    ),
    pytest.param(
        "ko",
        '"다리가 사라졌다"고 대변인이 밝혔다.',
        ['대변인이 | 밝혔다 | "다리가 사라졌다"'],
        id="ko: content source cue",
    ),
    pytest.param(
        "hi",
        "रॉयटर्स के अनुसार पुल नष्ट हो गया।",
        ["रॉयटर्स | के अनुसार | पुल नष्ट हो गया"],
        id="hi: source cue content",
    ),
    pytest.param(
        "hi",
        "रक्षा मंत्री राम सिंह ने कहा कि पुल नष्ट हो गया।",
        ["रक्षा मंत्री राम सिंह | ने कहा | पुल नष्ट हो गया"],
        id="hi: source cue content (2)",
    ),
    pytest.param(
        "hi",
        "समाचार एजेंसी एएफपी ने सूत्रों के हवाले से बताया कि पुल नष्ट हो गया।",
        ["समाचार एजेंसी एएफपी | ने बताया | पुल नष्ट हो गया", "सूत्रों | के हवाले से | पुल नष्ट हो गया | in 0"],
        id="hi: an outlet cites a voice",
    ),
    pytest.param(
        "hi",
        "सरकार ने इन खबरों का खंडन किया।",
        ["सरकार | ने खंडन किया | इन खबरों का | negative"],
        id="hi: a denial",
    ),
    pytest.param(
        "id",
        "Menurut Reuters, jembatan itu hancur.",
        ["Reuters | Menurut | jembatan itu hancur"],
        id="id: cue source content",
    ),
    pytest.param(
        "id",
        "Menteri Budi Santoso mengatakan kepada wartawan bahwa jembatan itu hancur.",
        ["Menteri Budi Santoso | mengatakan | jembatan itu hancur | to wartawan"],
        id="id: who is told",
    ),
    pytest.param(
        "id",
        "Jembatan hancur, kata juru bicara.",
        ["juru bicara | kata | Jembatan hancur"],
        id="id: content cue source",
    ),
    pytest.param(
        "id",
        "Pemerintah membantah laporan itu.",
        ["Pemerintah | membantah | laporan itu | negative"],
        id="id: a denial",
    ),
    pytest.param(
        "id",
        "Antara, mengutip sumber, melaporkan bahwa jembatan hancur.",
        ["sumber | mengutip | jembatan hancur | in 1", "Antara | melaporkan | jembatan hancur"],
        id="id: an outlet cites a voice",
    ),
    pytest.param(
        "it",
        "Il ministro Carlo Neri ha detto che il ponte è crollato.",
        ["Il ministro Carlo Neri | ha detto | il ponte è crollato"],
        id="it: source cue content",
    ),
    pytest.param(
        "it",
        "Secondo l'Ansa, il ponte è crollato.",
        ["l'Ansa | Secondo | il ponte è crollato"],
        id="it: cue source content",
    ),
    pytest.param(
        "it",
        "Il ponte è crollato, ha riferito all'Ansa una fonte.",
        ["una fonte | ha riferito | Il ponte è crollato | to all'Ansa"],
        id="it: who is told",
    ),
    pytest.param(
        "it",
        "Il ponte sarebbe crollato.",
        [" | sarebbe | Il ponte crollato | reported"],
        id="it: hearsay",
    ),
    pytest.param(
        "pt",
        "O ministro João Lima disse que a ponte caiu.",
        ["O ministro João Lima | disse | a ponte caiu"],
        id="pt: source content cue",
    ),
    pytest.param(
        "pt",
        "A ponte caiu, segundo a Reuters.",
        ["a Reuters | segundo | A ponte caiu"],
        id="pt: content source cue",
    ),
    pytest.param(
        "pt",
        "A ponte teria caído.",
        [" | teria | A ponte caído | reported"],
        id="pt: hearsay",
    ),
    pytest.param(
        "pt",
        "O governo negou que a ponte tenha caído.",
        ["O governo | negou | a ponte tenha caído | negative"],
        id="pt: a denial",
    ),
    pytest.param(
        "da",
        "Ministeren siger til nyhedsbureauet Ritzau, at broen er væk.",
        ["Ministeren | siger | broen er væk | to nyhedsbureauet Ritzau"],
        id="da: who is told",
    ),
    pytest.param(
        "da",
        "Ifølge Reuters er broen væk.",
        ["Reuters | Ifølge | er broen væk"],
        id="da: cue source content",
    ),
    pytest.param(
        "da",
        "Broen er væk, oplyser politiet.",
        ["politiet | oplyser | Broen er væk"],
        id="da: content cue source",
    ),
    pytest.param(
        "da",
        "Firmaet afviser rygterne.",
        ["Firmaet | afviser | rygterne | negative"],
        id="da: a denial",
    ),
    pytest.param(
        "sk",
        "Most sa zrútil, uviedol pre agentúru TASR hovorca polície.",
        ["hovorca polície | uviedol | Most sa zrútil | to agentúru TASR"],
        id="sk: who is told",
    ),
    pytest.param(
        "sk",
        "Podľa Reuters sa most zrútil.",
        ["Reuters | Podľa | sa most zrútil"],
        id="sk: cue source content",
    ),
    pytest.param(
        "sk",
        "Minister povedal, že most stojí.",
        ["Minister | povedal | most stojí"],
        id="sk: source cue content",
    ),
    pytest.param(
        "sk",
        "Vláda poprela správy o zrútení mosta.",
        ["Vláda | poprela | o zrútení mosta | negative"],
        id="sk: a denial",
    ),
    pytest.param(
        "uk",
        "Міністр Іван Коваль заявив, що міст зруйновано.",
        ["Міністр Іван Коваль | заявив | міст зруйновано"],
        id="uk: source cue content",
    ),
    pytest.param(
        "uk",
        "Міст зруйновано, повідомляє агентство УНІАН з посиланням на джерело в поліції.",
        [
            "агентство УНІАН | повідомляє | Міст зруйновано",
            "джерело в поліції | з посиланням на | Міст зруйновано | in 0",
        ],
        id="uk: an outlet cites a voice",
    ),
    pytest.param(
        "uk",
        "За словами речника, міст стоїть.",
        ["речника | За словами | міст стоїть"],
        id="uk: cue source content",
    ),
    pytest.param(
        "uk",
        "Уряд спростував ці повідомлення.",
        ["Уряд | спростував | ці повідомлення | negative"],
        id="uk: a denial",
    ),
    pytest.param(
        "pl",
        "Minister Jan Nowak powiedział, że most runął.",
        ["Minister Jan Nowak | powiedział | most runął"],
        id="pl: source cue content",
    ),
    pytest.param(
        "pl",
        "Most runął, podała agencja PAP, powołując się na źródła.",
        ["agencja PAP | podała | Most runął", "źródła | powołując się na | Most runął | in 0"],
        id="pl: an outlet cites a voice",
    ),
    pytest.param(
        "pl",
        "Według Reutersa most runął.",
        ["Reutersa | Według | most runął"],
        id="pl: cue source content",
    ),
    pytest.param(
        "pl",
        "Rząd zaprzeczył tym doniesieniom.",
        ["Rząd | zaprzeczył | tym doniesieniom | negative"],
        id="pl: a denial",
    ),
    pytest.param(
        "fa",
        "به گزارش خبرگزاری رویترز، پل ویران شد.",
        ["خبرگزاری رویترز | به گزارش | پل ویران شد"],
        id="fa: cue source content",
    ),
    pytest.param(
        "fa",
        "وزیر دفاع علی رضایی گفت که پل ویران شد.",
        ["وزیر دفاع علی رضایی | گفت | پل ویران شد"],
        id="fa: source cue content",
    ),
    pytest.param(
        "es",
        "El supuesto jefe de la red huyó en una lancha.",
        [" | supuesto | El jefe de la red | doubting"],
        id="es: an adjective bears on its noun phrase alone",
    ),
    pytest.param(
        "fr",
        "Le complice présumé a été arrêté hier.",
        [" | présumé | Le complice | doubting"],
        id="fr: an adjective behind its noun",
    ),
    pytest.param(
        "es",
        "Fuentes militares citadas por la agencia Faro aseguraron que el puente cayó.",
        [
            "la agencia Faro | citadas por | el puente cayó",
            "Fuentes militares | aseguraron | el puente cayó | in 0",
        ],
        id="es: who is cited stands before who cites",
    ),
    pytest.param(
        "pt",
        "Três homens fugiram, segundo fontes citadas pela agência Farol.",
        [
            "fontes | segundo | Três homens fugiram | in 1",
            "agência Farol | citadas pela | Três homens fugiram",
        ],
        id="pt: who is cited, without a verb",
    ),
    pytest.param(
        "de",
        "Minister Jan Rohr räumte Fehler ein und fügte hinzu, der Bericht liege vor.",
        [
            "Minister Jan Rohr | räumte ein | Fehler",
            "Minister Jan Rohr | fügte hinzu | der Bericht liege vor",
        ],
        id="de: a second cue shares the subject",
    ),
    pytest.param(
        "da",
        "Skibet sank, har en matros fortalt.",
        ["en matros | har fortalt | Skibet sank"],
        id="da: the subject inside the verb",
    ),
    pytest.param(
        "fr",
        "« Nous rentrons chez nous demain », a-t-elle promis.",
        ["elle | a promis | « Nous rentrons chez nous demain »"],
        id="fr: a pronoun joined to its verb",
    ),
    pytest.param(
        "it",
        "Il ponte, ha detto il geologo Remo Falda, non era sicuro.",
        ["il geologo Remo Falda | ha detto | Il ponte non era sicuro | negative"],
        id="it: a content goes on behind its cue",
    ),
    pytest.param(
        "es",
        "«Fue un milagro para todos», recuerda Tomás Vela, el único superviviente.",
        ["Tomás Vela, el único superviviente | recuerda | «Fue un milagro para todos»"],
        id="es: an apposition to the end",
    ),
    pytest.param(
        "fr",
        "Selon la police, le voleur serait parti.",
        ["la police | Selon | le voleur serait parti | reported"],
        id="fr: a mood gives the distance of who is named",
    ),
    pytest.param(
        "pt",
        "Se chovesse, o jogo teria outro horário.",
        [],
        id="pt: a condition is no hearsay",
    ),
    pytest.param(
        "de",
        "Die neue Halle soll 2030 gebaut werden.",
        [],
        id="de: a plan is no hearsay",
    ),
    pytest.param(
        "de",
        "Der Angeklagte soll Geld angenommen haben.",
        [" | soll | Der Angeklagte Geld angenommen haben | reported"],
        id="de: what is past is hearsay",
    ),
    pytest.param(
        "de",
        "Der Beschuldigte wies die Vorwürfe zurück.",
        ["Der Beschuldigte | wies zurück | die Vorwürfe | negative"],
        id="de: a noun that looks like a verb of saying",
    ),
    pytest.param(
        "de",
        "Das Ministerium wies den Bericht als falsch zurück.",
        ["Das Ministerium | wies zurück | den Bericht als falsch | negative"],
        id="de: a thing rejected as false is denied once",
    ),
    pytest.param(
        "it",
        "Il giudice accusa il banchiere di aver falsificato i conti.",
        ["Il giudice | accusa | il banchiere di aver falsificato i conti"],
        id="it: the object of an accusing cue is part of the content",
    ),
    pytest.param(
        "de",
        "Der Bischof forderte beide Armeen auf, die Laster durchzulassen.",
        ["Der Bischof | forderte auf | beide Armeen die Laster durchzulassen | unstated"],
        id="de: a governed clause behind a split cue",
    ),
    pytest.param(
        "es",
        "Según un informe al que tuvo acceso El Faro, los frenos fallaron.",
        ["un informe al que tuvo acceso El Faro | Según | los frenos fallaron"],
        id="es: a relative clause without comma belongs to who is named",
    ),
    pytest.param(
        "fr",
        "L'armée dit avoir abattu un drone; les rebelles se taisent.",
        ["L'armée | dit | avoir abattu un drone"],
        id="fr: an infinitive up to the semicolon",
    ),
]


def words(article: Article, spans: tuple[Span, ...]) -> str:
    return " ".join(article.cut(span) for span in spans)


def row(article: Article, one: Attribution, ids: list[str]) -> str:
    more = [f"to {words(article, one.addressee)}"] if one.addressee else []
    more += ["negative"] if one.polarity is Polarity.NEGATIVE else []
    more += [one.certainty.value] if one.certainty is not Certainty.CERTAIN else []
    more += [one.distance.value] if one.distance is not Distance.NONE else []
    more += [f"in {ids.index(one.parent)}"] if one.parent in ids else []
    parts = [words(article, spans) for spans in (one.source, one.cue, one.content)]
    return " | ".join([*parts, *([", ".join(more)] if more else [])])


@pytest.mark.parametrize(("language", "text", "expected"), EXAMPLES)
def test_a_sentence_is_read_on_its_surface(language: str, text: str, expected: list[str]):
    article = Article(id="a", text=text, language=language)
    found = attribute(annotate(article))
    ids = [one.id for one in found.attributions]
    rows = [row(article, one, ids) for one in found.attributions]
    refused = [("refusal", words(article, one.source), words(article, one.cue)) for one in found.refusals]
    assert [*rows, *map(" | ".join, refused)] == expected
