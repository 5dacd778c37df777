"""One invented claim told in five languages: who has it from whom, and how many origins stand behind it."""

import ondit
from ondit.model.article import Article

TOLD = {
    "de": (
        "Korvette",
        "Damm bei Narvik wird zwei Jahre geschlossen",
        "Der Damm bei Narvik wird für zwei Jahre geschlossen, berichtet die Nachrichtenagentur Versta unter "
        "Berufung auf eine Quelle im Verkehrsministerium. Die Reparatur kostet 40 Millionen Dollar.",
    ),
    "fr": (
        "Le Rivage",
        "Le barrage de Narvik fermé deux ans",
        "Le barrage de Narvik sera fermé pendant deux ans, selon l'agence Versta, qui cite une source au "
        "ministère des Transports. La réparation coûtera 40 millions de dollars.",
    ),
    "it": (
        "La Riva",
        "La diga di Narvik chiusa per due anni",
        "La diga di Narvik resterà chiusa per due anni, ha riferito Le Rivage, citando l'agenzia Versta. La "
        "riparazione costerà 40 milioni di dollari.",
    ),
    "pt": (
        "A Ribeira",
        "Barragem de Narvik fechada por dois anos",
        "A barragem de Narvik ficará fechada por dois anos, segundo a agência Versta. O reparo custará 40 "
        "milhões de dólares.",
    ),
    "en": (
        "Harbour Post",
        "Narvik dam to close for two years",
        "The dam at Narvik will be closed for two years, the Versta agency reported, citing a source in the "
        "transport ministry. The repair will cost $40 million.",
    ),
}


def test_a_chain_is_followed_from_language_to_language():
    articles = [
        Article(id=code, language=code, outlet=outlet, title=title, text=text, published=f"2031-03-0{day}")
        for day, (code, (outlet, title, text)) in enumerate(TOLD.items(), start=1)
    ]
    trace = ondit.trace("The dam at Narvik will be closed for two years", articles)
    assert trace
    givers = {taker: {edge.giver for edge in trace.graph.edges if edge.taker == taker} for taker in TOLD}
    (agency,) = givers["de"]
    assert givers == {"de": {agency}, "fr": {agency}, "pt": {agency}, "en": {agency}, "it": {"fr"}}
    assert any(edge.taker == agency for edge in trace.graph.edges), "the agency cites a source"
    assert (trace.independent_origins.at_least, trace.independent_origins.at_most) == (1, 1)
