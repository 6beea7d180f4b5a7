"""Sentence in, attributions out. A row is a text and what must be read from it: (source, cue, content), pieces joined by
" … ". Add a row for each construction that comes up; the texts are invented."""

from __future__ import annotations

import pytest

from tests.reading.attribution.reading import Row, attributions, rows

INDIRECT: list[tuple[str, list[Row]]] = [
    (
        "The contrast with the capital, said Olen and others, would be clear since the valley has no road.",
        [
            ("Olen and others", "said", "The contrast with the capital … would be clear since the valley has no road"),
        ],
    ),
    (
        "As reported by the Harbour Gazette, there are 150 men at the port.",
        [
            ("the Harbour Gazette", "reported", "there are 150 men at the port"),
        ],
    ),
    (
        "The Gazette quoted Mr. Olen as saying that the truce had failed.",
        [
            ("The Gazette", "quoted", "Mr. Olen as saying that the truce had failed"),
            ("Mr. Olen", "saying", "that the truce had failed"),
        ],
    ),
    (
        "Mr. Olen on Friday said the truce had failed.",
        [
            ("Mr. Olen", "said", "the truce had failed"),
        ],
    ),
    (
        "The only problem, Ms. Bigbee said, is that the bridge is one lane wide.",
        [
            ("Ms. Bigbee", "said", "The only problem … is that the bridge is one lane wide"),
        ],
    ),
    (
        "The minister said the truce was expected to hold.",
        [
            ("The minister", "said", "the truce was expected to hold"),
        ],
    ),
    (
        "The minister said the governor had promised that the port would reopen.",
        [
            ("The minister", "said", "the governor had promised that the port would reopen"),
            ("the governor", "had promised", "that the port would reopen"),
        ],
    ),
    (
        "The ministry said the bridge had been destroyed.",
        [
            ("The ministry", "said", "the bridge had been destroyed"),
        ],
    ),
    (
        "The ministry said that the bridge had been destroyed.",
        [
            ("The ministry", "said", "that the bridge had been destroyed"),
        ],
    ),
    (
        "Officials told reporters that the talks had failed.",
        [
            ("Officials", "told", "that the talks had failed"),
        ],
    ),
    (
        "The general claimed that his troops controlled the port.",
        [
            ("The general", "claimed", "that his troops controlled the port"),
        ],
    ),
    (
        "The rebels denied that they had shelled the market.",
        [
            ("The rebels", "denied", "that they had shelled the market"),
        ],
    ),
    (
        "The president vowed to retake the city.",
        [
            ("The president", "vowed", "to retake the city"),
        ],
    ),
    (
        "The commander promised to withdraw his men by Friday.",
        [
            ("The commander", "promised", "to withdraw his men by Friday"),
        ],
    ),
    (
        "The opposition accused the army of burning three villages.",
        [
            ("The opposition", "accused", "the army of burning three villages"),
        ],
    ),
    (
        "The governor blamed the militia for the attack.",
        [
            ("The governor", "blamed", "the militia for the attack"),
        ],
    ),
    (
        "The envoy described the truce as fragile.",
        [
            ("The envoy", "described", "the truce as fragile"),
        ],
    ),
    (
        "The council condemned the bombing of the hospital.",
        [
            ("The council", "condemned", "the bombing of the hospital"),
        ],
    ),
    (
        "The mayor called for an immediate ceasefire.",
        [
            ("The mayor", "called", "an immediate ceasefire"),
        ],
    ),
    (
        "The judge asked whether the prisoners had been fed.",
        [
            ("The judge", "asked", "whether the prisoners had been fed"),
        ],
    ),
    (
        "The road is open, the mayor said.",
        [
            ("the mayor", "said", "The road is open"),
        ],
    ),
    (
        "The road, the mayor said, is open.",
        [
            ("the mayor", "said", "The road … is open"),
        ],
    ),
    (
        "According to the Red Cross, twelve people were wounded.",
        [
            ("the Red Cross", "According to", "twelve people were wounded"),
        ],
    ),
    (
        "Twelve people were wounded, according to the Red Cross.",
        [
            ("the Red Cross", "according to", "Twelve people were wounded"),
        ],
    ),
    (
        "Twelve people, according to the Red Cross, were wounded.",
        [
            ("the Red Cross", "according to", "Twelve people … were wounded"),
        ],
    ),
    (
        "In the words of one villager, the army came at night.",
        [
            ("one villager", "In the words of", "the army came at night"),
        ],
    ),
    (
        "In the ministry's view, the treaty is dead.",
        [
            ("the ministry", "view", "the treaty is dead"),
        ],
    ),
    (
        "As the minister put it, the war is over.",
        [
            ("the minister", "put", "the war is over"),
        ],
    ),
    (
        "As the report noted, the dam was never repaired.",
        [
            ("the report", "noted", "the dam was never repaired"),
        ],
    ),
    (
        "The report found that the shells came from the hills.",
        [
            ("The report", "found", "that the shells came from the hills"),
        ],
    ),
    (
        "Satellite images show that the depot was hit.",
        [
            ("Satellite images", "show", "that the depot was hit"),
        ],
    ),
    (
        "He is believed to have fled across the border.",
        [
            ("", "is believed", "He … to have fled across the border"),
        ],
    ),
    (
        "The convoy is said to have carried rifles.",
        [
            ("", "is said", "The convoy … to have carried rifles"),
        ],
    ),
    (
        "It was reported that the capital had fallen.",
        [
            ("", "was reported", "that the capital had fallen"),
        ],
    ),
    (
        "The truce is expected to hold until spring.",
        [
            ("", "is expected", "The truce … to hold until spring"),
        ],
    ),
    (
        "The rebels seem to have left the valley.",
        [
            ("", "seem", "The rebels … to have left the valley"),
        ],
    ),
    (
        "The allegation that soldiers looted the museum is under review.",
        [
            ("", "allegation", "that soldiers looted the museum"),
        ],
    ),
    (
        "Residents dismissed reports of a new offensive.",
        [
            ("Residents", "dismissed", "reports of a new offensive"),
        ],
    ),
    (
        "The guards allegedly beat two prisoners.",
        [
            ("", "allegedly", "The guards … beat two prisoners"),
        ],
    ),
    (
        "The general has reportedly left the country.",
        [
            ("", "reportedly", "The general has … left the country"),
        ],
    ),
    (
        "The court heard of the alleged massacre.",
        [
            ("", "alleged", "massacre"),
        ],
    ),
    (
        "Adding that supplies were low, the captain asked for fuel.",
        [
            ("the captain", "Adding", "that supplies were low"),
            ("the captain", "asked", "fuel"),
        ],
    ),
    (
        "She said the crossing was closed, adding that it might reopen in May.",
        [
            ("She", "said", "the crossing was closed"),
            ("She", "adding", "that it might reopen in May"),
        ],
    ),
    (
        "The villagers say they were told that the army had left.",
        [
            ("The villagers", "say", "they were told that the army had left"),
            ("", "were told", "that the army had left"),
        ],
    ),
    (
        "The envoy said the rebels had admitted that they held hostages.",
        [
            ("The envoy", "said", "the rebels had admitted that they held hostages"),
            ("the rebels", "had admitted", "that they held hostages"),
        ],
    ),
    (
        "The army acknowledged that it had lost the airport.",
        [
            ("The army", "acknowledged", "that it had lost the airport"),
        ],
    ),
    (
        "The group claimed responsibility for the blast.",
        [
            ("The group", "claimed", "responsibility for the blast"),
        ],
    ),
    (
        "The alliance confirmed the death of its leader.",
        [
            ("The alliance", "confirmed", "the death of its leader"),
        ],
    ),
    (
        "The prime minister warned that the famine would spread.",
        [
            ("The prime minister", "warned", "that the famine would spread"),
        ],
    ),
    (
        "Aid workers fear that cholera will return.",
        [
            ("Aid workers", "fear", "that cholera will return"),
        ],
    ),
    (
        "The chief of staff insisted that no shells were fired.",
        [
            ("The chief of staff", "insisted", "that no shells were fired"),
        ],
    ),
    (
        "The two writers argued that the border was drawn in haste.",
        [
            ("The two writers", "argued", "that the border was drawn in haste"),
        ],
    ),
    (
        "Analysts predict that prices will double.",
        [
            ("Analysts", "predict", "that prices will double"),
        ],
    ),
    (
        "The union demanded the release of its leaders.",
        [
            ("The union", "demanded", "the release of its leaders"),
        ],
    ),
    (
        "The delegates agreed to meet again in June.",
        [
            ("The delegates", "agreed", "to meet again in June"),
        ],
    ),
    (
        "The ambassador did not say whether the embassy would close.",
        [
            ("The ambassador", "did not say", "whether the embassy would close"),
        ],
    ),
    (
        "The engineer, citing new measurements, said the river was rising.",
        [
            ("The engineer", "citing", "new measurements"),
            ("The engineer, citing new measurements", "said", "the river was rising"),
        ],
    ),
    (
        "She was asked about the fire.",
        [
            ("", "was asked", "the fire"),
        ],
    ),
    (
        "The mayor refused to say whether the dam was safe.",
        [
            ("The mayor", "to say", "whether the dam was safe"),
        ],
    ),
    (
        "Military expert Lee Marsh says the front has moved.",
        [
            ("Military expert Lee Marsh", "says", "the front has moved"),
        ],
    ),
    (
        "The road, the mayor said, is open.",
        [
            ("the mayor", "said", "The road … is open"),
        ],
    ),
    (
        "Officials told reporters that the talks had failed.",
        [
            ("Officials", "told", "that the talks had failed"),
        ],
    ),
    (
        "The witness said a soldier had told him that the order came from Brek.",
        [
            ("The witness", "said", "a soldier had told him that the order came from Brek"),
            ("a soldier", "had told", "that the order came from Brek"),
        ],
    ),
    (
        "He announced that the port was open and vowed to return.",
        [
            ("He", "announced", "that the port was open"),
            ("He", "vowed", "to return"),
        ],
    ),
    (
        "The report by the commission says that no one was warned.",
        [
            ("The report by the commission", "says", "that no one was warned"),
        ],
    ),
]

QUOTED: list[tuple[str, list[Row]]] = [
    (
        '"We will not surrender," said Colonel Adan Merek.',
        [
            ("Colonel Adan Merek", "said", '"We will not surrender,"'),
        ],
    ),
    (
        '"We will not surrender," Colonel Adan Merek said.',
        [
            ("Colonel Adan Merek", "said", '"We will not surrender,"'),
        ],
    ),
    (
        '"We will not surrender," he told reporters on Sunday. "We will fight to the end."',
        [
            ("he", "told", '"We will not surrender," … "We will fight to the end."'),
        ],
    ),
    (
        '"The bridge," said the engineer, "will not last another winter."',
        [
            ("the engineer", "said", '"The bridge," … "will not last another winter."'),
        ],
    ),
    (
        "“We have no water left,” said Lena Oduya, a nurse at the clinic. “The children are ill.”",
        [
            ("Lena Oduya, a nurse at the clinic", "said", "“We have no water left,” … “The children are ill.”"),
        ],
    ),
    (
        'The minister said the army would "defend every inch of our land" in the north.',
        [
            ("The minister", "said", 'the army would "defend every inch of our land" in the north'),
        ],
    ),
    (
        'He said: "The enemy has crossed the river and is close."',
        [
            ("He", "said", '"The enemy has crossed the river and is close."'),
        ],
    ),
    (
        'The mayor was blunt: "Nobody is coming to help us here."',
        [
            ("The mayor", "was blunt", '"Nobody is coming to help us here."'),
        ],
    ),
    (
        '"They told us that the bridge was safe," said Mr. Olen. "Colonel Brek said the road was open."',
        [
            ("Mr. Olen", "said", '"They told us that the bridge was safe," … "Colonel Brek said the road was open."'),
            ("Colonel Brek", "said", "the road was open"),
        ],
    ),
    (
        'Lena Oduya wrote about the winter. "I saw three boats sink that night."',
        [
            ("Lena Oduya", "wrote", 'the winter … "I saw three boats sink that night."'),
        ],
    ),
    (
        '"Stop," shouted the guard.',
        [
            ("the guard", "shouted", '"Stop,"'),
        ],
    ),
    (
        "“The line will hold,” insisted General Tarn.",
        [
            ("General Tarn", "insisted", "“The line will hold,”"),
        ],
    ),
    (
        "''The river is rising again,'' the engineer said.",
        [
            ("the engineer", "said", "''The river is rising again,''"),
        ],
    ),
    (
        "``The river is rising again,'' the engineer said.",
        [
            ("the engineer", "said", "``The river is rising again,''"),
        ],
    ),
    (
        "‘The river is rising again,’ the engineer said.",
        [
            ("the engineer", "said", "‘The river is rising again,’"),
        ],
    ),
    (
        '"We are ready, ”said the captain of the boat.',
        [
            ("the captain of the boat", "said", '"We are ready, ”'),
        ],
    ),
    (
        "The minister repeated his words in the evening:\n“No village will be left behind in this winter.”",
        [
            ("The minister", "repeated", "his words … “No village will be left behind in this winter.”"),
        ],
    ),
    (
        "“We came at dawn and saw the smoke over the town.\n“Nobody had warned us about the fire,” Mr. Olen said.",
        [
            ("Mr. Olen", "said", "“We came at dawn and saw the smoke over the town. … “Nobody had warned us about the fire,”"),
        ],
    ),
    (
        "“We came at dawn and saw the smoke,” Mr. Olen said.\n“Nobody had warned us about the fire in the hills.”",
        [
            ("Mr. Olen", "said", "“We came at dawn and saw the smoke,” … “Nobody had warned us about the fire in the hills.”"),
        ],
    ),
    (
        'However useful the bridge, closing the road "is a serious mistake," Mr. Olen said.',
        [
            ("Mr. Olen", "said", 'However useful the bridge, closing the road "is a serious mistake,"'),
        ],
    ),
    (
        'In an interview on "Morning Hour," Mr. Olen said the port would reopen.',
        [
            ("Mr. Olen", "said", "the port would reopen"),
        ],
    ),
]

NOTHING = [
    "The soldiers walked to the river and slept.",
    "The bridge was built in 1931.",
    "The town lies on the eastern bank of the river.",
    "They repaired the road and planted trees.",
    'The so-called "iron brigade" moved north.',
    'Her book "The Long Winter" was printed in May.',
    "The river's level fell and the boys' boats ran aground.",
    "The army has forty tanks in the valley.",
    "Heavy rain closed the airport for two days.",
    "He sought a loan and built a mill.",
    "The raid claimed eleven lives in the harbour.",
    "The brigade defended the town for a month.",
]

KINDS = [
    ('"We will not surrender," said Colonel Adan Merek.', "direct"),
    ('The minister said the army would "defend every inch of our land" in the north.', "mixed"),
    ("The ministry said the bridge had been destroyed.", "indirect"),
]


@pytest.mark.parametrize(("text", "expected"), [*INDIRECT, *QUOTED])
def test_who_says_what(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_says_anything(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert attributions(text)[0].kind == kind


def test_what_is_said_inside_other_words_hangs_below_them() -> None:
    found = attributions("The witness said a soldier had told him that the order came from Brek.")
    assert [(a.id, a.parent) for a in found] == [("a0", None), ("a1", "a0")]
