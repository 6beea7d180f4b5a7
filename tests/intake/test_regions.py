"""Which block is what. A case is a text in lines "kind | block"; a blank line between them is one in the text."""

from __future__ import annotations

import textwrap

import pytest

from crossread.intake.regions import regions_of

NEWS = """
body | The army of the north took the harbour of Salvo on Monday after a week of fighting, a spokesman for the ministry said.

body | Residents reached by telephone told of heavy shelling, and the hospital received forty wounded people within an hour.

body | The governor called on both sides to spare the city, and the bishop offered to speak with whoever commands the guns.
"""

CASES = {
    "headline, deck, heading": """
title | Harbour falls after a week of siege

title | Governor flees by boat as the northern army enters Salvo
"""
    + NEWS
    + """
title | A city without water

body | The pumps stopped on the second day, and nobody has been able to repair them since the engineers left for the capital.
""",
    "headings that ask": NEWS
    + """
title | Who holds the hills?

body | The hills belong to whoever can feed men there, a retired general said, and for the moment that is the northern army.
""",
    "list of other articles under a heading": NEWS
    + """
boilerplate | Last News

boilerplate | Ten recipes for a rainy day

boilerplate | Singer answers rumours about her wedding
""",
    "list of other articles without a heading": NEWS
    + """
boilerplate | Ten recipes for a rainy day

boilerplate | Singer answers rumours about her wedding

boilerplate | Kayak champion wins again in the north
""",
    "a list that the text announces is text": NEWS
    + """
body | The army has three demands:

body | The release of all prisoners
body | A seat in the government for the north
body | Wages for the soldiers of the harbour
""",
    "buttons, teasers, advertisement": NEWS
    + """
boilerplate | Share
boilerplate | Tweet
boilerplate | Story continues below

boilerplate | Read more: The long road to Salvo

boilerplate | You will find the best prices and guaranteed products here.

boilerplate | Sign up to our newsletter and never miss a story
boilerplate | harbour-at-night.jpg
boilerplate | * * *
""",
    "words of buttons in a sentence": NEWS
    + """
body | They share power with the old families and will not give it up, the bishop added, whatever the army tells them.

body | Follow the money, the old general said, and you will find the man who sold the harbour to the northern army.
""",
    "comments under a heading": NEWS
    + """
comment | 2 comments

comment | oldsailor says:
comment | The governor should have stayed. He ran like a hare!

comment | Lena
comment | So would you.
""",
    "comments by their marks": NEWS
    + """
comment | Marta's picture

comment | He ran like a hare, and he took the money with him.

comment | Reply

comment | oldsailor's picture

comment | You were not there.

comment | Reply
""",
    "one sentence that ends in a colon is no thread": NEWS
    + """
body | The bishop says: leave the city, for nobody will come to help us, and nobody who stays behind will be spared by them.
""",
    "captions": NEWS
    + """
caption | A file photo shows the governor at the harbour - AFP

body | The northern army denied that it had fired on the hospital, and its spokesman asked for proof of the governor's words.

caption | Soldiers stand guard at the harbour of Salvo.

caption | Women wait for water in Salvo (Photo: Ana Reis/Reuters)
""",
    "an agency's name at the end of news is no caption": NEWS
    + """
body | The governor has left the country, the interior minister said. (Reuters)
""",
    "the present tense alone makes no caption": NEWS
    + """
body | Two brigades stand at the border and wait for orders.
""",
    "bylines": """
byline | By Ana Reis and Tom Halder
byline | Updated 3 May 2031 at 10:15
"""
    + NEWS
    + """
byline | Ana Reis reported from Salvo; Tom Halder contributed to this report.
""",
    "a sentence that begins with By": NEWS
    + """
body | By Monday evening the northern army had crossed the bridge and taken the mill, the bishop told a radio station.
""",
    "interview by letters": """
body | Tom Halder spoke to the general about the siege of the harbour, and about the men whom he left behind in the hills.

question | Q: Will you go back?

answer | A: As soon as the road is open.

question | Q: With whom?

answer | A: With those who still want me. There are more of them than the newspapers of the capital believe or care to print.
""",
    "interview by dashes and bullets": NEWS
    + """
answer | • He has the harbour, and he has the money. The rest will come to him without a fight.

question | – What does he want?

answer | • A state of his own. And he will have it before long.

question | – Who could stop him?

answer | • His own sons.
""",
    "interview by speakers": """
body | The conversation was recorded in the general's house in the hills, two days before the army marched on the harbour.

question | HALDER: Will you march?

answer | DROMA: I have never marched. I walk, and the others follow.

question | HALDER: And if they do not follow?

answer | DROMA: Then I walk alone.
""",
    "facts with their terms before colons": """
body | Name: The Harbour Guard, founded by the old governor in the year of the flood.
body | Strength: Some two thousand men, most of them from the islands in the south.
body | Name: The Northern Army, founded by three colonels after the last election.
body | Strength: Unknown, but large enough to take the harbour within one week.
""",
    "interview by bare questions": """
body | This interview has been edited for length and clarity.

question | You left the army twice. Why did you come back?

answer | Because my men were still there, and because nobody else wanted the post, which should tell you something.
""",
    "dashes of a list": NEWS
    + """
body | – The harbour has been closed since Monday.

body | – The airport is open in the morning.
""",
    "pasted quotations": NEWS
    + """
quote | > The harbour was empty when we came, and the fish lay rotting on the quay, the captain wrote to his brother.

body | The newspaper of the northern army reports:

quote | "Our soldiers have been greeted with flowers by the people of Salvo, who have waited for this day for many years."

body | Nobody else saw any flowers that day, and the florist had left the city with her daughters long before the siege.
""",
    "a quotation within running text": NEWS
    + """
body | "We saw no flowers," the bishop said when he was asked about the report. "There was nobody left to bring any."
""",
    "messages of a network": NEWS
    + """
quote | Salvo is ours. Thanks to all who prayed for us. — Northern Army (@northernarmy) May 2, 2031
""",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_kinds(case: str) -> None:
    lines = [line.split(" | ", 1) for line in textwrap.dedent(case).strip().splitlines()]
    text = "\n".join(line[1] if len(line) == 2 else "" for line in lines)
    expected = [(line[0], line[1]) for line in lines if len(line) == 2]
    assert [(region.kind, text[region.start : region.end]) for region in regions_of(text)] == expected


def test_known_title_and_outlet() -> None:
    text = "Harbour falls. The army of the north took the harbour of Salvo on Monday, a spokesman said.\nThe Salvo Mirror"
    regions = regions_of(text, title="Harbour falls", outlet="The Salvo Mirror")
    assert [(region.kind, text[region.start : region.end]) for region in regions] == [
        ("title", "Harbour falls."),
        ("body", "The army of the north took the harbour of Salvo on Monday, a spokesman said."),
        ("byline", "The Salvo Mirror"),
    ]


def test_lines_broken_by_hand() -> None:
    text = textwrap.dedent("""\
        The army of the north took the harbour of Salvo on Monday after a week
        of fighting, a spokesman for the ministry said to reporters in the
        capital.

        Residents reached by telephone told of heavy shelling, and the hospital
        received forty wounded people within an hour of the first shot, most of
        them from the harbour.
        """)
    assert [text[region.start : region.end][:9] for region in regions_of(text)] == ["The army ", "Residents"]


def test_stamp_and_frame_within_one_block() -> None:
    text = (
        "Sat 3 May 2031 The army of the north took the harbour of Salvo on Monday, a spokesman for the ministry said, and the "
        "governor left the city by boat. Additional reporting by Tom Halder"
    )
    assert [(region.kind, text[region.start : region.end][:14]) for region in regions_of(text)] == [
        ("byline", "Sat 3 May 2031"),
        ("body", "The army of th"),
        ("boilerplate", "Additional rep"),
    ]
