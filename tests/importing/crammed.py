"""A meeting whose minutes hold everything that the program can print."""

import datetime as dt
from typing import Any
from uuid import UUID

from app.models.agenda import (
    AgendaItem,
    ItemPresenter,
    ListStyle,
    SubItem,
)
from app.models.agenda_words import ItemKind, SectionKind
from app.models.decision import Modifier, Outcome, Statement
from app.models.follow_up import ActorKind
from app.models.meeting import (
    AttendanceRole,
    AttendanceStatus,
)
from app.models.richtext import (
    Block,
    Cell,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    RichText,
    Run,
    Table,
    text_of,
)
from app.storage.actions import Action
from app.storage.database import Database
from tests.importing.crammed_rows import Crammed


def para(*runs: str | Run) -> Paragraph:
    return Paragraph(tuple(run if isinstance(run, Run) else Run(run) for run in runs))


def points(*texts: str | Block, **look: Any) -> List:
    blocks = (one if isinstance(one, (Paragraph, List)) else para(str(one)) for one in texts)
    return List(tuple(ListItem((one,)) for one in blocks), **look)


def table() -> Table:
    rows = (("Plads", "Pris"), ("Havnen", "1.200"), ("Færgelejet", "−3.400"), ("", "50"))
    made = [tuple(Cell((para(word),) if word else ()) for word in row) for row in rows]
    made[3] = (Cell((points("mole", "bro"),)), made[3][1])
    return Table(tuple(made), header_rows=1, caption="Priser i 1.000 kr.")


ALL_LOOKS = RichText(
    (
        para(
            "Først et ", Run("vigtigt", bold=True), " og et ", Run("skråt", italic=True), " ord, ",
            Run("begge dele", bold=True, italic=True), ", et ", Run("understreget", underline=True),
            ", et ", Run("link", link="https://example.org/havn"), ", en ",
            Run("note", footnote="Se rapporten fra 2026, side 12."), " og ",
            Run("noget hemmeligt, der er så langt, at det går over til linjen nedenunder",
                confidential=True),
            ", før afsnittet slutter.",
        ),
        Heading((Run("Havnen i dag"),)),
        para("Der er to ting:"),
        List((
            ListItem((para("Den gamle mole"),)),
            ListItem((para("skal males"), points("hvid", "grøn"), para("i maj"))),
        )),
        Heading((Run("Havnen i morgen"),), level=2),
        points("først", "så", ordered=True, start=3),
        points("alfa", "beta", ordered=True, style="lower_alpha_paren"),
        points("et", "to", ordered=True, style="lower_roman"),
        para("Tallene:"),
        table(),
        Quote((para("Vi kan ikke vente til efteråret."), para("Aldrig.")), "fiskeren Ove"),
        para("Socialdirektørforsamlingsudvalgsmedlemmerne og de andre "
             "arbejdsmarkedsuddannelsesinstitutioner er hørt."),
    )
)  # fmt: skip
"""Every sort of block and look but pictures."""


def cram(database: Database) -> UUID:
    """The meeting in a fresh database; its key."""
    with database.write(Action.CREATE_MEETING) as session:
        made = Crammed(session)
        _approvals(made)
        _texts(made)
        _many_points(made)
        _one_body_after_the_other(made)
        _free_decisions(made)
        _closed(made)
        _information(made)
        _tail(made)
        _people(made)
        return made.meeting.id


def _approvals(made: Crammed) -> None:
    item = made.item("Godkendelse af dagsorden", ItemKind.AGENDA_APPROVAL)
    made.decide(item, outcome=Outcome.APPROVED, text=text_of("Godkendt."))
    item = made.item("Godkendelse af referat fra 11. marts 2027", ItemKind.MINUTES_APPROVAL)
    made.attach(item, "Referat fra 11. marts 2027 (ekskl. bilag)")
    made.decide(
        item, outcome=Outcome.APPROVED, modifier=Modifier.WITH_ADDITION,
        text=text_of("Punkt 4 rettes."),
    )  # fmt: skip


def _texts(made: Crammed) -> None:
    item = made.item(
        "Havnens fremtid: en lang titel, der ikke kan stå på én linje på papiret",
        case_number_printed="2027-001234", time_from=dt.time(12, 30), time_to=dt.time(13),
    )  # fmt: skip
    for position, name in enumerate(("Eva Bæk", "Ib Thorup")):
        made.add(ItemPresenter(item_id=item.id, position=position, name_as_printed=name))
    made.section(item, "", SectionKind.OTHER, text_of("Sagen har ikke noget resumé."))
    made.section(item, "Sagsfremstilling", SectionKind.CASE_PRESENTATION, ALL_LOOKS)
    made.section(item, "Økonomi", SectionKind.FINANCE, text_of("Havnen er dyr."))
    made.section(item, "Havnefogedens ord", SectionKind.OTHER, text_of("Godt.\nMeget godt."))
    made.section(item, "FU Socials bemærkninger", SectionKind.BODY_VIEW, text_of("FU er enig."))
    made.attach(item, "Kort over havnen", "Bilag 3 til rapporten")
    made.attach(item, "Kontrakt", is_closed=True)
    made.attach(item, "Brev (fra Ove)", appended_after_meeting=True)
    made.attach(item, "Svar", is_closed=True, appended_after_meeting=True)
    _minutes_with_remarks(made, item)


def _minutes_with_remarks(made: Crammed, item: AgendaItem) -> None:
    drafted = RichText(
        (
            para("Gruppen talte om ", Run("prisen", confidential=True), " og molen:"),
            points("Den er gammel.", "Den er dyr."),
            points("Først males den.", "Så bruges den.", ordered=True),
        )
    )
    made.section(item, "Beslutning", SectionKind.DECISION, drafted)
    made.add(
        Statement(
            item_id=item.id, position=0, name_as_printed="Eva Bæk",
            text=RichText((para("Klitby vil ", Run("ikke", italic=True), " betale."),
                           para("Slet ikke i år."))),
        )
    )  # fmt: skip
    made.add(
        Statement(
            item_id=item.id, position=1, name_as_printed="Vesterø Kommune",
            text=text_of("Det vil vi."),
        )
    )  # fmt: skip
    made.follow_up(item, "Male molen", "om 14 dage")


def _many_points(made: Crammed) -> None:
    """A decision on each point, with all that can travel with one."""
    item = made.item("Færgen", case_number_printed="2027-000077")
    section = made.section(item, "Indstilling", SectionKind.RECOMMENDATION, text_of("FU er hørt."))
    one, two, three, four, five, six = made.recommend(
        item, section, "godkender færgen", "drøfter ruten",
        RichText((para("tager prisen på ", Run("4 mio. kr.", confidential=True), " med:"),
                  points("køb", "drift"))),
        "udpeger en skipper", "sender sagen videre", "afslutter sagen.",
    )  # fmt: skip
    made.decide(
        item, one, outcome=Outcome.APPROVED, modifier=Modifier.CONDITIONAL,
        text=text_of("Færgen sejler hver dag.\nOgså om søndagen."),
        condition_text="Den bliver malet først", condition_body_id=made.other.id, due="om 3 uger",
        is_standing_rule=True, valid_from=dt.date(2027, 6, 1), valid_to=dt.date(2029, 5, 31),
        anchored_in_body_id=made.other.id, delegated_to_body_id=made.other.id,
        delegation_scope="alle køb under 50.000 kr.", delegated_until=dt.date(2028, 1, 1),
    )  # fmt: skip
    made.decide(
        item,
        two,
        outcome=Outcome.DISCUSSED,
        text=RichText(
            (para("Drøftet. Der er tre ruter:"), points("nord", "syd", "øst", ordered=True))
        ),
    )
    _shorter_answers(made, item, [three, four, five, six])


def _shorter_answers(made: Crammed, item: AgendaItem, points: list[UUID]) -> None:
    three, four, five, six = points
    made.decide(
        item, three, outcome=Outcome.NOTED, reservation_text="Klitby skal spørge sit udvalg.",
        dissent_text="Vesterø var imod.",
    )  # fmt: skip
    made.decide(item, four, outcome=Outcome.POSTPONED, text=text_of("til mødet i august."))
    made.decide(item, five, outcome_text_verbatim="Sagen går videre med en anmærkning")
    made.decide(item, six, text=text_of("Det blev der ikke taget stilling til."))
    person, body = {"actor_person_id": made.eva.id}, {"actor_body_id": made.payer.id}
    made.follow_up(item, "Købe færgen", "medio august 2027", actor_kind=ActorKind.PERSON, **person)
    made.follow_up(item, "Sælge den gamle", "når den er tom", actor_kind=ActorKind.BODY, **body)
    made.follow_up(item, "Sige det til alle", actor_kind=ActorKind.ALL_MUNICIPALITIES)
    made.follow_up(item, "Skrive til Søfartsstyrelsen m.fl. Frist: se bilaget", "1. kvartal 2028")


def _one_body_after_the_other(made: Crammed) -> None:
    """Recommendations of several bodies, set in each of the four ways."""
    item = made.item("Fyret")
    first = made.section(item, "Indstilling", SectionKind.RECOMMENDATION)
    lead = "Havnegruppen indstiller, at Fjordgruppen"
    theirs = made.recommend(
        item, first, "tænder fyret", "slukker det igen", from_text="Havnegruppen",
        lead_in_verbatim=lead, numbers=["1.", "2."],
    )  # fmt: skip
    ours = made.recommend(item, first, "venter", "ser tiden an", numbers=["1.", "2."])
    second = made.section(item, "Indstilling", SectionKind.RECOMMENDATION)
    made.recommend(item, second, "maler", "vasker", list_style=ListStyle.BULLETS)
    third = made.section(item, "Indstilling", SectionKind.RECOMMENDATION)
    made.recommend(
        item, third, "godkender det røde", "drøfter det hvide", list_style=ListStyle.LINES
    )
    fourth = made.section(item, "Indstilling", SectionKind.RECOMMENDATION)
    made.recommend(item, fourth, "drøfter fyrets farve.", list_style=ListStyle.SENTENCE)
    made.decide(item, theirs[0], outcome=Outcome.REJECTED, text=text_of("Det er for dyrt."))
    made.decide(item, theirs[1], outcome=Outcome.NOTED)
    made.decide(item, ours[0], outcome=Outcome.APPROVED, condition_text="Kun i år.")


def _free_decisions(made: Crammed) -> None:
    item = made.item("Broen")
    made.section(item, "Resumé", SectionKind.SUMMARY, text_of("Broen er lav."))
    made.decide(
        item, outcome=Outcome.ENDORSED, modifier=Modifier.WITH_RESERVATION,
        text=text_of("Broen hæves.\nDen males også."), reservation_text="Ikke før 2028.",
    )  # fmt: skip
    made.decide(item, outcome=Outcome.POSTPONED, text=text_of("Udsat. Prisen mangler."))
    made.decide(item, outcome=Outcome.APPROVED, anchored_in_body_id=made.other.id)
    made.section(item, "Referat", SectionKind.MINUTES, text_of("Alle var enige."))


def _closed(made: Crammed) -> None:
    item = made.item("Kaptajnens løn", is_closed=True, case_number_printed="2027-009999")
    made.section(item, "Resumé", SectionKind.SUMMARY, text_of("Lønnen er for høj."))
    made.attach(item, "Lønseddel")
    section = made.section(item, "Indstilling", SectionKind.RECOMMENDATION)
    (point,) = made.recommend(item, section, "sænker lønnen.")
    made.decide(item, point, outcome=Outcome.REJECTED, dissent_text="Vesterø ville sænke den.")
    made.follow_up(item, "Sige det til kaptajnen", "straks")
    made.item("", is_closed=True)


def _information(made: Crammed) -> None:
    item = made.item("Orienteringspunkter", ItemKind.INFORMATION)
    made.add(
        SubItem(
            item_id=item.id, position=0, number_text="a.", title="Nyt fra havnen",
            reporter="Eva Bæk", text=RichText((para("Alt vel."), points("fisk", "is"))),
        )
    )  # fmt: skip
    made.add(
        SubItem(item_id=item.id, position=1, number_text="b.", title="", text=text_of("Og vejret."))
    )
    made.add(SubItem(item_id=item.id, position=2, number_text="c.", title="Stormen", reporter="Ib"))
    made.decide(item, outcome=Outcome.NOTED)


def _tail(made: Crammed) -> None:
    item = made.item("Eventuelt", ItemKind.ANY_OTHER_BUSINESS)
    made.decide(item, outcome=Outcome.NOT_APPLICABLE, text=text_of("Intet."))
    item = made.item("Næste møde", ItemKind.NEXT_MEETING, added_at_meeting=True)
    made.decide(
        item, outcome=Outcome.NOT_APPLICABLE,
        text=text_of("Næste møde holdes torsdag den 26. august 2027 kl. 12.00–14.00."),
    )  # fmt: skip


def _people(made: Crammed) -> None:
    ids = [
        one.id
        for one in made.session.query(AgendaItem)
        .filter_by(meeting_id=made.meeting.id)
        .order_by(AgendaItem.position)
    ]
    status, role = AttendanceStatus, AttendanceRole
    made.attend("Eva Bæk", "direktør", "Klitby Kommune", role=role.CHAIRING, person_id=made.eva.id)
    made.attend("Ulf Dam", "direktør", "Vesterø Kommune", span=(ids[2], None, "fra punkt 3"))
    made.attend("Lis Holm", "velfærdsdirektør")
    made.attend("Ove Ravn")
    made.attend(
        "Bodil Farsø", "socialchef", "Østerby Kommune", role=role.SUBSTITUTE,
        substitutes_for_text="Kim Vang",
    )  # fmt: skip
    made.attend("Per Lund", "chef", "Nørby Kommune", role=role.SUBSTITUTE)
    made.attend("Kim Vang", "direktør", "Østerby Kommune", status=status.APOLOGIES)
    made.attend("Jan Kær", "direktør", "Sønderby Kommune", status=status.ABSENT)
    made.attend("Mie Toft", "direktør", "Region Fjord", status=status.NOT_ATTENDING)
    others = {"status": status.OTHER_PARTICIPANT}
    made.attend("Ida Skov", "sekretariatsleder", "sekretariatet", role=role.SECRETARIAT, **others)
    made.attend("Emil Hav", role=role.SECRETARIAT, **others)
    made.attend("Tove Strand", "koordinator", "KKR Fjorden", role=role.KKR, **others)
    made.attend(
        "Ib Thorup", "forstander", "Fjordhuset", role=role.GUEST,
        span=(ids[2], ids[3], "deltog under punkt 3-4"), **others,
    )  # fmt: skip
    made.attend("Ole Hvid", "advokat", role=role.GUEST, span=(ids[6], ids[6], "punkt 7"), **others)
