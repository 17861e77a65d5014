"""Who is named in an article: the beat's people, and people whom it introduces itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.beat_file import slug
from bot.models import Office, Party, PartyKind, Person
from bot.reading.given_names import gender_of_given
from bot.reading.register import COMMON, Keys, Register, office_on, surname_of
from bot.reading.scanned import Title
from bot.reading.titles import REIGNING, gender_of, nouns_of, office_of
from bot.reading.words import keys_of

SAYING = frozenset(
    keys_of(
        """said says say told tells added adds wrote writes noted argued asked stated declared
    explained warned insisted tweeted posted remarked commented replied recalled concluded
    continued who whose"""
    )
)
NOT_PEOPLE = frozenset(
    keys_of(
        """university institute ministry department party council times post news press shimbun inc
    corp co company bank street house palace sea strait island islands air base agreement
    treaty act summit dialogue forum center centre committee commission agency office group
    force forces command court congress senate parliament embassy city prefecture hotel
    airport pact initiative plan program project conference association organization
    foundation union league cabinet government administration state states republic kingdom
    ocean river mountain peninsula bay port war day week month year olympics games cup
    election elections defense security economic trade policy strategy framework partnership
    alliance cooperation statement declaration accord steel motors motor media network
    television tv radio magazine journal daily herald tribune guardian telegraph reuters
    bloomberg cnn bbc nhk kyodo jiji yomiuri mainichi asahi nikkei fox abc nbc cbs line
    islamic christian western eastern northern southern north south east west central american
    british russian chinese japanese korean european asian african indian pacific indo
    atlantic democratic republican conservative conservatives labor liberal communist
    democrats republicans school college hospital church temple shrine stadium park square
    avenue road bridge tower building hall room capitol marines navy army corps fleet guard
    intelligence nuclear world global international national federal royal united great new
    supreme high upper lower representatives lords commons emirates nations covid open
    facility disaster resilience infrastructure cyber challenge coalition movers principles
    joint assistance working visit tournament support leaders climate adaptation design
    investment congratulating technologies issues indigenous latin call exim internet economy
    chain basic track bilateral meeting upcoming travel consensus users critical fellows
    chiefs ministers business vision health trilateral mission development fund modular reactor
    technology innovation academy modern art museum edge freedom reciprocal tariffs actions
    minerals metals ministerial participant communications recognizing prosperity deal moon
    quality ran covax san delegation presidential announces officer order orders executive
    customs provisions memorial residence assembly official general attorney visits talks
    leaders' meets says calls vows eyes seeks urges agrees warns plans holds exclusive
    analysis opinion update live breaking watch read related latest video photo photos series
    special report bill law section article chapter accords protocol convention charter
    doctrine operation exercise drill shield strategic province county district region
    territory territories gulf cape mount lake valley desert coast beach canal parade festival
    eve christmas easter ramadan olympic paralympic athletes team club airlines airways rail
    railway metro station electric electronics chemical pharmaceuticals holdings industries
    heavy xc90 id visa green card social facebook twitter instagram youtube tiktok google
    apple microsoft amazon meta tesla volvo boeing airbus mitsubishi toshiba hitachi sony
    panasonic nissan honda
    shoal reef atoll islet senkaku spratly scarborough asia africa europe southeast northeast
    southwest northwest camp castle assistance support futures metals resources telescope nation
    outlook technologies airline embassies monastery cathedral mosque festival prize award"""
    )
)


@dataclass(slots=True)
class Known:
    """Someone whom the article names, and what it says of them."""

    person: Person
    keys: Keys
    on_beat: bool
    surname: str
    offices: set[tuple[str | None, str]] = field(default_factory=set)  # (side, office)
    title: str | None = None  # the article's own words for the office
    side: str | None = None
    gender: str | None = None
    likely: str | None = None  # the gender that the given name tells
    nouns: set[str] = field(default_factory=set)  # that may describe: "the senator"
    past: set[str] = field(default_factory=set)  # nouns of offices held no more
    times: int = 0

    def party(self, register: Register, day: date | None) -> Party:
        """Show as a party."""
        if self.on_beat:
            return register.party(self.person, day)
        return Party(
            name=self.person.name,
            kind=PartyKind.PERSON,
            key=self.person.key,
            office=self.title,
            side=self.side,
        )


class Knowns:
    """The people whom an article names, found by any part of their names."""

    def __init__(self, register: Register, day: date | None, home: str | None) -> None:
        self.register = register
        self.home = home  # whose officials the article names without a country
        self.day = day
        self.all: dict[str, Known] = {}
        self._by_word: dict[str, list[Known]] = defaultdict(list)

    def add(self, person: Person, keys: Keys, title: Title | None, on_beat: bool) -> Known:
        """Remember a person who is named in full."""
        known = self.all.get(person.key)
        if known is None:
            known = self._new(person, keys, on_beat)
        known.times += 1
        if title:
            self._note(known, title)
        return known

    def _new(self, person: Person, keys: Keys, on_beat: bool) -> Known:
        family_first = self.register.writes_family_first(person)
        surname = surname_of(keys_of(person.name), family_first)
        known = Known(person, keys, on_beat, surname, gender=person.gender)
        known.likely = gender_of_given(person.name)
        known.side = next((o.side for o in person.offices), None)
        office = office_on(person, self.day) if on_beat else None
        if office:
            known.nouns |= nouns_of(keys_of(office.title), office_of(office.title))
        if on_beat:
            known.past |= self._past_of(person) - known.nouns  # not who is president now
        self.all[person.key] = known
        for key in dict.fromkeys((*keys, *keys_of(person.name))):
            if len(key) > 1:
                self._by_word[key].append(known)
        return known

    def _past_of(self, person: Person) -> set[str]:
        """Give the nouns of the offices that one of the beat's people held before the day."""
        day, nouns = self.day, set[str]()
        for office in person.offices:
            if day and office.end and office.end < day:
                nouns |= nouns_of(keys_of(office.title), office_of(office.title))
        return nouns

    def _note(self, known: Known, title: Title) -> None:
        known.gender = known.gender or gender_of(title.keys)
        told = nouns_of(title.keys, title.office)
        if title.ended:
            known.past |= told
        if not title.ended or "then" in keys_of(title.words):  # "then-President X", in his day
            known.nouns |= told
        known.side = known.side or title.side or self._home_of(title)
        if title.office and not title.ended:
            known.offices.add((title.side or known.side, title.office))
        if len(title.keys) > 1 or title.office:
            known.title = known.title or title.words

    def _home_of(self, title: Title) -> str | None:
        """Give the home country to an office that it has: "Chief Cabinet Secretary X"."""
        if self.home and (self.home, title.office) in self.register.holders:
            return self.home
        return None

    def introduce(self, name: str, title: Title | None) -> Known:
        """Remember a person whom the beat does not know."""
        keys = keys_of(name)
        same = self.find(keys, title)
        if same:
            return self.add(same.person, keys, title, same.on_beat)
        meant = self.register.misspelt(keys)
        if meant:
            return self.add(meant, keys, title, on_beat=True)
        offices: tuple[Office, ...] = ()
        if title and title.side and (title.office or len(title.keys) > 1):
            offices = (Office(title=title.words, side=title.side),)
        person = Person(key=slug(name) or name, name=name, offices=offices)
        return self.add(person, keys, title, on_beat=False)

    def introduce_titled(self, name: str, title: Title) -> Known:
        """Remember a person whom the article gives only a title and one name."""
        keys = keys_of(name)
        shown = f"{title.words.split()[-1]} {name}" if reigns(title) else name
        person = Person(key=slug(shown) or shown, name=shown, offices=())
        is_new = person.key not in self.all
        known = self.add(person, keys, title, on_beat=False)
        known.surname, known.title = keys[-1], title.words
        if is_new:  # "President Michel" need not be of the outlet's country
            known.side = title.side
            known.offices = {(title.side, title.office)} if title.office else set()
        return known

    def find(self, keys: Keys, title: Title | None = None) -> Known | None:
        """Find whom words name among the people named in full: by surname, or any own name."""
        fit = self.namesakes(keys, title)
        return max(fit, key=lambda k: (bool(k.offices or k.person.offices), k.times), default=None)

    def namesakes(self, keys: Keys, title: Title | None = None) -> list[Known]:
        """Give all whom words may name: by surname, else by any own name; a title tells more."""
        words = [k for k in keys if len(k) > 1 and k not in {"jr", "sr", "ii", "iii"}]
        if not words:
            return []
        fit = [known for known in self._by_word.get(words[-1], ()) if _fits(known, words)]
        if title and reigns(title) and len(words) == 1:
            return [known for known in fit if self._is_given(known, words[0])]
        by_surname = [known for known in fit if known.surname in words] or fit
        if len(words) == 1:
            whole = [known for known in by_surname if known.keys == (words[0],)]
            by_surname = whole or by_surname
        return self._titled(by_surname, title) if title else by_surname

    def _is_given(self, known: Known, word: str) -> bool:
        """Tell whether a word is somebody's given name, which those who reign are called by."""
        own = [k for k in known.keys if k not in REIGNING]
        return own[:1] == [word] or (known.on_beat and keys_of(known.person.name)[0] == word)

    def _titled(self, fit: list[Known], title: Title) -> list[Known]:
        gender = gender_of(title.keys)
        fit = [k for k in fit if not gender or (k.gender or k.likely) in {None, gender}]
        held = [k for k in fit if title.office and self.holds(k, title.office, title.side)]
        return held or [k for k in fit if not title.office or not k.offices] or fit

    def holds(self, known: Known, office: str, side: str | None) -> bool:
        """Tell whether someone holds an office, by the article's words or the beat's dates."""
        for its_side, its_office in known.offices:
            if its_office == office and (side is None or its_side in {None, side}):
                return True
        return any(
            (office_of(o.title) or o.title.casefold()) == office
            and (side is None or o.side == side)
            and (o.start or o.end)
            and (self.day is None or (o.start or date.min) <= self.day <= (o.end or date.max))
            for o in (known.person.offices if known.on_beat else ())
        )

    def offices_of(self, known: Known) -> set[str]:
        """Give the plain names of the offices that someone holds."""
        told = {office for _, office in known.offices}
        if told or not known.on_beat:
            return told
        office = office_on(known.person, self.day)
        plain = office_of(office.title) if office else None
        return {plain} if plain else set()

    def recall(self, keys: Keys, title: Title | None) -> Person | None:
        """Find whom a surname names among the beat's people, where the article gives no more."""
        people = self.register.surnames.get(keys[-1], []) if len(keys) == 1 else []
        if title and title.office:
            side = title.side
            people = [
                p
                for p in people
                if any(
                    (office_of(o.title) or "") == title.office and side in {None, o.side}
                    for o in p.offices
                )
            ]
            return self._current(people)
        if len(keys) != 1 or keys[0] in COMMON:
            return None
        return self._current([p for p in people if p.offices] or people)

    def _current(self, people: Sequence[Person]) -> Person | None:
        """Pick the one person, or the one in office on the day."""
        if len(people) < 2 or self.day is None:
            return people[0] if len(people) == 1 else None
        day = self.day
        active = [
            p
            for p in people
            if any(o.start and o.start <= day <= (o.end or date.max) for o in p.offices)
        ]
        return active[0] if len(active) == 1 else None


def reigns(title: Title) -> bool:
    """Tell a title that stands before a given name: "King", "Crown Prince"."""
    return title.keys[-1] in REIGNING


def _fits(known: Known, words: Sequence[str]) -> bool:
    """Tell whether words may be part of a name, or a fuller form of it."""
    own = {*known.keys, *keys_of(known.person.name)}
    if own.issuperset(words):
        return True
    first = next((k for k in known.keys), "")
    return (
        len(words) > 1
        and words[-1] == known.surname
        and words[0][:1] == first[:1]
        and (words[0].startswith(first[:3]) or first.startswith(words[0][:3]) or len(words[0]) == 1)
    )
