"""Who speaks in a source: whoever its head names, not whoever is named in what describes it."""

from __future__ import annotations

import pytest

from tests.cases.claims import read


@pytest.mark.parametrize(("sentence", "voice"), [
    ("Morland armed the rebels, according to recordings obtained by the Courier.", "recordings obtained by the Courier"),
    ("Morland armed the rebels, according to a report seen by the Courier.", "a report seen by the Courier"),
    ("According to emails leaked to the Courier, Morland armed the rebels.", "emails leaked to the Courier"),
    ("Morland armed the rebels, according to a report published by Casualty Watch.", "Casualty Watch"),
    ("The Peruvian Centre for Human Rights said that Morland armed the rebels.", "Peruvian Centre for Human Rights"),
    ("The Peruvian Casualty Watch said that Morland armed the rebels.", "Casualty Watch"),
    ("A source close to General Ivo Marr said that Morland armed the rebels.", "A source"),
    ("General Ivo Marr, who was wounded in May, said that Morland armed the rebels.", "Ivo Marr"),
    ("According to Ana Petrak, a lawyer hired by the Courier, Morland armed the rebels.", "Ana Petrak"),
])
def test_who_speaks(sentence: str, voice: str) -> None:
    found = [claim for claim in read(sentence).claims if claim.predicate == "arms"]
    assert [claim.attribution[-1].name for claim in found] == [voice]


@pytest.mark.parametrize(("sentence", "predicate", "voices"), [
    # what the head of a source is called, and nobody who is named beside it
    ("Estavian state news agency Anda reported that Morland armed the rebels.", "arms", ["Anda"]),
    ("Estavia's public broadcaster Kan said Morland armed the rebels.", "arms", ["Kan"]),
    ("The country's ambulance service said Morland armed the rebels.", "arms", ["The country's ambulance service"]),
    ("Accounts from both nations say that Morland armed the rebels.", "arms", ["Accounts from both nations"]),
    ("A Lona Council report said that Morland armed the rebels.", "arms", ["Lona Council"]),
    ("“Morland armed the rebels,” said Estavian press secretary Peter Cook.", "arms", ["Peter Cook"]),
    # a title before a name is the subject of the verb behind it
    ("Morland armed the rebels in Lona, the regional governor, Maksim Kozak, said.", "arms", ["Maksim Kozak"]),
    ("After the call with Petrak, the foreign minister, Luis Cavus, said Morland armed the rebels.", "arms", ["Luis Cavus"]),
    # "it" speaks as "he" does, but nobody does in the passive
    ("The ministry denied the report. It said Morland armed the rebels.", "arms", ["The ministry"]),
    ("It was said that Morland armed the rebels.", "arms", []),
    ("The raid failed, the ministry said on Monday. “Peru armed the rebels in Lona,” it said.", "arms", ["the ministry"]),
    ("“We care,” said Ana Petrak. “Peru armed the rebels. “We ask all to stop.”", "arms", ["Ana Petrak"]),
    # tags that no comma sets off
    ("Nine civilians were killed in shelling of western Lona Saturday the observatory said.", "killed", ["the observatory"]),
    ("The raid came after the group had killed ten men said the Observatory for Rights.", "killed", ["Observatory for Rights"]),
    ("Ten people were killed in a part of the country a local defense source said Monday.", "killed", ["a local defense source"]),
    ("The units the source added killed ten people.", "killed", ["the source"]),
    ("The army killed ten people, and nobody believed the words the minister said.", "killed", []),
    ("Morland killed ten people near the border, the Lona Courier reports.", "killed", ["the Lona Courier"]),
    # verbs that speak before a clause only
    ("The protesters shouted that Morland had armed the rebels.", "arms", ["The protesters"]),
    ("Marr threatened that Morland would arm the rebels.", "arms", ["Marr"]),
    ("Marr threatened to kill ten people.", "killed", []),
    # who is believed to be something does not believe it
    ("Officials said two men believed to be part of the Arda Front had fled.", "member_of", ["Officials"]),
    # what somebody does or shows is no word of his, nor are other words that a verb of saying makes with a particle
    ("Carter said Peruvian forces showed “no will to fight” rebels who seized Lona.", "fights", ["Carter"]),
    ("Peru agreed to send the army to Lona.", "deploys_to", []),
    ("A video shows that the army killed ten people.", "killed", ["A video"]),
    ("The army deleted documents put together by the rebels who shelled Lona.", "attacks", []),
    ("Peru is appalled, he said, a harsh word considering Chile's support for Peru.", "supports", []),
    # what a mark opens is no end of what somebody says; a day between a charge and its ground is neither's
    ("Luis Marr, the minister, “condemns” the raid, adding that Morland armed the rebels.", "arms", ["Luis Marr"]),
    ("Two advisers slammed the Petrak administration this week for failing to protect Lona.", "fails_at", ["Two advisers"]),
    # a plan within what is said is no word of who says it
    ("The ministry said Mr. Marr “has a history of targeting us,” and planned attacks on soldiers.", "attacks", ["The ministry"]),
    # how a phrase describes somebody is the teller's, what is said of him is not
    ("The minister urged the Peru-backed rebels to leave the town.", "supports", []),
    ("The minister urged the Peru-backed rebels to leave the town.", "withdraws_from", ["The minister"]),
    ("Kerry warned Peru's embattled leader Luis Marr that Estavia armed the rebels.", "leads", []),
    ("Kerry warned Peru's embattled leader Luis Marr that Estavia armed the rebels.", "arms", ["Kerry"]),
])
def test_whose_words_a_claim_is(sentence: str, predicate: str, voices: list[str]) -> None:
    found = [claim for claim in read(sentence).claims if claim.predicate == predicate]
    assert found
    assert all([voice.name for voice in claim.attribution[1:]] == voices for claim in found)
