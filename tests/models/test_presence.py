"""For which items somebody was there."""

from __future__ import annotations

import pytest

from app.models.presence import Span, item_spans


@pytest.mark.parametrize(
    ("remark", "spans"),
    [
        ("deltog under punkt 2", [(2, 2)]),
        ("kun pkt. 7", [(7, 7)]),
        ("deltog i punkterne 2, 4 og 6", [(2, 2), (4, 4), (6, 6)]),
        ("under punkt 3-5", [(3, 5)]),
        ("fra punkt 3 til 5", [(3, 5)]),
        ("fra punkt 3", [(3, None)]),
        ("kom under dagsordenspunkt 4", [(4, None)]),
        ("til og med punkt 6", [(None, 6)]),
        ("forlod mødet efter punkt 6", [(None, 6)]),
        ("frem til punkt 6", [(None, 6)]),
        ("gik før punkt 4", [(None, 3)]),
        ("ankom efter punkt 2", [(3, None)]),
        ("ankom efter punkt 2, gik før punkt 5", [(3, 4)]),
        ("fra punkt 3 til punkt 5", [(3, 5)]),
        ("punkt 3 og punkt 5", [(3, 3), (5, 5)]),
        ("punkt 3 & 5 samt 7", [(3, 3), (5, 5), (7, 7)]),
        ("indkaldt til punkt 3", [(3, 3)]),
        ("deltog til punkt 3", [(3, 3)]),
        ("konsulent fra Rambøll, deltog under punkt 4", [(4, 4)]),
        ("deltog ikke under punkt 5", []),
        ("hele mødet undtagen punkt 5", []),
        ("hele mødet, undtagen punkt 3, punkt 5 og punkt 7", []),
        ("fraværende under punkt 5", []),
        ("inhabil, forlod lokalet under punkt 5", []),
        ("uden stemmeret, deltog under punkt 4", [(4, 4)]),
        ("deltog i punkt 3, men ikke i punkt 5 og punkt 6", [(3, 3)]),
        ("mødte kl. 9,15 under punkt 3", [(3, None)]),
        ("fra kl. 13", []),
        ("via Teams", []),
        ("", []),
    ],
)
def test_a_remark_names_its_items(remark: str, spans: list[Span]) -> None:
    assert item_spans(remark) == spans
