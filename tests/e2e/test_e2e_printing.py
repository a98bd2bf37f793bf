"""Badges are printed, and printers set up, tried and asked, without a screen."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from e2e_laptop import ROOT, Laptop
from PIL import Image

from checkin_app.bootstrap import printer_check
from checkin_app.runtime import printer_trust
from checkin_app.runtime.instance import sole_instance
from checkin_app.runtime.printer_trust import Login
from checkin_app.runtime.settings import PrinterKind
from printing.raster import render
from printing.trial_label import DOTS, code_text
from tests.printing.rare_font import RARE, font_of


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a computer with a queue and two printers at hand finds: tests look into no network."""
    there = (("queue", "office", "office"), ("usb", "04f9:209b", "Brother QL-800"), ("network", "192.0.2.17", "Zebra ZD421"),
             ("ipp", "192.0.2.8:631/ipp/print", "Zebra of the press centre"))  # fmt: skip
    found = [(PrinterKind(kind), target, called) for kind, target, called in there]
    monkeypatch.setattr(printer_check, "found", lambda: found)


@pytest.fixture
def out(laptop: Laptop, tmp_path: Path) -> Path:
    """The folder that is this laptop's one printer."""
    laptop.run("printers", "add", "file", str(tmp_path / "out"), "--name", "Out")
    return tmp_path / "out"


def _text(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return document[0].get_textpage().get_text_bounded()
    finally:
        document.close()


def _nobody_there() -> str:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        return f"127.0.0.1:{gone.getsockname()[1]}"


# ---- printers


@pytest.mark.usefixtures("around")
def test_printers_that_are_found_and_not_set_up_are_listed_with_what_adds_them(laptop: Laptop) -> None:
    laptop.run("printers", "add", "network", "192.0.2.17", "--name", "Desk label")
    found = laptop.json("printers", "list", "--found")
    assert found == [
        {"name": "office", "kind": "queue", "target": "office", "language": ""},
        {"name": "Brother QL-800", "kind": "usb", "target": "04f9:209b", "language": "ql"},
        {"name": "Zebra of the press centre", "kind": "ipp", "target": "192.0.2.8:631/ipp/print", "language": ""},
    ]
    brother = found[1]
    row = laptop.json("printers", "add", brother["kind"], brother["target"], "--language", brother["language"])
    assert (row["target"], row["language"]) == ("04f9:209b", "ql")


def test_a_printer_is_added_as_the_application_writes_it_and_keeps_what_people_wrote(laptop: Laptop) -> None:
    settings = laptop.folder / "settings.toml"
    settings.write_text('# ours\nroom = "Hall A"  # until Friday\n', encoding="utf-8")
    laptop.run("printers", "add", "network", "192.0.2.17", "--name", "Desk label")
    row = laptop.json("printers", "add", "network", "192.0.2.18:9101", "--default")
    assert row == {
        "name": "192.0.2.18:9101", "kind": "network", "target": "192.0.2.18:9101", "language": "", "dpi": 0, "media": "",
        "template": "", "default": True, "paused": "", "allowed": "",
    }  # fmt: skip
    laptop.run("printers", "add", "network", "192.0.2.19", "--language", "zpl", "--dpi", "300", "--media", "80x60")
    row = laptop.json("printers", "list")[-1]
    assert (row["language"], row["dpi"], row["media"]) == ("zpl", 300, "80x60")
    laptop.run("printers", "remove", "192.0.2.19")
    assert [each["name"] for each in laptop.json("printers", "list")] == ["Desk label", "192.0.2.18:9101"]
    kept = settings.read_text(encoding="utf-8")
    assert '# ours\nroom = "Hall A"  # until Friday\n' in kept
    assert 'name = "Desk label"\nkind = "network"\ntarget = "192.0.2.17"' in kept


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("network", "192.0.2.1:99999"), "192.0.2.1:99999"),
        (("network", "no host"), "no host"),
        (("queue", "no-such-queue"), "no-such-queue is not there"),
        (("file", "{out}", "--name", "Out"), "called Out already"),
        (("file", "{out}/delegates.csv"), "cannot be written"),
        (("network", ""), "target cannot be"),
        (("network", "192.0.2.1", "--name", "a\nb"), "name cannot be"),
        (("usb", "0a5f"), "vendor and product such as 0a5f:0164"),
        (("serial", "COM 3"), "a serial port such as COM3"),
        (("usb", "0a5f:0164", "--language", "pdf"), "it takes escpos, zpl, tspl, ql, ql-wide, not pdf"),
        (("network", "192.0.2.1", "--language", "pdf"), "it takes escpos, zpl, tspl, ql, ql-wide, not pdf"),
        (("file", "{out}/more", "--language", "zpl"), "it takes pdf, not zpl"),
        (("network", "192.0.2.1", "--dpi", "600"), "printers of escpos have 203, 180 dots an inch, not 600"),
        (("network", "192.0.2.1", "--media", "62"), "badges for it are 72 × 60 mm, and its paper is 62 mm"),
        (("network", "192.0.2.1", "--media", "80x50"), "its paper is 80 × 50 mm"),
        (("network", "192.0.2.1", "--name", "x" * 201), "name cannot be"),
    ],
)
def test_a_printer_that_can_be_none_is_refused_with_a_sentence_and_nothing_is_written(
    laptop: Laptop, out: Path, words: tuple[str, ...], said: str
) -> None:
    before = (laptop.folder / "settings.toml").read_bytes()
    told = laptop.run("printers", "add", *(each.format(out=out.parent) for each in words), code=1)
    assert said in told
    assert "Traceback" not in told
    assert (laptop.folder / "settings.toml").read_bytes() == before


def test_nothing_is_written_under_an_application_that_is_open(laptop: Laptop, out: Path) -> None:
    before = (laptop.folder / "settings.toml").read_bytes()
    with sole_instance(laptop.folder):
        assert "open on" in laptop.run("printers", "add", "network", "192.0.2.1", code=1)
        assert "open on" in laptop.run("printers", "remove", "Out", code=1)
    assert (laptop.folder / "settings.toml").read_bytes() == before


def test_as_whom_a_printer_lets_the_laptop_in_is_kept_apart_also_under_an_application_that_is_open(
    laptop: Laptop, out: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "password"
    secret.write_text("three boats\n", encoding="utf-8")
    asking = ("--user", "anna", "--password-file", str(secret))
    place = "192.0.2.9:631"
    printer_trust.keep_certificate(place, "ab" * 32)
    laptop.run("printers", "add", "ipp", "ipps://192.0.2.9/ipp/print", "--name", "Hall", *asking)
    assert printer_trust.certificate_at(place) == "", "whoever adds it has it in view"
    assert printer_trust.login_at(place) == Login("anna", "three boats")
    printer_trust.keep_certificate(place, "ab" * 32)
    secret.write_text("four boats\n", encoding="utf-8")
    with sole_instance(laptop.folder):
        laptop.run("printers", "login", "Hall", *asking)
    assert printer_trust.login_at(place) == Login("anna", "four boats")
    for file in filter(Path.is_file, laptop.folder.rglob("*")):
        assert b"boats" not in file.read_bytes()
    laptop.run("printers", "login", "Hall")
    assert printer_trust.login_at(place) is None
    laptop.run("printers", "login", "Hall", *asking)
    laptop.run("printers", "remove", "Hall")
    assert (printer_trust.login_at(place), printer_trust.certificate_at(place)) == (None, "")
    assert "nobody asks for a user" in laptop.run("printers", "login", "Out", *asking, code=1)
    assert "ipp, queue" in laptop.run("printers", "add", "network", "192.0.2.1", *asking, code=2)
    assert "without a colon" in laptop.run("printers", "login", "Out", "--user", "a:b", code=2)
    assert "--password-file" in laptop.run("printers", "login", "Out", "--user", "anna", code=2)
    assert "is for --user NAME" in laptop.run("printers", "login", "Out", "--password-file", str(secret), code=2)


def test_an_entry_that_cannot_be_taken_is_named_each_time(laptop: Laptop) -> None:
    (laptop.folder / "settings.toml").write_text('[[printers]]\nname = "x"\nkind = "fax"\ntarget = "y"\n')
    said = laptop.told("printers", "list")
    assert (
        "settings.toml, printer 1 of the file: expected one of queue, file, network, ipp, usb, serial, raw, found"
        in said
    )


def test_printers_say_how_they_are_and_how_many_badges_wait(laptop: Laptop, out: Path) -> None:
    laptop.run("printers", "add", "network", _nobody_there(), "--name", "Gone")
    laptop.run("print", "0001", "--printer", "Gone", code=1)
    done = laptop.done("printers", "status", "--json", code=1)
    rows = json.loads(done.stdout)
    assert [(row["name"], row["state"], row["waiting"]) for row in rows] == [
        ("Out", "ready", 0),
        ("Gone", "not ready", 1),
    ]
    assert "Gone is not there" in rows[1]["trouble"]
    assert "Gone is not there" in done.stderr.decode()
    assert laptop.json("printers", "status", "Out")[0]["state"] == "ready"
    assert "Fax" in laptop.run("printers", "status", "Fax", code=1)
    assert "wait for Gone: 1" in laptop.run("printers", "remove", "Gone", code=1)
    laptop.run("jobs", "move", "Out", laptop.json("jobs")[0]["id"])
    laptop.run("printers", "remove", "Gone")
    assert [each["name"] for each in laptop.json("printers", "list")] == ["Out"]


def test_a_printer_by_whose_template_no_badge_can_be_drawn_is_not_ready(laptop: Laptop, out: Path) -> None:
    settings = laptop.folder / "settings.toml"
    settings.write_text(settings.read_text().replace('name = "Out"', 'name = "Out"\ntemplate = "gone"'))
    assert laptop.json("printers", "list")[0]["template"] == "gone"
    (row,) = json.loads(laptop.done("printers", "status", "--json", code=1).stdout)
    assert row["state"] == "not ready"
    assert "gone" in row["trouble"]


def test_a_test_label_comes_out_and_stands_in_no_record(laptop: Laptop, out: Path) -> None:
    assert laptop.json("printers", "test") == {"name": "Out", "test": "printed"}
    (label,) = out.iterdir()
    picture = pypdfium2.PdfDocument(label)[0].render(scale=4).to_pil()
    assert {code_text(dots) for dots in DOTS} <= {each.text for each in zxingcpp.read_barcodes(picture)}
    assert laptop.json("jobs") == []
    laptop.run("printers", "add", "network", _nobody_there(), "--name", "Gone")
    assert "Gone is not there" in laptop.run("printers", "test", "Gone", code=1)


def test_a_laptop_without_a_printer_says_what_to_do(laptop: Laptop) -> None:
    for words in (("printers", "test"), ("print", "0001")):
        assert "printers add" in laptop.run(*words, code=1)
    assert laptop.json("printers", "list") == laptop.json("printers", "status") == []


# ---- print


def test_a_badge_is_printed_once_however_often_it_is_asked_for(laptop: Laptop, out: Path) -> None:
    first = laptop.json("print", "0001", "0002")
    assert [(row["badge"], row["state"], row["printer"]) for row in first] == [
        ("0001-1", "confirmed", "Out"), ("0002-1", "confirmed", "Out"),
    ]  # fmt: skip
    (out / "0001-1.pdf").unlink()
    assert laptop.json("print", "0001") == first[:1]
    assert {each.name for each in out.iterdir()} == {"0002-1.pdf"}


def test_a_delegation_a_category_and_a_route_are_printed_in_the_order_that_was_chosen(
    laptop: Laptop, out: Path
) -> None:
    rows = laptop.json("print", "--route", "2", "--order", "name")
    assert [row["name"] for row in rows] == ["José Ñáñez", "林若溪", "单于谦"]
    assert [row["name"] for row in laptop.json("print", "--category", "media")] == ["佐伯 遥"]
    assert [row["name"] for row in laptop.json("print", "--delegation", "nile basin")] == ["ليلى الحداد"]
    assert laptop.json("print", "--delegation", "nobody") == []
    for words in (("--route", "9"), ("--category", "king")):
        assert "Choose one of" in laptop.run("print", *words, code=1)
    for words in ((), ("0001", "--route", "2"), ("0001", "--separators")):
        laptop.run("print", *words, code=2)


def test_a_page_before_each_delegation_says_whose_badges_come_next_and_only_where_some_do(
    laptop: Laptop, out: Path
) -> None:
    laptop.run("print", "0001")
    laptop.run("print", "--route", "2", "--separators")
    pages = [_text(each) for each in sorted(out.glob("separator-*.pdf"))]
    assert [page.split()[0] for page in pages] == ["Andes", "澜川客运"]
    assert pages[0].split()[-1] == "1"


def test_a_printer_that_fails_ends_the_run_and_said_again_it_goes_on(laptop: Laptop, out: Path) -> None:
    laptop.run("print", "0003")
    laptop.run("printers", "add", "network", _nobody_there(), "--name", "Gone", "--default")
    done = laptop.done("print", "0003", "0004", "0006", "--json", code=1)
    assert [row["state"] for row in json.loads(done.stdout)] == ["confirmed", "failed_safe"]
    assert "1 more badges were not begun" in done.stderr.decode()
    assert "Gone is not there" in done.stderr.decode()
    rows = laptop.json("print", "0003", "0004", "0006", "--printer", "Out")
    assert {row["state"] for row in rows} == {"confirmed"}


def test_a_badge_that_left_in_a_file_or_is_revoked_is_named_and_not_printed(
    laptop: Laptop, out: Path, tmp_path: Path
) -> None:
    laptop.run("badge", "0001", "--out", str(tmp_path / "one.pdf"))
    laptop.run("person", "revoke", "0002", "--reason", "stolen")
    said = laptop.run("print", "0001", "0002", code=1)
    assert "0001: " in said
    assert "0002: its badges are revoked." in said
    assert "not known to be printed: 2" in said
    assert list(out.glob("*.pdf")) == []
    rows = laptop.json("print", "--route", "2")
    assert "0001-1" not in {row["badge"] for row in rows}


def test_an_application_that_is_open_prints_what_a_command_lets_wait(laptop: Laptop, out: Path) -> None:
    with sole_instance(laptop.folder):
        done = laptop.done("print", "0001", "--json")
        assert [row["state"] for row in json.loads(done.stdout)] == ["queued"]
        assert "open on this folder prints them" in done.stderr.decode()
        assert "open on" in laptop.run("print", "--route", "2", "--separators", code=1)
    assert not out.exists() or list(out.iterdir()) == []


def test_a_printer_that_is_paused_says_why_and_prints_nothing_until_it_goes_on(laptop: Laptop, out: Path) -> None:
    laptop.run("printers", "pause", "Out", "--reason", "another roll")
    laptop.run("printers", "pause", "Out", "--reason", " ", code=2)
    laptop.run("printers", "pause", "Out", "--reason", "a\nb", code=1)
    assert "paused on this laptop: “another roll”" in laptop.run("print", "0001", code=1)
    assert laptop.json("jobs")[0]["state"] == "failed_safe"
    (row,) = laptop.json("printers", "status")
    assert (row["state"], row["waiting"], row["trouble"]) == ("paused", 1, "another roll")
    laptop.run("printers", "resume", "Out")
    assert "paused =" not in (laptop.folder / "settings.toml").read_text(encoding="utf-8")
    assert laptop.json("print", "0001")[0]["state"] == "confirmed"


def test_only_the_lead_lets_a_queue_be_used_that_may_print_a_badge_over_and_over(
    laptop: Laptop, out: Path, tmp_path: Path
) -> None:
    pin = tmp_path / "pin"
    pin.write_text("7391\n", encoding="utf-8")
    lead, other = ("--as", "Ada Berg", "--pin-file", str(pin)), ("--as", "Noor Haddad", "--pin-file", str(pin))
    laptop.run("operators", "add", "Ada Berg", "--role", "lead")
    laptop.run("operators", "pin", "Ada Berg", "--new-pin-file", str(pin))
    laptop.run("operators", "add", "Noor Haddad", "--role", "duty_officer", *lead)
    laptop.run("operators", "pin", "Noor Haddad", "--new-pin-file", str(pin), *lead)
    assert "In this role nobody may let a queue be used" in laptop.run("printers", "allow", "Out", *other, code=1)
    laptop.run("printers", "allow", "Out", code=1)
    assert laptop.json("printers", "list")[0]["allowed"] == ""
    laptop.run("printers", "allow", "Out", *lead)
    assert laptop.json("printers", "list")[0]["allowed"].startswith("Ada Berg · 20")
    laptop.run("printers", "allow", "Out", "--not", *lead)
    assert laptop.json("printers", "list")[0]["allowed"] == ""


def test_labels_that_no_badge_took_are_taken_off_the_roll_as_well(laptop: Laptop, out: Path) -> None:
    settings = laptop.folder / "settings.toml"
    named = 'name = "Out"'
    settings.write_text(settings.read_text(encoding="utf-8").replace(named, f"{named}\nlabels = 100"), encoding="utf-8")
    laptop.run("printers", "test")
    laptop.run("print", "--route", "1", "--separators", "--order", "delegation")
    pages = sum(1 for each in out.iterdir() if each.name.startswith(("test-label", "separator-")))
    assert pages > 1
    assert f"spent = {pages}" in settings.read_text(encoding="utf-8")


# ---- fonts


def test_a_badge_goes_on_by_itself_once_a_font_has_its_letter(laptop: Laptop, out: Path, tmp_path: Path) -> None:
    laptop.run("person", "set", "0003", f"name={RARE}")
    laptop.run("print", "0003", code=1)
    assert [(each["state"], each["detail"]) for each in laptop.json("jobs")] == [("failed_safe", "glyph_missing")]
    (tmp_path / "Rare.ttf").write_bytes(font_of(RARE))
    (tmp_path / "Web.ttf").write_bytes(b"wOF2")
    assert "TrueType" in laptop.run("fonts", "add", str(tmp_path / "Web.ttf"), code=1)
    assert "no such file" in laptop.run("fonts", "add", str(tmp_path / "none.ttf"), code=1)
    with sole_instance(laptop.folder):
        assert "open on" in laptop.run("fonts", "add", str(tmp_path / "Rare.ttf"), code=1)
    added = laptop.json("fonts", "add", str(tmp_path / "Rare.ttf"))
    assert added["letters"] == 1
    assert [each["state"] for each in laptop.json("jobs")] == ["queued"]
    laptop.run("print", "0003")
    assert [each["state"] for each in laptop.json("jobs")] == ["confirmed"]
    assert laptop.json("fonts", "list") == [added]
    laptop.run("fonts", "remove", added["name"])
    assert laptop.json("fonts", "list") == []
    assert "was added here" in laptop.run("fonts", "remove", added["name"], code=1)
    laptop.run("names", "check", code=1)


# ---- jobs hand-over, jobs hand-back


def test_several_badges_are_taken_along_by_one_person_and_taken_back_as_one(laptop: Laptop, out: Path) -> None:
    laptop.run("print", "0001", "0002")
    jobs = [each["id"] for each in laptop.json("jobs")]
    rows = laptop.json("jobs", "hand-over", "--to", "Cleo Roe", *jobs)
    assert {(row["state"], row["collector"]) for row in rows} == {("handed_over", "Cleo Roe")}
    assert laptop.json("person", "show", "0001")["history"][-1]["text"] == "Cleo Roe"
    back = laptop.json("jobs", "hand-back", *jobs)
    assert {(row["state"], row["collector"]) for row in back} == {("confirmed", "")}
    assert laptop.json("jobs", "hand-over", jobs[0])[0]["collector"] == ""
    third = laptop.json("person", "show", "0003")
    by_number = laptop.json("jobs", "hand-over", jobs[1], "--to", "0003")[0]
    assert by_number["collector"] in third["names"]


# ---- jobs watch


def test_watching_says_each_change_and_ends_when_nothing_waits(laptop: Laptop, out: Path) -> None:
    with sole_instance(laptop.folder):
        laptop.run("print", "0001")
    command = [sys.executable, "-m", "checkin_app", "jobs", "watch", "--until-done", "--json"]
    with subprocess.Popen([*command, "--data", str(laptop.folder)], cwd=ROOT, stdout=subprocess.PIPE) as watching:
        assert watching.stdout
        first = json.loads(watching.stdout.readline())
        laptop.run("print", "0001")
        later = [json.loads(line) for line in watching.stdout]
    assert watching.returncode == 0
    assert (first["badge"], first["state"]) == ("0001-1", "queued")
    assert later[-1] == {**first, "state": "confirmed", "at": later[-1]["at"]}


# ---- templates and names


def test_what_is_wrong_with_a_template_is_said_line_by_line(laptop: Laptop, tmp_path: Path) -> None:
    label = Path(__file__).parents[2] / "resources/badge_templates/label80.toml"
    assert "nothing is wrong" in laptop.run("template", "check", str(label), "--people")
    text = label.read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(
        text.replace("box = [0, 24, 36, 36]", "box = [40, 24, 20, 20]").replace("[0, 23, 72, 0.5]", "[0, 23, 80, 0.5]")
    )
    said = laptop.run("template", "check", str(wrong), code=1)
    assert "[rule] box = [0, 23, 80, 0.5] reaches beyond the page of 72 × 60 mm." in said
    assert "3 dots a module at 203 dpi, and needs 4" in said
    assert "[category]" in said
    assert "lies over the code" in said
    wrong.write_text(text.replace('align = "left"', 'align = "midle"'))
    assert "line 16" in laptop.run("template", "check", str(wrong), code=1)
    assert "absent.toml" in laptop.run("template", "check", str(tmp_path / "absent.toml"), code=1)


def test_letters_that_no_font_has_are_listed_for_each_badge_until_it_bears_the_latin_name(laptop: Laptop) -> None:
    assert laptop.json("names", "check") == []
    laptop.run("person", "set", "0001", "name=𠮷田")
    done = laptop.done("names", "check", "--json", code=1)
    (row,) = json.loads(done.stdout)
    assert (row["badge"], row["field"], row["letters"], row["codes"]) == ("0001", "name", "𠮷", "U+20BB7")
    assert "no badge font has: 1" in done.stderr.decode()
    laptop.run("person", "set", "0001", "prints_latin=yes")
    assert laptop.json("names", "check") == []


def test_a_template_of_the_forum_s_own_draws_the_badges_of_its_category_and_is_said_where_it_is_gone(
    laptop: Laptop, tmp_path: Path
) -> None:
    a6 = laptop.run("template", "show", "a6")
    press, own = tmp_path / "press.toml", tmp_path / "own.toml"
    press.write_text(a6.replace('{ shows = "route"', '{ shows = "delegation"'), encoding="utf-8")
    own.write_text(a6.replace("page = [105, 148]", 'page = [105, 148]\n[variants]\nmedia = "press"'), encoding="utf-8")
    assert "press is not here, or has not come here yet" in laptop.run("template", "add", str(own), code=1)
    laptop.run("template", "add", str(press))
    mistyped = tmp_path / "mistyped.toml"
    mistyped.write_text(own.read_text(encoding="utf-8").replace("media =", "meda ="), encoding="utf-8")
    assert "no such category" in laptop.run("template", "add", str(mistyped), code=1)
    laptop.run("template", "add", str(own), "--name", "ours")
    laptop.run("forum", "set", "forum", "-", "badge_template=ours")
    rows = {each["name"]: each for each in laptop.json("template", "list")}
    assert rows["ours"] == {
        "name": "ours", "of": "forum", "in_use": True, "paper": "105 × 148", "sheet": "", "variants": "media: press",
        "trouble": "",
    }  # fmt: skip
    assert rows["card"]["of"] == "application"
    for number, times in (("0004", 2), ("0003", 1)):
        laptop.run("badge", number, "--out", str(tmp_path / f"{number}.pdf"))
        delegation = {"0004": "Harbour Weekly", "0003": "Andes Lab"}[number]
        assert _text(tmp_path / f"{number}.pdf").count(delegation) == times
    assert "are drawn by the template ours" in laptop.run("template", "remove", "ours", code=1)
    laptop.run("template", "remove", "press")
    said = laptop.run("badge", "0004", "--out", str(tmp_path / "gone.pdf"), code=1)
    assert "press is not here, or has not come here yet" in said
    laptop.run("badge", "0002", "--out", str(tmp_path / "others.pdf"))
    assert "press is not here" in next(each for each in laptop.json("template", "list") if each["in_use"])["trouble"]


def test_a_printer_draws_by_the_template_that_it_was_given(laptop: Laptop, tmp_path: Path) -> None:
    out = tmp_path / "cards"
    refused = laptop.run("printers", "add", "file", str(out), "--name", "Cards", "--template", "nobodys", code=1)
    assert "nobodys is not here" in refused
    laptop.run("printers", "add", "file", str(out), "--name", "Cards", "--template", "card")
    laptop.run("print", "0001", "--printer", "Cards")
    document = pypdfium2.PdfDocument(next(out.glob("*.pdf")))
    try:
        assert [round(side / 72 * 25.4, 1) for side in document[0].get_size()] == [85.6, 54.0]
    finally:
        document.close()


def test_a_badge_bears_the_photo_that_is_given_with_it_and_says_what_is_no_photo(
    laptop: Laptop, tmp_path: Path
) -> None:
    own, photo, badge = tmp_path / "own.toml", tmp_path / "photo.png", tmp_path / "badge.pdf"
    place = '[[elements]]\nid = "photo"\nkind = "photo"\nbox = [60, 24, 38, 60]\n'
    own.write_text(laptop.run("template", "show", "a6") + "\n" + place, encoding="utf-8")
    laptop.run("template", "add", str(own))
    laptop.run("forum", "set", "forum", "-", "badge_template=own")
    Image.new("RGB", (30, 40), "blue").save(photo)
    laptop.run("badge", "0001", "--out", str(badge), "--photo", str(photo))
    assert _blue(badge)
    laptop.run("badge", "0001", "--out", str(badge))
    assert not _blue(badge)
    for content in (b"GIF89a", b""):
        photo.write_bytes(content)
        said = laptop.run("badge", "0002", "--out", str(tmp_path / "none.pdf"), "--photo", str(photo), code=1)
        assert "no PNG or JPEG picture" in said
    assert "no PNG or JPEG" in laptop.run("badge", "0002", "--out", str(badge), "--photo", str(tmp_path), code=1)
    assert not (tmp_path / "none.pdf").exists()


def _blue(file: Path) -> bool:
    return render(file.read_bytes(), 1).getpixel((220, 150)) == (0, 0, 255)
