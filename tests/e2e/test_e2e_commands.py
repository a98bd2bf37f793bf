"""The whole job on one laptop through its commands: from a list to verdicts, badges and boarded buses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from e2e_laptop import ROOT

from checkin_app.files.forum_file import forum_bytes

KEYS = {"verdict", "reason", "delegate", "fact_id", "at"}


def test_a_list_becomes_people_who_are_found_by_name_pinyin_delegation_and_number(laptop) -> None:
    everybody = laptop.json("find", "--all")
    assert len(everybody) == 6
    assert {"delegate_id", "names", "delegation", "badge_no"} <= set(everybody[0])
    for text in ("林", "若溪", "linruoxi", "lrx", "ruoxi", "青澜", "0001"):
        assert "林若溪" in laptop.json("find", text)[0]["names"], text
    assert laptop.json("find", "shanyu")[0]["names"][0] == "单于谦"
    assert laptop.json("find", "nanez")[0]["names"][0] == "José Ñáñez"
    assert laptop.json("find", "nobody of this name") == []


def test_a_number_typed_as_printed_names_its_bearer_and_a_void_one_is_said(laptop, tmp_path: Path) -> None:
    assert [row["badge_no"] for row in laptop.json("find", "0004-1")] == ["0004"]
    assert laptop.json("find", "00041")[0]["badge_no"] == "0004"
    assert "typed_issue" not in laptop.json("find", "00041")[0]
    laptop.run("badge", "4-1", "--out", str(tmp_path / "b.pdf"), "--replace", "lost")
    ((row),) = laptop.json("find", "0004–1")
    assert (row["issue"], row["typed_issue"], row["typed_is_void"]) == (2, 1, True)
    said = laptop.told("badge", "0004-1", "--out", str(tmp_path / "b.pdf"))
    assert said == "Badge 0004-1 is void: 0004-2 took its place.\n"
    # Replacing a badge that is void already makes no third one.
    laptop.run("badge", "0004-1", "--out", str(tmp_path / "b.pdf"), "--replace", "lost")
    assert laptop.json("find", "0004")[0]["issue"] == 2


def test_the_same_list_again_changes_nothing_and_a_later_one_says_what_it_would_change(laptop, delegates) -> None:
    again = laptop.json("import", str(delegates))
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 6)
    delegates.write_text(delegates.read_text("utf-8").replace("Andes Lab", "Andes Mobility Lab"), "utf-8")
    planned = laptop.json("import", str(delegates), "--dry-run")
    assert (planned["new"], planned["changed"], planned["written"]) == (0, 1, False)
    assert laptop.json("find", "nanez")[0]["delegation"] == "Andes Lab"
    laptop.run("import", str(delegates))
    assert laptop.json("find", "nanez")[0]["delegation"] == "Andes Mobility Lab"


def test_every_line_gets_one_verdict_after_its_commit(laptop) -> None:
    codes = laptop.codes()
    lin = codes["林若溪"]
    told = laptop.scan("opening", lin, lin, lin[:80], "https://example.org", "", codes["Noor Haddad"])
    assert [row["verdict"] for row in told] == ["go", "again", "unreadable", "unreadable", "unreadable", "go"]
    assert [row["reason"] for row in told][2:4] == ["partial_code", "foreign_code"]
    assert all(set(row) >= KEYS for row in told)
    assert told[0]["delegate"]["names"] == ["林若溪", "LIN Ruoxi"]


def test_who_leaves_may_come_back(laptop) -> None:
    code = laptop.codes()["林若溪"]
    assert laptop.scan("opening", code)[0]["reason"] == "admitted"
    assert laptop.scan("opening", code, direction="out")[0]["reason"] == "left"
    assert laptop.scan("opening", code)[0]["reason"] == "reentered"


def test_a_session_admits_its_categories_only(laptop) -> None:
    told = laptop.scan("ministerial", laptop.codes()["林若溪"])[0]
    assert (told["verdict"], told["reason"]) == ("stop", "category_not_admitted")


def test_a_replaced_badge_is_void_and_the_new_one_valid(laptop, tmp_path: Path) -> None:
    former = laptop.codes()["佐伯 遥"]
    laptop.run("badge", "0004", "--out", str(tmp_path / "new.pdf"), "--replace", "lost")
    assert laptop.scan("opening", former)[0]["reason"] == "badge_replaced"
    assert laptop.scan("opening", laptop.codes()["佐伯 遥"])[0]["verdict"] == "go"


def test_a_code_of_another_forum_is_no_invalid_badge_of_this_one(laptop, tmp_path: Path) -> None:
    stranger = type(laptop)(tmp_path / "stranger")
    stranger.run("new")
    stranger.run("import", str(tmp_path / "delegates.csv"))
    told = laptop.scan("opening", stranger.codes()["林若溪"])[0]
    assert (told["verdict"], told["reason"]) == ("unreadable", "other_forum")


def test_a_damaged_code_is_unread_and_not_refused(laptop) -> None:
    code = laptop.codes()["林若溪"]
    damaged = code[:60] + ("A" if code[60] != "A" else "B") + code[61:]
    assert laptop.scan("opening", damaged)[0]["verdict"] == "unreadable"


def test_a_bus_is_changed_field_by_field_and_what_is_no_field_is_named(laptop) -> None:
    laptop.run("buses", "add", "2-1", "--seats", "40", "--bay", "7")
    laptop.run("buses", "set", "2-1", "plate=京A·30302", "usable_seats=36", "languages=zh, en")
    (bus,) = laptop.json("buses", "list")
    assert (bus["plate"], bus["usable_seats"], bus["bay"]) == ("京A·30302", 36, "7")
    assert "nothing changed" in laptop.run("buses", "set", "2-1", "bay=7")
    for wrong in ("plate", "wheels=6", "usable_seats=many"):
        laptop.run("buses", "set", "2-1", wrong, code=2)
    laptop.run("buses", "set", "2-1", "usable_seats=90", code=1)
    laptop.run("buses", "set", "9-9", "bay=7", code=1)


def test_buses_carry_who_belongs_on_them(laptop, tmp_path: Path) -> None:
    for bus in ("2-1", "2-2", "3-1"):
        laptop.run("buses", "add", bus, "--seats", "3", "--usable", "2", "--bay", "7")
    laptop.run("buses", "fill")
    codes = laptop.codes()
    assert laptop.scan("2-1", codes["林若溪"])[0]["reason"] == "bus_not_open"
    for bus in ("2-1", "2-2"):
        laptop.run("buses", "open", bus)
    listed = {row["names"][0]: row["bus"] for row in laptop.json("find", "--all")}
    own, other = listed["林若溪"], {"2-1": "2-2", "2-2": "2-1"}[listed["林若溪"]]
    assert laptop.scan(f"bus:{other}", codes["林若溪"])[0]["reason"] == "wrong_bus"
    told = laptop.scan(f"bus:{own}", codes["林若溪"], codes["林若溪"], codes["ليلى الحداد"], codes["Noor Haddad"])
    assert [row["reason"] for row in told] == ["boarded", "already_aboard", "wrong_route", "no_route"]
    assert laptop.scan(f"bus:{other}", codes["林若溪"])[0]["reason"] == "on_another_bus"
    kinds = {row["id"]: row["kind"] for row in laptop.json("checkpoints")}
    assert (kinds["opening"], kinds[f"bus:{own}"]) == ("session", "bus")
    for ending in ("pdf", "csv", "xlsx"):
        laptop.run("manifest", own, "--out", str(tmp_path / f"manifest.{ending}"))
    assert "林若溪" in (tmp_path / "manifest.csv").read_text("utf-8-sig")
    assert "林若溪" in _text(tmp_path / "manifest.pdf")
    missing = laptop.json("missing", own, "--out", str(tmp_path / "missing.pdf"))
    assert missing["absent"] == len(missing["people"]) == missing["listed"] - 1
    assert "林若溪" not in [name for person in missing["people"] for name in person["names"]]
    laptop.run("reports", "--out", str(tmp_path / "reports"))
    assert f"\n{own}," in (tmp_path / "reports" / "buses.csv").read_text("utf-8-sig").replace("\r", "")
    for occasion, ending in (("2", "csv"), ("opening", "xlsx")):
        laptop.run("attendance", occasion, "--out", str(tmp_path / f"attendance.{ending}"))
    assert "已到" in (tmp_path / "attendance.csv").read_text("utf-8-sig")


def test_what_was_taken_in_is_written_out_and_taken_in_again_without_a_change(laptop, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        everybody = tmp_path / f"everybody.{ending}"
        laptop.run("export", "--out", str(everybody))
        told = laptop.json("import", str(everybody))
        assert {name: told[name] for name in ("new", "changed", "not_on_list", "refused", "unchanged")} == {
            "new": 0, "changed": 0, "not_on_list": [], "refused": [], "unchanged": 6,
        }  # fmt: skip
    laptop.run("export", "--out", str(tmp_path / "forum.toml"))
    assert (tmp_path / "forum.toml").read_bytes() == forum_bytes("gstf-2024")
    laptop.run("export", "--out", str(tmp_path / "everybody.pdf"), code=2)


def test_all_badges_come_in_one_file_each_with_its_name(laptop, tmp_path: Path) -> None:
    assert "6 badges" in laptop.run("badges", "--out", str(tmp_path / "all.pdf"))
    text = _text(tmp_path / "all.pdf")
    assert "林若溪" in text
    assert "Layla AL-HADDAD" in text


def test_badges_that_cannot_be_drawn_are_named_with_exit_code_1_and_stop_none_of_the_others(
    laptop, tmp_path: Path
) -> None:
    more, out = tmp_path / "more.csv", tmp_path / "all.pdf"
    more.write_text("编号,姓名,英文名,代表团,类别,线路\nR7,\U00013000,Hor AHA,Pool,delegate,1\n", encoding="utf-8")
    laptop.run("import", str(more))
    done = laptop.done("badges", "--out", str(out), code=1)
    assert done.stdout.decode().split() == ["6", "badges"]
    *_, named, said = done.stderr.decode().splitlines()
    assert named.strip().startswith("0007-1: The badge fonts lack")
    assert said.startswith("Badges that could not be drawn: 1.")
    assert "林若溪" in _text(out)


def test_a_record_that_was_not_touched_checks_out(laptop) -> None:
    laptop.scan("opening", *laptop.codes().values())
    assert "are whole" in laptop.run("check")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("find", "x"), "There is no station"),
        (("scan", "--checkpoint", "opening"), "There is no station"),
    ],
)
def test_trouble_is_one_sentence_and_exit_code_1(tmp_path: Path, laptop, words, said) -> None:
    assert said in type(laptop)(tmp_path / "nowhere").run(*words, code=1)


def test_unknown_things_are_named_and_wrong_use_is_exit_code_2(laptop, tmp_path: Path) -> None:
    assert "no checkpoint nowhere" in laptop.run("scan", "--checkpoint", "nowhere", code=1)
    assert "There is no bus 9-9" in laptop.run("manifest", "9-9", "--out", str(tmp_path / "m.pdf"), code=1)
    assert "No delegate" in laptop.run("badge", "nobody", "--out", str(tmp_path / "b.pdf"), code=1)
    assert "There is a station" in laptop.run("new", code=1)
    laptop.run("manifest", "2-1", "--out", str(tmp_path / "m.doc"), code=2)
    laptop.run("attendance", "opening", "--out", str(tmp_path / "a.pdf"), code=2)
    assert "ministerial" in laptop.run("attendance", "closing", "--out", str(tmp_path / "a.csv"), code=2)
    laptop.run("badge", "0004", "--out", str(tmp_path / "b.pdf"), "--replace", " ", code=2)
    assert not (tmp_path / "b.pdf").exists()
    laptop.run("find", code=2)
    laptop.run("no such command", code=2)


def test_a_badge_that_cannot_be_written_voids_nothing(laptop, tmp_path: Path) -> None:
    laptop.run("badge", "0004", "--out", str(tmp_path / "no such folder" / "b.pdf"), "--replace", "lost", code=1)
    assert laptop.scan("opening", laptop.codes()["佐伯 遥"])[0]["reason"] == "admitted"


def test_a_mistake_in_a_forum_file_is_named_by_its_line(tmp_path: Path, laptop) -> None:
    forum = tmp_path / "forum.toml"
    forum.write_text('id = "x"\nlanguages = "zh"\n', encoding="utf-8")
    assert "forum.toml, line 2" in type(laptop)(tmp_path / "other").run("new", str(forum), code=1)


def test_any_bytes_on_standard_input_get_an_answer(laptop) -> None:
    hostile = b"\xff\xfe\x00\n" + b"A" * 100_000 + b"\n" + "\u202e姓名\n".encode() + b"no line end"
    told = laptop.apart.run("scan", "--checkpoint", "opening", stdin=hostile)
    assert [json.loads(line)["verdict"] for line in told.splitlines()] == ["unreadable"] * 4


def _text(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def test_a_verdict_is_told_whatever_code_page_the_pipe_has(laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    code = laptop.codes()["林若溪"]
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert laptop.apart.scan("opening", code)[0]["delegate"]["names"][0] == "林若溪"


def test_a_byte_order_mark_before_the_first_code_is_no_part_of_it(laptop) -> None:
    assert laptop.scan("opening", "\ufeff" + laptop.codes()["林若溪"])[0]["verdict"] == "go"


def test_a_code_is_read_through_what_a_scanner_adds_and_two_of_them_are_nobody_s(laptop) -> None:
    one, other = list(laptop.codes().values())[:2]
    wide = one.translate({ord(each): ord(each) + 0xFEE0 for each in set(one)})
    blank = f"{one[:40]} {one[40:]}"
    framed = (
        f"]Q1{one}",
        f"\\000026{one}",
        f"~{one}",
        f"QR:{one}",
        f"\x02{one}\x03",
        f"{one}.",
        blank,
        wide,
        one + one,
    )
    told = laptop.scan("opening", *framed, one + other, f"]Q1{one[:-30]}{'A' * 30}")
    assert [each["verdict"] for each in told] == ["go", *["again"] * (len(framed) - 1), "unreadable", "unreadable"]


@pytest.mark.parametrize("words", [(), ("demo", "--window")])
def test_a_window_without_a_display_is_refused_in_a_sentence(laptop, words) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    bare.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "checkin_app", *words, "--data", str(laptop.folder)],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "There is no display here" in done.stderr


def test_a_record_is_shown_and_mended_and_its_badge_bears_the_name_that_was_put_right(laptop, tmp_path: Path) -> None:
    found = laptop.json("find", "nanez")[0]
    number = found["badge_no"]
    shown = laptop.json("person", "show", number)
    assert {name: shown[name] for name in found} == found
    assert shown["fields"]["name"] == "José Ñáñez"
    assert (shown["conflicts"], [each["source"] for each in shown["history"]]) == ([], ["list"])
    mended = laptop.json("person", "set", number, "name=José Núñez", "accessible=yes", "languages=es, en")
    assert mended["names"][0] == "José Núñez"
    assert (mended["fields"]["accessible"], mended["fields"]["languages"]) == (True, ["es", "en"])
    last = mended["history"][-1]
    assert last["written"]["name"] == {"from": "José Ñáñez", "to": "José Núñez"}
    assert last["station"] and last["at"].endswith("Z")
    badge = tmp_path / "badge.pdf"
    laptop.run("badge", number, "--out", str(badge), "--replace", "wrong name")
    assert "Núñez" in pypdfium2.PdfDocument(badge)[0].get_textpage().get_text_bounded()
    assert laptop.run("person", "show", number).splitlines()[0].endswith(f"badge {number}-2")


def test_a_field_that_there_is_not_or_a_value_that_cannot_be_changes_nothing(laptop) -> None:
    before = laptop.json("person", "show", "0004")
    for words in (["badge_no=0009"], ["title"], ["accessible=perhaps"]):
        assert laptop.run("person", "set", "0004", *words, code=2)
    for words in (["name="], ["category=none-such"], ["title=Director", "route=99"]):
        assert laptop.run("person", "set", "0004", *words, code=1)
    assert laptop.json("person", "show", "0004") == before


def test_who_is_revoked_by_command_is_stopped_until_restored(laptop) -> None:
    code = laptop.codes()["林若溪"]
    who = laptop.json("find", "林若溪")[0]["badge_no"]
    assert laptop.run("person", "revoke", who, "--reason", " ", code=1)
    revoked = laptop.json("person", "revoke", who, "--reason", "cancelled")
    assert (revoked["revoked"], revoked["history"][-1]["reason"]) == ("cancelled", "cancelled")
    assert [row["reason"] for row in laptop.scan("opening", code)] == ["badge_revoked"]
    assert laptop.json("person", "restore", who, "--reason", "a mistake")["revoked"] == ""
    assert [row["verdict"] for row in laptop.scan("opening", code)] == ["go"]


def test_two_records_are_merged_and_taken_apart_by_command(laptop) -> None:
    codes = laptop.codes()
    rows = {each["names"][0]: each for each in laptop.json("find", "--all")}
    stays, gone = rows["林若溪"], rows["单于谦"]
    merged = laptop.json("person", "merge", gone["badge_no"], stays["badge_no"])
    assert merged["delegate_id"] == stays["delegate_id"]
    assert [each["delegate_id"] for each in merged["voided"]] == [gone["delegate_id"]]
    assert len(laptop.json("find", "--all")) == 5
    assert laptop.json("person", "show", gone["badge_no"])["delegate_id"] == stays["delegate_id"]
    told = laptop.scan("opening", codes["单于谦"], codes["林若溪"])
    assert [row["verdict"] for row in told] == ["go", "again"]
    assert laptop.run("person", "merge", gone["badge_no"], stays["badge_no"], code=1)
    apart = laptop.json("person", "part", gone["badge_no"])
    assert (apart["delegate_id"], apart["voided"]) == (gone["delegate_id"], [])
    assert len(laptop.json("find", "--all")) == 6
    assert laptop.run("person", "part", gone["badge_no"], code=1)


def test_the_programme_is_changed_by_command_and_a_file_of_it_is_adopted_again(laptop, tmp_path: Path) -> None:
    laptop.run("export", "--out", str(tmp_path / "first.toml"))
    laptop.run("forum", "set", "session", "opening", "starts=09:15", "name.en=Grand opening")
    laptop.run("forum", "add", "category", "choir", "name.zh=合唱团", "name.en=Choir", "letter=Q")
    laptop.run("forum", "set", "forum", "-", "default_category=choir")
    (opening,) = [each for each in laptop.json("forum", "show", "session") if each["id"] == "opening"]
    assert (opening["starts"], opening["name.en"]) == ("09:15", "Grand opening")
    assert "category of whoever is given none" in laptop.run("forum", "remove", "category", "choir", code=1)
    assert "Expected: a time after the start" in laptop.run("forum", "set", "session", "opening", "ends=08:00", code=1)
    assert "guests have it" in laptop.run("forum", "remove", "category", "interpreter", code=1)
    laptop.run("forum", "set", "session", "opening", "when=now", code=2)
    laptop.run("forum", "adopt", str(tmp_path / "first.toml"))
    assert "so already" in laptop.run("forum", "adopt", str(tmp_path / "first.toml"))
    laptop.run("export", "--out", str(tmp_path / "again.toml"))
    assert (tmp_path / "again.toml").read_bytes() == (tmp_path / "first.toml").read_bytes()
    assert "errors" not in laptop.run("check")
