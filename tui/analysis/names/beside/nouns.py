"""The nouns that say what the name beside them is: one table, a row with its own example."""

from typing import NamedTuple

from tui.analysis.model import Kind


class Row(NamedTuple):
    """Nouns of one kind; in `example`, brackets stand round a name that gets the kind from one of them."""

    kind: Kind
    nouns: str
    example: str


ROWS = (
    Row(
        Kind.ORG,
        "newspaper daily weekly tabloid magazine periodical journal broadcaster newswire website portal channel "
        "network blog",
        "Officers told the newspaper [Trzebin] on Monday that nobody was hurt.",
    ),
    Row(
        Kind.ORG,
        "company firm corporation conglomerate retailer chain supermarket carmaker automaker chipmaker drugmaker "
        "planemaker steelmaker shipbuilder shipyard manufacturer airline carrier lender insurer reinsurer bank "
        "utility startup start-up consultancy subsidiary consortium giant multinational bookmaker contractor "
        "brewery distillery bakery",
        "The risk consultancy [Oldermann] expects a hard winter.",
    ),
    Row(
        Kind.ORG,
        "foundation charity ngo nonprofit non-profit think-tank tank party union movement militia cartel gang "
        "group watchdog regulator agency ministry university college institute association federation",
        "She works for the charity [Lumitas] in the south.",
    ),
    Row(
        Kind.ORG,
        "band orchestra choir ensemble quartet trio club team side",
        "The orchestra [Sinfonetta] plays on Friday.",
    ),
    Row(
        Kind.PLACE,
        "village town city hamlet suburb port seaport island islet resort municipality commune settlement "
        "township capital oasis peninsula river volcano mountain lake province county district region prefecture "
        "neighbourhood neighborhood",
        "They left the village of [Ostrolen] before noon.",
    ),
    Row(
        Kind.OTHER,
        "ship tanker freighter ferry warship steamer liner tug tugboat trawler frigate destroyer cruiser corvette "
        "submarine yacht schooner sailboat vessel icebreaker lifeboat barge dredger "
        "ketch catamaran dinghy",
        "The tug [Anna Lee] stood by all night.",
    ),
    Row(
        Kind.OTHER,
        "probe spacecraft satellite rover orbiter lander telescope shuttle rocket drone airship",
        "The probe [Solenne] fell silent in May.",
    ),
    Row(
        Kind.OTHER,
        "film movie novel album sitcom musical opera thriller documentary single song hit ballad series videogame",
        "He made his name with the film [Harriet] twenty years ago.",
    ),
    Row(
        Kind.OTHER,
        "hurricane typhoon cyclone storm vaccine drug smartphone racehorse horse app software",
        "The storm [Louisa] brought down trees.",
    ),
    Row(
        Kind.PERSON,
        "actor actress singer songwriter rapper guitarist drummer pianist violinist comedian dancer sprinter "
        "swimmer boxer cyclist footballer striker midfielder defender goalkeeper golfer author writer novelist "
        "poet playwright painter sculptor architect photographer historian economist scientist physicist "
        "biologist chemist researcher philosopher lawyer attorney prosecutor judge spokesman spokeswoman "
        "spokesperson analyst banker journalist reporter columnist activist politician lawmaker senator envoy "
        "diplomat aide clerk nurse doctor teacher student farmer pensioner cleric priest imam bishop dictator "
        "businessman businesswoman billionaire entrepreneur filmmaker wife husband daughter widow sister brother "
        "uncle aunt nephew",
        "The sprinter [Kestral Obo] won again.",
    ),
)
MAKER_WORDS = "brewer publisher developer supplier distributor maker operator owner exporter importer refiner"
MAKERS = frozenset(MAKER_WORDS.split())  # beside one word they tell of a company, beside two perhaps of a person

PLURALS = {  # whose members a list names: "carmakers such as Orlo and Pendra"
    Kind.ORG: "companies firms corporations newspapers dailies broadcasters retailers carmakers automakers chipmakers "
    "drugmakers manufacturers airlines lenders insurers banks utilities startups start-ups charities foundations "
    "parties unions militias groups clubs teams universities makers suppliers brands publishers",
    Kind.PLACE: "cities towns villages countries provinces districts regions islands ports suburbs nations states "
    "kingdoms republics",
    Kind.PERSON: "actors actresses singers directors authors writers players politicians ministers artists poets "
    "painters activists journalists scientists footballers",
    Kind.OTHER: "films movies novels albums songs ships tankers tugs tugboats ferries frigates destroyers submarines "
    "yachts trawlers dredgers storms hurricanes apps drugs vaccines",
}
COMPANY_WORDS = (  # at the head of a name, whatever its first word
    "Shipbuilding Shipping Salvage Marine Maritime Lines Airlines Airways Motors Shipmanagement Kaisha Logistics "
    "Holdings Pharmaceuticals Insurance Steel Bancorp Industries Technologies"
)
COMPANIES = frozenset(COMPANY_WORDS.split())
SEAS = frozenset({"atlantic", "pacific", "mediterranean", "baltic", "caribbean", "arctic", "antarctic", "aegean"})
SERIES_WORDS = (  # numbered: "Apollo 13"
    "Apollo Gemini Soyuz Voyager Artemis Vostok Sputnik Luna Mariner Pioneer Falcon Ariane Venera Skylab Boeing Airbus"
)
SERIES = frozenset(SERIES_WORDS.split())
HEADS = {  # the noun at the head of a name, with a capital: "Ilmar Town Hall", "Treaty of Osk"
    Kind.ORG: "Army Navy Court Parliament University Herald Tribune Gazette Police Ministry Academy Union",
    Kind.PLACE: "Airport Hall Stadium Museum Palace Theatre Bridge Castle Cathedral Tower Park Prison Hotel Base "
    "Station Square Arena Lake River Canal Bay Strait Sea Island Islands Desert Peninsula Harbour Harbor Memorial "
    "Cemetery Monument Zoo",
    Kind.OTHER: "Act Agreement Treaty Accord Accords Protocol Pact Bill Festival Championship Championships Prize "
    "Award Awards Expo Olympics Games",
}
HEAD_NOUNS = {noun: kind for kind, nouns in HEADS.items() for noun in nouns.split()}
LISTS = {noun: kind for kind, nouns in PLURALS.items() for noun in nouns.split()}

KINDS = {noun: row.kind for row in ROWS for noun in row.nouns.split()}
VESSELS = frozenset(next(row.nouns for row in ROWS if row.nouns.startswith("ship ")).split())
NAMED = frozenset({"hurricane", "typhoon", "cyclone", "storm"})  # with a capital they are part of the name
LETTERS = "HMS HMAS HMCS HMNZS USS USNS USCGC RMS RRS INS MV MS SS MT FV MSC BRP"
SHIP_LETTERS = frozenset(LETTERS.split())
