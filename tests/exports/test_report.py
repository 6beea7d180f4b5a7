"""A dossier as it is printed: what its statements say."""

from __future__ import annotations

from crossread.comparison.prepare import prepare
from crossread.exports.report import report
from crossread.model import Document
from crossread.model.judgement import Grades
from crossread.views.dossier import dossier
from crossread.views.picture import Picture
from tests.comparison.made import actors, claim


def test_a_stance_without_an_end_has_none_on_paper_and_codes_are_words() -> None:
    claims = [claim("1", "Lorvia", "supports", "Free Army", time=("2031-05-02", "2031-05-02"))]
    picture = Picture(prepare(claims, documents=[Document("one", "")], actors=actors(claims)))
    printed = report(dossier(picture, "a free army"), picture=picture, grades=Grades(), case="war")
    said = [one.text for section in printed.sections for one in section.statements if section.title == "Backed by"]
    assert said == ["Lorvia supports Free Army; from 2031-05-02 on; 1 origin"]
    assert printed.lines[0] == "armed group"
