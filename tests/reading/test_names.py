"""Names and their types. A row is a text and the names that must be read: (text, type), nationality words marked as such.

Rows judge what the name layer decides (gazetteer, head nouns, surroundings, titles, consistency); texts are invented and plain,
so that the recogniser finds the spans. Add a row for each kind of name that comes up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import crossread
from crossread.reading.coreference import read_mentions
from crossread.reading.names import read_names, surname_of
from crossread.reading.names.refused import is_title
from crossread.reading.names.types import own_type
from crossread.reading.parse import Parse
from tests.reading.coreference.chains import parsed

TYPED: list[tuple[str, list[tuple[str, str]]]] = [
    ("President Ana Petrak met the envoys on Monday.", [("President Ana Petrak", "person")]),
    ("Jaish al-Orel seized Lima.", [("Jaish al-Orel", "armed_group"), ("Lima", "place")]),
    ("The Observatory for Human Rights counted them.", [("Observatory for Human Rights", "ngo")]),
    ("The Peruvian Observatory for Human Rights counted them.", [("Peruvian Observatory for Human Rights", "ngo")]),
    ("The Northern Liberation Front seized the town of Orel.", [("Northern Liberation Front", "armed_group"), ("Orel", "place")]),
    ("Peruvian troops crossed into Bolivia.", [("Peruvian", "state"), ("Bolivia", "state")]),
    ("The Ministry of Defence of Bolivia denied it.", [("Ministry of Defence", "government_body"), ("Bolivia", "state")]),
    ("Marko Dren told Reuters that he was safe.", [("Marko Dren", "person"), ("Reuters", "media")]),
    ("The United Nations and NATO condemned the attack.", [("United Nations", "igo"), ("NATO", "igo")]),
    (
        "The European Union and the African Union met in Lima.",
        [("European Union", "igo"), ("African Union", "igo"), ("Lima", "place")],
    ),
    ("Amnesty International accused Peru of torture.", [("Amnesty International", "ngo"), ("Peru", "state")]),
    ("Dren Company sold the trucks.", [("Dren Company", "company")]),
    ("The Government of National Unity fell.", [("Government of National Unity", "government_body")]),
    ("The White House and the Kremlin were silent.", [("White House", "government_body"), ("Kremlin", "government_body")]),
    ("Officials in Moscow and Washington said nothing.", [("Moscow", "place"), ("Washington", "place")]),
    ("The Red Dawn militants attacked Lima.", [("Red Dawn", "armed_group"), ("Lima", "place")]),
    ("Prime Minister Adil al-Karim was visiting Lima.", [("Adil al-Karim", "person"), ("Lima", "place")]),
    ("The US and the UK signed it.", [("US", "state"), ("UK", "state")]),
    # what a noun beside a name calls it
    ("A dairy company, Velna Foods, says its products were banned.", [("Velna Foods", "company")]),
    ("The interview appeared in the newspaper Le Morin, which is close to the ministry.", [("Le Morin", "media")]),
    ("The official Sodong Minmun newspaper says talks failed.", [("Sodong Minmun", "media")]),
    ("Nine people died in the town of Khan Orel Saad, near Lima.", [("Khan Orel Saad", "place"), ("Lima", "place")]),
    ("They want a successor to Dan Kee-hwa, who resigned last month.", [("Dan Kee-hwa", "person")]),
    ("A General Dren subsidiary in Brazil was fined.", [("General Dren", "ngo"), ("Brazil", "state")]),
    # where names begin and end
    ("Police arrested Umarelo editor Agnes Dren on Friday.", [("Umarelo", "ngo"), ("Agnes Dren", "person")]),
    ("The clubs tried to manipulate the Serie A by choosing referees.", [("Serie A", "ngo")]),
    ("They found faults in several of Dren Airways' Rolls Orel engines.", [("Dren Airways", "company"), ("Rolls Orel", "ngo")]),
    ("A military spokeswoman, Lt. Col. Jana Morin, said he was in custody.", [("Lt. Col. Jana Morin", "person")]),
    ("Attorney General Ana Petrak said the case was closed.", [("Ana Petrak", "person")]),
    ("British Foreign Secretary Jack Dren met them in Lima.", [("British", "state"), ("Jack Dren", "person"), ("Lima", "place")]),
    ("A bomb in eastern Sri Lanka killed an officer.", [("Sri Lanka", "state")]),
    ("BBC Foreign Editor Jon Orel said the house was hit.", [("BBC", "media"), ("Jon Orel", "person")]),
    (
        "The director of the Danish Observatory for Human Rights Rami Petrak said so.",
        [("Danish Observatory for Human Rights", "ngo"), ("Rami Petrak", "person")],
    ),
    ("Nouri al-Morin spoke. They gave no support to al-Morin.", [("Nouri al-Morin", "person"), ("al-Morin", "person")]),
    ("Jordanian King Idrullah has vowed to find them.", [("Jordanian", "state"), ("King Idrullah", "person")]),
    (
        "Germany's foreign minister (Jan-Walter Petrak) says the talks failed.",
        [("Germany", "state"), ("Jan-Walter Petrak", "person")],
    ),
    # what is no actor: a creed in two words, a belief, a law
    ("They are Sunni Muslims.", [("Sunni Muslims", "other")]),
    ("He says manifestations of Petrakophobia range from threats to attacks in Lima.", [("Lima", "place")]),
    ("Rallies were held against the War Powers Act in Lima.", [("War Powers Act", "agreement"), ("Lima", "place")]),
    # birds of a feather: a list of persons, a list of places
    (
        "They arrested Bauer, Fattalin and Sarah Dren last year.",
        [("Bauer", "person"), ("Fattalin", "person"), ("Sarah Dren", "person")],
    ),
    # nouns that no person is called by, whatever the given name before them
    ("Analysts at the specialists Rochan Consulting say so.", [("Rochan Consulting", "company")]),
    ("The governor said the Hamza Division left.", [("Hamza Division", "military_unit")]),
    ("The Dogal news agency reported the deaths.", [("Dogal", "media")]),
    ("Turn to CNN TV and CNN.com for what you need to know.", [("CNN TV", "media"), ("CNN.com", "media")]),
]


def typed(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.type) for span in read_names(parsed(text))]


@pytest.mark.parametrize(("text", "wanted"), TYPED, ids=[text for text, _ in TYPED])
def test_names_and_types(text: str, wanted: list[tuple[str, str]]) -> None:
    assert typed(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed and the soldiers went home.",
        "The prime minister resigned on Monday.",
        "It rained for two days.",
        "They gave us food and water.",
        "The general ordered the attack.",
    ],
)
def test_no_name(text: str) -> None:
    assert typed(text) == []


@pytest.mark.parametrize(("text", "word"), [("Russian-backed forces won.", "Russian"), ("A French president spoke.", "French")])
def test_nationality_words_are_demonyms(text: str, word: str) -> None:
    found = [span for span in read_names(parsed(text)) if text[span.start : span.end] == word]
    assert [(span.kind, span.type) for span in found] == [("demonym", "state")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A Malian-flagged ship sank.", []),
        ("The intra-Malian talks failed.", []),
        ("U.S.-made missiles fell.", []),
        ("Peruvian-Bolivian trade grew.", []),
        ("The Malian-born preacher left.", []),
        ("Malian-held towns were quiet.", [("Malian", "state")]),
        ("Pro-Malian militias attacked.", [("Malian", "state")]),
        ("Malian ships sank - Peruvian ones did not.", [("Malian", "state"), ("Peruvian", "state")]),
    ],
)
def test_half_of_a_word_is_a_state_only_where_it_does_something(text: str, wanted: list[tuple[str, str]]) -> None:
    assert typed(text) == wanted


def marked(text: str, *names: tuple[str, str]) -> Parse:
    """The parse of a text in which the recogniser found just these names."""
    parse = parsed(text)
    doc = parse.doc.copy()
    found = [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in names]
    doc.set_ents([span for span in found if span is not None])
    return replace(parse, doc=doc, sents=tuple(doc.sents))


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("The Peru, Bolivia and the Congo mission failed.", "Peru, Bolivia and the Congo", "ORG", ["Peru", "Bolivia", "Congo"]),
        ("Bosnia and Herzegovina agreed.", "Bosnia and Herzegovina", "ORG", ["Bosnia and Herzegovina"]),
        ("They joined Lund and Bolivia.", "Lund and Bolivia", "ORG", ["Lund and Bolivia"]),
        ("United Nations-backed GNR fighters left.", "United Nations-backed GNR", "ORG", ["United Nations", "GNR"]),
        ("She wrote for The Harbour Times.", "The Harbour Times", "ORG", ["The Harbour Times"]),
        ("She wrote for the Harbour Times.", "the Harbour Times", "ORG", ["Harbour Times"]),
        ("The Harbour Times said so.", "The Harbour Times", "ORG", ["Harbour Times"]),
        ("They met on Harbour Square where it began.", "Harbour Square where", "ORG", ["Harbour Square"]),
        ("Peru's Orel Watch counted them.", "Peru's Orel Watch", "ORG", ["Peru", "Orel Watch"]),
        ("The People's Orel Watch counted them.", "People's Orel Watch", "ORG", ["People's Orel Watch"]),
        ("EU Commissioner Olga Dren left.", "EU Commissioner Olga Dren", "ORG", ["EU", "Olga Dren"]),
        ("Orel Governor Dren left.", "Orel Governor Dren", "ORG", ["Orel", "Dren"]),
        ("The Orel Guard Council left.", "Orel Guard Council", "ORG", ["Orel Guard Council"]),
        ("President Ana Petrak left.", "President Ana Petrak", "PER", ["President Ana Petrak"]),
        ("A U.N. ambassador left.", "U.N. ambassador", "ORG", ["U.N."]),
        ("The secretary of State Ana Petrak left.", "State Ana Petrak", "ORG", ["State", "Ana Petrak"]),
        ("Photo: Ana Petrak/Reuters", "Ana Petrak/Reuters", "PER", ["Ana Petrak", "Reuters"]),
        ("Lima and Orel Watch agreed.", "Lima and Orel Watch", "ORG", ["Lima and Orel Watch"]),
        ("They left Lima and Bolivia.", "Lima and Bolivia", "ORG", ["Lima", "Bolivia"]),
        ("They held eastern Orel province.", "eastern Orel", "LOC", ["Orel"]),
        ("They held eastern Orel.", "eastern Orel", "LOC", ["eastern Orel"]),
        ("Ask @OrelWatch in Lima.", "@OrelWatch", "ORG", []),
        ("Furthermore, they left.", "Furthermore", "ORG", []),
        ("The NGOs left.", "NGOs", "ORG", []),
        ("Shia Iran left.", "Shia Iran", "LOC", ["Shia", "Iran"]),
        ("They met in Western Peru.", "Western Peru", "LOC", ["Western Peru"]),
        ("They met in West Africa.", "West Africa", "LOC", ["West Africa"]),
        ("The director of Orel Intelligence Ana Petrak left.", "director of Orel Intelligence Ana Petrak", "ORG", ["Ana Petrak"]),
        ("The Director of National Intelligence left.", "National Intelligence", "ORG", ["National Intelligence"]),
        ("Lima Watch\nAna Petrak left.", "Lima Watch\nAna Petrak", "ORG", ["Lima Watch", "Ana Petrak"]),
        ("Supreme Leader Ana Petrak left.", "Supreme Leader", "ORG", ["Ana Petrak"]),
        ("The Department of Justice minister left.", "Department of Justice", "ORG", ["Department of Justice"]),
        ("It began in mid-September.", "mid-September", "LOC", []),
        ("Ana Petrak, D-Calif., left.", "D-Calif.", "LOC", ["Ana Petrak"]),
        ("He told The Wall Street Journal that.", "told", "ORG", ["The Wall Street Journal"]),
        ("Peru Was Isolated by Bolivia.", "Peru Was Isolated", "LOC", ["Peru", "Bolivia"]),
        ("They asked the Security Council and Dren Department.", "Security Council and Dren Department", "ORG",
         ["Security Council", "Dren Department"]),
        ("The Trade and Reform Committee left.", "Trade and Reform Committee", "ORG", ["Trade and Reform Committee"]),
        ("The Orel Dawn Islamist faction left.", "Orel Dawn Islamist", "ORG", ["Orel Dawn"]),
        ("A U.S. Congressional investigation began.", "U.S. Congressional", "ORG", ["U.S."]),
        ("She works at the Middle East Institute.", "Middle East", "LOC", ["Middle East Institute"]),
        ("Foreign Minister Ana Petrak left.", "Minister Ana Petrak", "PER", ["Ana Petrak"]),
        ("They asked for Mr. Dren.", "Dren", "LOC", ["Mr. Dren"]),
        ("They met and Dren Watch left.", "and Dren Watch", "ORG", ["Dren Watch"]),
        ("Ana Petrak/AP Ana Petrak/AP", "Ana Petrak/AP Ana Petrak/AP", "PER", ["Ana Petrak", "AP", "Ana Petrak", "AP"]),
    ],
)
def test_where_names_begin_and_end(text: str, name: str, label: str, wanted: list[str]) -> None:
    assert [text[span.start : span.end] for span in read_names(marked(text, (name, label)))] == wanted


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        ("Peru officials denied it.", "ORG", "government_body"),
        ("Peru officials denied it.", "LOC", None),
        ("They lived in Peru.", "ORG", None),
    ],
)
def test_a_state_may_stand_for_its_government(text: str, label: str, wanted: str | None) -> None:
    found = [(span.type, span.stands_for) for span in read_names(marked(text, ("Peru", label)))]
    assert found == [("state", wanted)]


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("Ana Petrak told Reuters that she was safe.", "Reuters", "PER", "media"),  # known by name
        ("She met Georgia there.", "Georgia", "PER", "person"),  # a name that states and persons have
        ("Shells hit the Dren regime again.", "Dren", "LOC", "person"),
        ("The regime of Dren fell.", "Dren", "LOC", "person"),
        ("Shells hit the Lima regime again.", "Lima", "LOC", "place"),
        ("The people of Dren fled.", "Dren", "LOC", "place"),
        ("The HMS Harrow sailed.", "HMS Harrow", "LOC", "military_unit"),
        ("LIMA - Two ships sank.", "LIMA", "ORG", "place"),
        ("It began Operation Quiet Dawn.", "Operation Quiet Dawn", "ORG", "event"),
        ("Brig. Gen. Dren spoke.", "Brig. Gen. Dren", "ORG", "person"),
        ("The Coalition foreign ministers met.", "Coalition", "ORG", "ngo"),
        ("SYRIA - Two towns fell.", "SYRIA", "LOC", "state"),
        ("The Navy fired first.", "Navy", "ORG", "military_unit"),
        ("She left Ana Petrak University.", "Ana Petrak University", "PER", "ngo"),
        ("Ana Maria Petrak left.", "Ana Maria Petrak", "PER", "person"),
        ("Ana Church left.", "Ana Church", "PER", "person"),
        ("They fought Jaysh al-Orel.", "Jaysh al-Orel", "LOC", "armed_group"),  # its first word says so
        ("Shells hit Ana al-Dren again.", "Ana al-Dren", "LOC", "person"),
        ("Abu Dren al-Lund was there.", "Abu Dren al-Lund", "ORG", "person"),
        ("Shells hit Svitlana Dren again.", "Svitlana Dren", "LOC", "person"),
        ("They met in Hana City Hill.", "Hana City Hill", "LOC", "place"),
        ("They met Abdel Dren al-Lund.", "Abdel Dren al-Lund", "ORG", "person"),
        ("They paid ORWA twice.", "ORWA", "LOC", "ngo"),
        ("They met in ORWA.", "ORWA", "LOC", "place"),
        ("It is from Al Jazeera News.", "Al Jazeera News", "PER", "media"),
        ("A vote in the House failed.", "House", "ORG", "government_body"),
        ("The Dren regiment left.", "Dren", "ORG", "military_unit"),
        ("The Bush administration left.", "Bush", "PER", "person"),
        ("They met in Drenov. She was born in Drenov.", "Drenov", "PER", "place"),
        ("The Orel Relief Agency paid.", "Orel Relief Agency", "ORG", "ngo"),
        ("The Orel News Agency wrote it.", "Orel News Agency", "ORG", "media"),
        ("They spoke of Islam.", "Islam", "LOC", "other"),
    ],
)
def test_what_goes_before_the_recogniser(text: str, name: str, label: str, wanted: str) -> None:
    assert [span.type for span in read_names(marked(text, (name, label))) if span.start == text.index(name)] == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Peruvian Observatory for Human Rights left.", ["Peruvian Observatory for Human Rights"]),
        ("The Peruvian Ministry of Defence left.", ["Peruvian", "Ministry of Defence"]),  # the state's
    ],
)
def test_a_nationality_that_opens_a_name(text: str, wanted: list[str]) -> None:
    parse = marked(text, ("Peruvian", "NORP"), (wanted[-1].removeprefix("Peruvian "), "ORG"))
    assert [text[span.start : span.end] for span in read_names(parse)] == wanted


def test_an_acronym_in_brackets_is_what_stands_before_it() -> None:
    text = "The Orel Defence Units (YDO) denied it. Lima asked the YDO again."
    parse = marked(text, ("Orel Defence Units", "ORG"), ("YDO", "ORG"))
    assert {span.type for span in read_names(parse) if text[span.start : span.end] == "YDO"} == {"military_unit"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Perus army left.", "Peru"),  # a page that lost its apostrophes
        ("Perus army left. Bolivia's army did not.", "Perus"),
        ("Hamas left.", "Hamas"),
    ],
)
def test_a_possessive_without_its_apostrophe(text: str, wanted: str) -> None:
    first = text.split()[0]
    assert next(text[span.start : span.end] for span in read_names(marked(text, (first, "ORG")))) == wanted


def test_what_a_state_stands_for_is_said_of_the_mention_alone() -> None:
    text = "Peru officials denied it. Peru is a country."
    parse = marked(text, ("Peru", "ORG"))
    mentions, entities = read_mentions(parse, names=read_names(parse), attributions=())
    named = [(mention.type, mention.entity) for mention in mentions if mention.form == "name"]
    assert [type_ for type_, _ in named] == ["government_body", "state"]
    assert len({entity for _, entity in named}) == 1
    assert [entity.type for entity in entities if entity.name == "Peru"] == ["state"]


def test_a_region_has_no_state() -> None:
    text = "European diplomats met Kurdish leaders."
    assert all(span.type != "state" for span in read_names(parsed(text)))


def test_one_name_has_one_type_in_a_document() -> None:
    text = "Marko Dren spoke first. Then Dren left. Nobody followed Dren, and the Dren camp was quiet."
    types = Counter(span.type for span in read_names(parsed(text)) if "Dren" in text[span.start : span.end])
    assert set(types) == {"person"}


def test_silent_regions_have_no_names() -> None:
    text = "Marko Dren spoke.\nPeter Lund wrote this in Lima."
    assert {text[span.start : span.end] for span in read_names(parsed(text, ("body", "comment")))} == {"Marko Dren"}


@pytest.mark.parametrize(
    ("name", "label", "type_"),
    [
        ("Ministry of Defence", "ORG", "government_body"),
        ("Supreme Council", "ORG", "government_body"),
        ("Free Eastern Army", "ORG", "military_unit"),
        ("People's Front", "ORG", "armed_group"),
        ("Orel Brigade", "ORG", "armed_group"),
        ("Orel Times", "ORG", "media"),
        ("Orel University", "ORG", "ngo"),
        ("Orel Airport", "LOC", "facility"),
        ("Treaty of Orel", "ORG", "agreement"),
        ("Battle of Orel", "EVENT", "event"),
        ("Green Party", "ORG", "ngo"),
        ("Orel Steel Corporation", "ORG", "company"),
        ("Hotel Orel", "ORG", "facility"),
        ("Lake Orel", "ORG", "place"),
        ("Parliament", "ORG", "government_body"),
    ],
)
def test_a_name_tells_its_type(name: str, label: str, type_: str) -> None:
    assert own_type(name, label=label) == type_


@pytest.mark.parametrize(
    ("name", "label"), [("Orel", "ORG"), ("Front", "ORG"), ("", "ORG"), ("Army", "LOC"), ("Republic of Orel", "ORG")]
)
def test_a_name_that_tells_nothing(name: str, label: str) -> None:
    assert own_type(name, label=label) is None


@pytest.mark.parametrize(
    ("text", "wanted"), [("Prime Minister", True), ("Lt.", True), ("President", True), ("Dren", False), ("General Dren", False)]
)
def test_is_title(text: str, *, wanted: bool) -> None:
    assert is_title(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("al-Masri", "masri"), ("Dren", "dren"), ("Ana Petrak", ""), ("van der Berg", "berg"), ("", "")]
)
def test_surname_of(text: str, wanted: str) -> None:
    assert surname_of(text) == wanted


WORDS = st.lists(
    st.sampled_from(
        [
            "Ana",
            "Petrak",
            "Peru",
            "the",
            "of",
            "Army",
            "said",
            "UN",
            "(",
            ")",
            ",",
            ".",
            "\n",
            "al-Masri",
            "Mr.",
            "General",
            "é",
            "U.S.",
            "-",
        ]
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS)
def test_spans_are_ordered_apart_and_tight(text: str) -> None:
    spans = read_names(parsed(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)
    assert read_names(parsed(text)) == spans


@pytest.mark.parametrize(("text", "name"), [
    ("The embassy of Lorvia denied the report.", "Lorvia"),
    ("Lorvia's foreign minister left. Troops of Lorvia stayed.", "Lorvia"),
    ("Drones were supplied by neighbouring Belmere.", "Belmere"),
    ("Norland was one of the first states to pay.", "Norland"),
])
def test_what_has_an_embassy_is_a_state(text: str, name: str) -> None:
    assert {type_ for found, type_ in typed(text) if found == name} == {"state"}


@pytest.mark.parametrize("text", [
    "The embassy in Orlesk was closed.", "Orlesk's mayor left the city.", "Ana Petrak's office was closed.",
])
def test_what_has_no_embassy_is_no_state(text: str) -> None:
    assert "state" not in {type_ for _, type_ in typed(text)}


@pytest.mark.parametrize(
    ("text", "name", "label", "wanted"),
    [
        ("It went on in Eastern Moruta.", "Eastern Moruta", "PER", "place"),
        ("They took the hill of Jabal Moruta.", "Jabal Moruta", "PER", "place"),
        ("They hired a plane from Morut Air.", "Morut Air", "LOC", "company"),
        ("Morutin is the first civilian to be charged.", "Morutin", "ORG", "person"),
        ("Morutin is an ally of the state.", "Morutin", "ORG", "ngo"),
        ("Peru is a member of the league.", "Peru", "ORG", "state"),
        ("She met the Moruts, who resigned.", "Moruts", "ORG", "ngo"),
    ],
)
def test_what_the_words_beside_a_name_make_of_the_recognisers_label(text: str, name: str, label: str, wanted: str) -> None:
    assert [span.type for span in read_names(marked(text, (name, label))) if text[span.start : span.end] == name] == [wanted]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("The Marr-Petrak call angered Egypt. President Ivo Marr met Ana Petrak in Lima.", "Marr-Petrak", False),
        ("Guinea-Bissau attacked Guinea. The president of Guinea visited Bissau.", "Guinea-Bissau", True),
        ("Mohammed Al Sisi leads Egypt. Al-Sisi left Lima.", "Al-Sisi", True),
    ],
)
def test_two_joined_by_a_hyphen_are_nobody_else(text: str, name: str, found: bool) -> None:
    assert (name in {mention.text for mention in crossread.annotate(text).mentions}) == found
