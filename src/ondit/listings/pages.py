"""Pages of what a store holds, as analysts decided it: SQLite counts and orders what is stored, and the few
claims that a decision is about are put over it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ondit.model.claim import Claim, MainClaim, Mention, Story
from ondit.model.listing import (
    CarriedClaim,
    CountedClaim,
    DecidedClaims,
    ListedArticle,
    ListedClaim,
    ListedStory,
    Narrowing,
    Rows,
    ToldStory,
    Window,
)
from ondit.model.provenance import IndependentOrigins
from ondit.model.reading import Reading
from ondit.pipeline import decided_claims, decided_linking
from ondit.store import Store
from ondit.text.fold import fold

_ALL = 2**31


def find_claims(store: Store, narrowing: Narrowing, words: str, window: Window) -> Rows[CountedClaim]:
    """Return a window of the claims that hold all the words, those with the most carriers first."""
    decided = decided_claims(store, narrowing)
    if not decided.stored:
        return store.listed.claims(narrowing, words, window)
    wanted = set(fold(words).split())
    over = sorted((CountedClaim.of(one) for one in decided.claims if wanted <= _words(one)), key=_telling)
    first = max(window.offset - len(over), 0)  # each of these moves those behind it by one place at most
    wide = Window(offset=first, limit=window.offset + window.limit - first)
    found = store.listed.claims(narrowing, words, wide, without=decided.stored)
    before = [one for one in over if first and found.rows and _telling(one) < _telling(found.rows[0])]
    rows = sorted([*found.rows, *over[len(before) :]], key=_telling)
    begin = window.offset - first - len(before)
    return Rows(rows=tuple(rows[begin : begin + window.limit]), total=found.total + len(over), window=window)


def find_stories(store: Store, narrowing: Narrowing, words: str, window: Window) -> Rows[ToldStory]:
    """Return a window of the stories with an article that holds all the words, those with the most articles
    first, each with its claims."""
    found = store.listed.stories(narrowing, words, window)
    claims = _claims_of(store, [story.id for story in found.rows], narrowing)
    rows = tuple(ToldStory(story=story, claims=tuple(claims[story.id])) for story in found.rows)
    return Rows(rows=rows, total=found.total, window=window)


def find_story(store: Store, story_id: str, narrowing: Narrowing) -> ToldStory | None:
    """Return one story with its claims, None when there is none with articles within the bounds."""
    story = store.listed.story(story_id, narrowing)
    if story is None:
        return None
    return ToldStory(story=story, claims=tuple(_claims_of(store, [story_id], narrowing)[story_id]))


def find_articles(
    store: Store, narrowing: Narrowing, words: str, window: Window, *, story: str = ""
) -> Rows[ListedArticle]:
    """Return a window of the articles that hold all the words, or of those of a story, in the order of
    publication, the undated last."""
    if story:
        found = store.listed.articles_of(story, narrowing, window)
    else:
        found = store.listed.articles(narrowing, words, window)
    return Rows(rows=tuple(listed_articles(store, found.rows)), total=found.total, window=window)


def listed_articles(store: Store, ids: Sequence[str]) -> list[ListedArticle]:
    """Return articles with the claims that they carry, in the order of these ids."""
    decided = decided_claims(store)
    carried, mains = store.shelf.claims_in(ids), store.shelf.mains(ids)
    mains |= {main.article_id: main for main in decided.mains}
    told = store.shelf.outlets(ids)
    return [
        ListedArticle(
            article=article,
            main=_main(mains.get(article.id), decided),
            claims=tuple(sorted(_carried(article.id, carried.get(article.id, ()), decided))),
            told=told.get(article.id) or None,
        )
        for article in store.shelf.articles(ids)
    ]


def listed_claims(
    store: Store, narrowing: Narrowing, ids: Sequence[str], origins: Mapping[str, IndependentOrigins]
) -> list[ListedClaim]:
    """Return claims in full, in the order of these ids; `origins` are the ranges of those that are traced."""
    claims = {claim.id: claim for claim in decided_linking(store, narrowing, claims=ids).claims}
    here = [claims[one] for one in ids if one in claims]
    articles = {
        one.id: one for one in store.shelf.articles({key for claim in here for key in claim.carriers})
    }
    return [
        ListedClaim(
            claim=claim,
            articles=tuple(articles[one] for one in claim.carriers if one in articles),
            origins=origins.get(claim.id),
        )
        for claim in here
    ]


def listed_story(store: Store, told: ToldStory, narrowing: Narrowing) -> ListedStory:
    """Return a story with the ids of all its articles within the bounds and of its claims."""
    articles = store.listed.articles_of(told.story.id, narrowing, Window(limit=_ALL)).rows
    claims = tuple(sorted(claim.id for claim in told.claims))
    story = Story(id=told.story.id, title=told.story.title, articles=articles, claims=claims)
    return ListedStory(story=story)


def find_carried(store: Store, reading: Reading) -> list[CarriedClaim]:
    """Return the claims that an article carries, as analysts decided them, each with its mentions there,
    those with the most carriers first."""
    decided = decided_claims(store)
    mentions: dict[CountedClaim, list[Mention]] = defaultdict(list)
    for claim, place in store.shelf.carried(reading.id):
        if claim.id not in decided.stored and place < len(reading.mentions):
            mentions[claim].append(reading.mentions[place])
    for whole in decided.claims:
        for mention in whole.mentions:
            if mention.article_id == reading.id:
                mentions[CountedClaim.of(whole)].append(mention)
    return [
        CarriedClaim(id=claim.id, text=claim.text, mentions=tuple(mentions[claim]), carriers=claim.carriers)
        for claim in sorted(mentions, key=_telling)
    ]


def _claims_of(store: Store, stories: Sequence[str], narrowing: Narrowing) -> dict[str, list[CountedClaim]]:
    decided = decided_claims(store, narrowing)
    counted = [CountedClaim.of(claim) for claim in decided.claims]
    counted += store.listed.claims_of(stories, narrowing, without=decided.stored)
    told: dict[str, list[CountedClaim]] = {story: [] for story in stories}
    for claim in sorted(counted, key=_telling):
        if claim.story in told:
            told[claim.story].append(claim)
    return told


def _carried(article_id: str, stored: Iterable[str], decided: DecidedClaims) -> Iterable[str]:
    """Return the ids of the claims that an article carries."""
    now = [claim.id for claim in decided.claims if article_id in claim.carriers]
    return [*(one for one in stored if one not in decided.stored), *now]


def _main(main: MainClaim | None, decided: DecidedClaims) -> MainClaim | None:
    """Return an article's main claim where it is still there."""
    gone = decided.stored - {claim.id for claim in decided.claims}
    return None if main is None or main.claim_id in gone else main


def _words(claim: Claim) -> set[str]:
    wordings = (claim.text, *(mention.text for mention in claim.mentions))
    return {word for wording in wordings for word in fold(wording).split()}


def _telling(claim: CountedClaim) -> tuple[int, str]:
    return -claim.carriers, claim.id
