"""Titles of offices: the words that name them, and which of them are one and the same office.

"Premier" and "prime minister", "top diplomat" and "secretary of state" are one
office of a country; `office_of` gives each its plain name.
"""

from functools import cache

from bot.reading.words import keys_of

# Plain name of the office: the words for it.
OFFICES = {
    "deputy prime minister": "deputy prime minister|vice premier",
    "prime minister": "prime minister|premier|pm",
    "president-elect": "president elect|incoming president",
    "vice president": "vice president",
    "president of the european commission": "european commission president"
    "|president of the european commission|european commission chief|commission president",
    "president of the european council": "european council president"
    "|president of the european council|european council chief|council president",
    "president": "president|potus",
    "chancellor": "chancellor",
    "deputy secretary of state": "deputy secretary of state|us deputy secretary of state",
    "assistant secretary of state": "assistant secretary of state"
    "|assistant secretary of state for east asian and pacific affairs",
    "deputy foreign minister": "deputy foreign minister|senior deputy foreign minister"
    "|parliamentary vice foreign minister|state minister for foreign affairs",
    "vice foreign minister": "vice foreign minister|first vice foreign minister"
    "|vice minister for foreign affairs",
    "foreign minister": "foreign minister|foreign secretary|foreign affairs minister|foreign chief"
    "|foreign affairs secretary|minister of foreign affairs|minister for foreign affairs|eam|fm"
    "|external affairs minister|minister of external affairs|secretary of state|top diplomat"
    "|secretary of foreign affairs|chief diplomat|foreign policy chief|high representative",
    "deputy secretary of defense": "deputy secretary of defense|deputy defense secretary"
    "|deputy secretary of war|vice defense minister|deputy defense minister",
    "defense minister": "defense minister|national defense minister|defense secretary"
    "|defense chief|minister of defense|minister of national defense|minister for defense"
    "|secretary of defense|secretary of national defense|secretary of war|war secretary"
    "|pentagon chief",
    "chief cabinet secretary": "chief cabinet secretary|top government spokesman"
    "|top government spokesperson|top gov't spokesman|top govt spokesman",
    "deputy chief cabinet secretary": "deputy chief cabinet secretary",
    "finance minister": "finance minister|treasury secretary|secretary of the treasury"
    "|chancellor of the exchequer|minister of finance",
    "trade representative": "trade representative|u.s. trade representative",
    "trade minister": "trade minister|commerce secretary|secretary of commerce|industry minister"
    "|commerce minister|minister of commerce|economy, trade and industry minister"
    "|trade and industry minister|minister of economy, trade and industry|trade secretary"
    "|economy and trade minister|minister of trade|minister of trade and industry",
    "economy minister": "economic revitalization minister|economy minister|economic minister"
    "|minister of economic revitalization|minister of economy|economic and fiscal policy minister",
    "chief negotiator": "chief negotiator|top negotiator|chief tariff negotiator"
    "|top tariff negotiator|tariff negotiator|chief trade negotiator|trade negotiator",
    "economic security minister": "economic security minister|minister for economic security",
    "national security adviser": "national security adviser|national security chief|nsa"
    "|national security office director|secretary general of the national security secretariat"
    "|national security secretariat secretary general|national security secretariat chief"
    "|deputy national security adviser|national security secretariat head",
    "ambassador": "ambassador|envoy to|charge d'affaires",
    "secretary general": "secretary general|nato chief|un chief|u.n. chief",
    "press secretary": "press secretary|deputy press secretary|white house press secretary"
    "|pentagon press secretary|deputy pentagon press secretary",
    "spokesperson": "spokesperson|spokesman|spokeswoman|official spokesman",
    "speaker": "speaker|house speaker|speaker of the house|lower house speaker",
    "chairman of the joint chiefs of staff": "chairman of the joint chiefs of staff"
    "|chair of the joint chiefs of staff|joint chiefs of staff chairman|joint chiefs chairman",
    "leader": "leader|supreme leader|opposition leader|majority leader|minority leader|strongman"
    "|dictator|party leader",
    "king": "king|monarch",
    "queen": "queen",
    "emperor": "emperor",
    "crown prince": "crown prince",
    "general secretary": "general secretary|party chief",
    "climate envoy": "special envoy for climate|climate envoy",
    "director of national intelligence": "director of national intelligence|dni"
    "|national intelligence director|intelligence chief",
    "governor": "governor|gov",
    "mayor": "mayor",
}
# Titles that go before a name and name no one office of a country.
BEFORE_NAMES = """mr|mrs|ms|miss|dr|prof|professor|associate professor|sir|dame|lord|lady|sen
|senator|rep|representative|congressman|congresswoman|lawmaker|gen|general|lt gen|maj gen
|brig gen|hon|honorable|excellency|second gentleman|lt col
|adm|admiral|vice adm|rear adm|col|colonel|capt|captain|maj|cmdr|commander|minister|secretary
|deputy secretary|assistant secretary|under secretary|undersecretary|director|director general
|deputy director|chief|chief executive|ceo|chair|chairman|chairwoman|chairperson|commissioner|envoy
|special envoy|special presidential envoy|special representative|adviser|aide|counselor
|state councilor|analyst|expert|scholar|researcher|attorney general|judge|justice|prosecutor
|prince|princess|pope|ayatollah|sheikh|first lady|founder|coordinator|diplomat|official|negotiator
|executive|economist|historian|head|member|activist|candidate|businessman|billionaire|tycoon|author
|cabinet minister|agriculture minister|farm minister|digital minister|environment minister
|interior minister|justice minister|health minister|energy minister|energy secretary
|secretary of energy|transport minister|labor secretary|homeland security secretary
|interior secretary|home secretary|state secretary|state minister|minister of state|vice minister
|spy chief|police chief|army chief|navy chief|army chief of staff|chief of staff|counterpart
|predecessor|successor|colleague|president and ceo|host|pundit|correspondent|wife|husband|widow
|daughter|son|brother|sister|father|mother|vice chairman|secretary general of the ldp
|deputy prime minister for finance|minister of economy|member of parliament|mp|fellow|senior fellow
|research fellow|lecturer|strategist|pilot|lawyer|former official|coach|singer|actor|writer
|presidents|prime ministers|ministers|foreign ministers|secretaries|senators|ambassadors|governors
|generals|advisers|emir|amir|sultan|grand duke|duke|duchess|grand duchess|baron|baroness
|crown princess|archbishop|bishop|cardinal|patriarch|imam|rabbi|taoiseach|tanaiste|first minister
|deputy leader|high commissioner|deputy high commissioner|consul general|consul|charge
|permanent representative
|permanent secretary|undersecretary general|under secretary general|special rapporteur
|chief justice|lieutenant general|major general|brigadier general|brigadier|lieutenant colonel
|sergeant|lieutenant|air marshal|air chief marshal|field marshal|marshal|commodore
|chief of the defense staff|chief of defense staff|chief of the general staff|junta leader
|junta chief|rebel leader|warlord|politburo member|president pro tempore|deputy speaker
|trade envoy|trade chief|climate chief|economy chief|opposition chief|party president|co-leader
|oil minister|home minister|home affairs minister|co-chair|vice chair|deputy chair|ceo and founder
|board member|managing director|executive director|chef|uncle|aunt|niece|nephew|granddaughter
|grandson|cousin|sister-in-law|brother-in-law|reverend|rev|councilwoman|councilman|assemblyman
|assemblywoman|deputy mayor|vice mayor|sheriff|treasurer|premier-designate|undersecretary
|special adviser|senior adviser|senior official|deputy assistant secretary|political director"""
MODIFIERS = frozenset(
    keys_of(
        """acting former ex then late outgoing incoming interim newly elected appointed new current
    visiting deputy vice senior chief top first fellow career veteran caretaker retired ret
    longtime outspoken assistant principal embattled"""
    )
)
ENDED = frozenset(keys_of("""former ex then late predecessor past one-time erstwhile"""))
FEMALE = frozenset(
    keys_of(
        """ms mrs miss madam madame spokeswoman congresswoman chairwoman queen princess dame lady
    mother wife daughter sister woman businesswoman widow empress niece aunt granddaughter
    grandmother duchess baroness councilwoman assemblywoman policewoman heroine actress she her"""
    )
)
# Titles that stand before a given name: "King Salman" is not "Mohammed bin Salman".
REIGNING = frozenset(keys_of("king queen emperor empress pope sultan prince princess"))
MALE = frozenset(
    keys_of(
        """mr spokesman congressman chairman king prince sir lord father husband son brother man
    businessman emperor pope strongman nephew uncle grandson grandfather duke baron emir sultan
    councilman assemblyman bishop archbishop he his"""
    )
)


@cache
def title_phrases() -> dict[tuple[str, ...], str | None]:
    """All titles as word keys; each with the plain name of its office, if it names one."""
    plain: dict[tuple[str, ...], str | None] = {
        keys_of(title): None for title in BEFORE_NAMES.replace("\n", "").split("|")
    }
    named = {
        keys_of(title): office for office, titles in OFFICES.items() for title in titles.split("|")
    }
    return plain | named


@cache
def office_of(title: str) -> str | None:
    """Give the plain name of the office that a title names: "Premier" -> "prime minister"."""
    keys = keys_of(title)
    phrases = title_phrases()
    for length in range(len(keys), 0, -1):
        for start in range(len(keys) - length + 1):
            office = phrases.get(keys[start : start + length])
            if office:
                return office
    return None


def gender_of(keys: tuple[str, ...]) -> str | None:
    """Tell the gender that a title or relation states ("Ms.", "spokesman"); None where none."""
    if not FEMALE.isdisjoint(keys):
        return "f"
    return None if MALE.isdisjoint(keys) else "m"


ALSO = {
    "sen": "senator lawmaker",
    "senator": "senator lawmaker",
    "rep": "congressman congresswoman representative lawmaker",
    "congressman": "lawmaker",
    "congresswoman": "lawmaker",
    "lawmaker": "lawmaker",
    "gov": "governor",
    "gen": "general",
    "adm": "admiral",
    "prof": "professor",
    "ambassador": "envoy diplomat",
    "foreign minister": "minister diplomat",
    "deputy foreign minister": "minister diplomat",
    "vice foreign minister": "minister diplomat",
    "defense minister": "minister chief",
    "finance minister": "minister",
    "trade minister": "minister secretary",
    "prime minister": "premier leader minister",
    "president": "leader",
    "chancellor": "leader",
    "chief negotiator": "negotiator",
    "press secretary": "spokeswoman spokesman spokesperson secretary",
    "spokesperson": "spokeswoman spokesman spokesperson",
    "chief cabinet secretary": "spokesman secretary",
}
BEFORE_OF = frozenset(keys_of("of for to in at"))


def nouns_of(keys: tuple[str, ...], office: str | None) -> set[str]:
    """Give the nouns that may describe who bears a title: "the senator" for "Sen."."""
    cut = next((i for i, key in enumerate(keys) if key in BEFORE_OF), len(keys))
    heads = {keys[cut - 1]} if cut else set()
    also = [ALSO[name] for name in (*heads, office) if name in ALSO]
    return heads | {noun for words in also for noun in words.split()}
