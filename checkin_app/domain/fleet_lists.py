"""Lists of buses as companies and secretariats send them: which column is what, and what is wrong with a row.  Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checkin_app.domain.buses import FIELD_NAMES, Bus
from checkin_app.domain.delegates import LONGEST_TEXT
from checkin_app.domain.forum import Forum
from checkin_app.domain.ids import BUS_CODE, BusCode, RouteId
from checkin_app.domain.layouts import LayoutFlaw, flaw_of, layouts_in
from checkin_app.domain.lists.values import languages
from checkin_app.domain.row_lists import Headings, RowFlaw, cells_of, key_of
from checkin_app.domain.seating import wheelchair_places, with_places_of_layouts
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Phrase, Worded

#: What a column is headed, in English and Chinese.
_COLUMNS = Headings("code", {
    "code": "code bus buscode busno busnumber busid number no vehicle vehicleno vehiclecode vehiclenumber coach coachno coachnumber 车 车号 车辆 车辆号 车辆编号 编号 车次 序号 車 車號 車輛 車輛編號 編號",
    "route": "route routeno routenumber routename line tour 线路 路线 线路号 线路编号 线路名称 線路 路線",
    "plate": "plate plateno platenumber licenceplate licenseplate numberplate registration registrationno registrationplate reg regno 车牌 车牌号 车牌号码 牌照 牌照号 号牌 車牌 車牌號 車牌號碼",
    "licensed_seats": "licensedseats licencedseats licenseseats licenceseats seatslicensed licensedcapacity licensed legalseats legalcapacity passengercapacity maxpassengers maxseats 核定座位 核定座位数 核定座位數 核定 核载 核载人数 核定载客 核定人数 核定载客人数 核載 核載人數",
    "usable_seats": "usableseats usable seatsusable seatsforguests guestseats availableseats seatsavailable available 可用座位 可用座位数 可坐人数 可用 可用数 嘉宾座位 嘉宾座位数 可用座位數",
    "seats": "seats seat seating capacity seatcapacity seatingcapacity 座位 座位数 座位數 座 载客量 載客量",
    "accessible_places": "accessibleplaces accessible accessibleseats accessiblespaces wheelchairplaces wheelchairseats wheelchairspaces wheelchairs wheelchair 无障碍 无障碍座位 无障碍座位数 无障碍位 轮椅 轮椅位 轮椅座位 轮椅席位 無障礙座位 輪椅位",
    "layouts": "layouts layout seatlayouts seatlayout seatinglayouts seatinglayout wheelchairlayouts wheelchairlayout legallayouts legallayout 布局 座位布局 座椅布局 轮椅布局 布局方案 座位方案 佈局 座位佈局 輪椅佈局",
    "languages": "languages language languagesspoken spoken spokenlanguages 语言 语种 讲解语言 讲解语种 車上語言 語言 語種",
    "driver": "driver drivername driversname nameofdriver 司机 司机姓名 驾驶员 驾驶员姓名 司機 司機姓名 駕駛員",
    "driver_phone": "driverphone driversphone driverstelephone drivertelephone drivertel drivermobile driverphoneno drivercontact drivercell phoneofdriver phonedriver teldriver mobiledriver 司机电话 司机手机 司机手机号 司机联系方式 驾驶员电话 驾驶员手机 司机联系电话 司機電話 駕駛員電話",
    "charter_sign": "chartersign chartersignno chartersignnumber charter charterpermit charterlicence charterlicense 包车标志牌 包车标志 包车牌 包车客运标志牌 省际包车标志牌 省际包车牌 包车牌号 包車標誌牌 包車牌",
    "guide": "guide guidename guidesname tourguide tourguidename nameofguide 导游 讲解员 导游姓名 讲解员姓名 導遊 導游 講解員",
    "coordinator": "coordinator coordinatorname coordinatorsname busleader leader 协调员 联络员 带车人员 带车人 随车负责人 负责人 領隊 领队 协调员姓名 協調員 聯絡員",
    "bay": "bay bayno parkingbay parking stand pickuppoint boardingpoint 车位 停车位 上车位 上车点 上车地点 泊位 車位 停車位",
    "departs": "departure departs departing departuretime departsat timeofdeparture deptime leaves leavesat etd 发车时间 出发时间 发车时刻 发车 出发 開車時間 發車時間 出發時間",
})  # fmt: skip
_NUMBERS = frozenset({"licensed_seats", "usable_seats", "accessible_places"})
_NUMBER = re.compile(r"([0-9]{1,6})(?:\.0+)?\s*(?:seats?|座|个|人)?")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?")
#: Any of these that is a bus's own is what its row is found by.
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－﹣", "-"))


class FleetFault(Worded):
    """What is wrong with a row of a list of buses."""

    CODE = QT_TRANSLATE_NOOP("Detail", "the bus number “{value}” is no route and number, such as 2-3")
    CODE_TWICE = QT_TRANSLATE_NOOP("Detail", "bus {bus} stands in row {row} already")
    EMPTY = QT_TRANSLATE_NOOP("Detail", "the number of licensed seats is missing")
    LANGUAGE = QT_TRANSLATE_NOOP("Detail", "the language “{value}” is not known")
    LAYOUT = QT_TRANSLATE_NOOP("Detail", "“{value}” is no layout such as 45+1, of seats and wheelchair places")
    LAYOUT_OVER = QT_TRANSLATE_NOOP("Detail", "layout {value} is of more than the {licensed} licensed seats")
    LAYOUT_PLACES = QT_TRANSLATE_NOOP("Detail", "{places} accessible places are not the {most} of its layouts")
    LAYOUT_TWICE = QT_TRANSLATE_NOOP("Detail", "layout {value} has as many wheelchair places as another one")
    LONG = QT_TRANSLATE_NOOP("Detail", "a text is longer than {most} characters")
    NUMBER = QT_TRANSLATE_NOOP("Detail", "“{value}” is no number of seats")
    PLACES = QT_TRANSLATE_NOOP("Detail", "{places} accessible places are more than the {seats} usable seats")
    PLATE_TWICE = QT_TRANSLATE_NOOP("Detail", "plate {plate} is that of bus {bus}, too")
    ROUTE = QT_TRANSLATE_NOOP("Detail", "there is no route “{value}”; there are {known}")
    SEATS = QT_TRANSLATE_NOOP("Detail", "{seats} licensed seats are not from 1 to {most}")
    TIME = QT_TRANSLATE_NOOP("Detail", "“{value}” is no time such as 08:30")
    USABLE = QT_TRANSLATE_NOOP("Detail", "{usable} usable seats are not from 1 to the {licensed} licensed ones")


@dataclass(frozen=True, slots=True)
class FleetList:
    """What a list of buses comes to; a row with a flaw is of no bus that would be added or changed."""

    added: tuple[Bus, ...] = ()
    changed: Mapping[BusCode, Mapping[str, Any]] = field(default_factory=dict)
    """Buses that are there, with what becomes of their fields."""
    unchanged: int = 0
    flaws: tuple[RowFlaw, ...] = ()
    rows: Mapping[BusCode, int] = field(default_factory=dict)
    """In which row each bus stands, as the file counts them, from 1."""


#: Rows of a list of buses beyond which it is none: the largest forums hire some hundred and fifty.
MOST_ROWS = 500
#: Most seats that a bus may have by law, as the form knows them.
MOST_SEATS = 100


def columns_of(rows: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Return the place of each column; none where no row holds the headings of a list of buses."""
    return _columns(rows)[1]


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[str, int]]:
    """Return the row of the headings, and the place of each column; plain “seats” are the licensed ones, or where those have
    a column of their own, the usable ones.
    """
    top, found = _COLUMNS.find(rows)
    columns = dict(found)
    if (seats := columns.pop("seats", None)) is not None:
        columns.setdefault("usable_seats" if "licensed_seats" in columns else "licensed_seats", seats)
    return top, columns


def read_fleet(rows: Sequence[Sequence[str]], forum: Forum, known: Mapping[BusCode, Bus]) -> FleetList:
    """Return what the rows of a list come to beside the buses that are there; a cell that is empty changes nothing."""
    top, columns = _columns(rows)
    reading = _Reading(forum, known, columns)
    for number, row in enumerate(rows[top + 1 :], top + 2):
        if any(row[column].strip() for column in columns.values() if column < len(row)):
            reading.read(number, row)
    return reading.list_of()


class _Reading:
    """One list as it is read."""

    def __init__(self, forum: Forum, known: Mapping[BusCode, Bus], columns: Mapping[str, int]) -> None:
        self._forum, self._known, self._columns = forum, known, columns
        self._flaws: list[RowFlaw] = []
        self._rows: dict[BusCode, int] = {}
        self._buses: dict[BusCode, Bus] = {}
        self._row = 0

    def read(self, number: int, row: Sequence[str]) -> None:
        self._row, before = number, len(self._flaws)
        cells = cells_of(self._columns, row)
        code = BusCode(cells.get("code", "").translate(_DASHES).upper().replace(" ", ""))
        if not BUS_CODE.fullmatch(code):
            self._flaw(FleetFault.CODE.of(value=cells.get("code", "")[:40]))
            return
        if code in self._rows:
            self._flaw(FleetFault.CODE_TWICE.of(bus=code, row=self._rows[code]))
            return
        self._rows[code] = number
        values = {
            name: value
            for name, text in cells.items()
            if name != "code" and text and (value := self._value(name, text)) is not None
        }
        known = self._known.get(code)
        if known is None:
            if not cells.get("route"):
                values["route"] = self._value("route", code.partition("-")[0])
            self._needed(values, cells)
        if len(self._flaws) == before:
            bus = with_places_of_layouts(replace(known, **values) if known else Bus(code=code, **values), known)
            self._check_seats(bus)
            self._buses[code] = bus

    def list_of(self) -> FleetList:
        """Return what was read; plates are compared once all of them are known."""
        self._check_plates()
        known, wrong = self._known, {flaw.row for flaw in self._flaws}
        sound = {code: bus for code, bus in self._buses.items() if self._rows[code] not in wrong}
        changed = {
            code: {name: getattr(bus, name) for name in FIELD_NAMES if getattr(bus, name) != getattr(known[code], name)}
            for code, bus in sound.items()
            if code in known and bus != known[code]
        }
        return FleetList(
            added=tuple(bus for code, bus in sound.items() if code not in known),
            changed=changed,
            unchanged=sum(code in known and code not in changed for code in sound),
            flaws=tuple(sorted(self._flaws, key=lambda flaw: flaw.row)),
            rows=self._rows,
        )

    def _flaw(self, why: Phrase) -> None:
        self._flaws.append(RowFlaw(self._row, why))

    def _value(self, name: str, text: str) -> Any:
        if name in _NUMBERS:
            number = _NUMBER.fullmatch(text.casefold())
            return int(number[1]) if number else self._flaw(FleetFault.NUMBER.of(value=text[:40]))
        readers: Mapping[str, Callable[[str], Any]] = {
            "route": self._route, "languages": self._languages, "departs": self._time, "layouts": layouts_in,
        }  # fmt: skip
        if len(text) > LONGEST_TEXT:
            return self._flaw(FleetFault.LONG.of(most=LONGEST_TEXT))
        return readers[name](text) if name in readers else text

    def _route(self, text: str) -> RouteId | None:
        routes = {
            route.id: {key_of(route.id), *map(key_of, route.name.by_language.values())} for route in self._forum.routes
        }
        key = key_of(text)
        digits = "".join(re.findall(r"[0-9]+", text))
        found = next((each for each, words in routes.items() if key in words), None) or next(
            (each for each in routes if digits and each == digits), None
        )
        if found is None:
            self._flaw(FleetFault.ROUTE.of(value=text[:40], known=", ".join(routes)))
        return found

    def _languages(self, text: str) -> tuple[str, ...] | None:
        read = languages(text)
        for note in read.notes:
            self._flaw(FleetFault.LANGUAGE.of(value=str(note.details.get("value", text))[:40]))
        return read.value if isinstance(read.value, tuple) else None

    def _time(self, text: str) -> str | None:
        found = _TIME.fullmatch(text)
        if found is None:
            self._flaw(FleetFault.TIME.of(value=text[:40]))
            return None
        return f"{int(found[1]):02}:{found[2]}"

    def _needed(self, values: dict[str, Any], cells: Mapping[str, str]) -> None:
        if "licensed_seats" not in values and not cells.get("licensed_seats"):
            self._flaw(FleetFault.EMPTY.of())
        values.setdefault("usable_seats", values.get("licensed_seats"))

    def _check_seats(self, bus: Bus) -> None:
        if not 0 < bus.licensed_seats <= MOST_SEATS:
            self._flaw(FleetFault.SEATS.of(seats=bus.licensed_seats, most=MOST_SEATS))
        elif not 0 < bus.usable_seats <= bus.licensed_seats:
            self._flaw(FleetFault.USABLE.of(usable=bus.usable_seats, licensed=bus.licensed_seats))
        elif bus.accessible_places > bus.usable_seats:
            self._flaw(FleetFault.PLACES.of(places=bus.accessible_places, seats=bus.usable_seats))
        else:
            self._check_layouts(bus)

    def _check_layouts(self, bus: Bus) -> None:
        most = wheelchair_places(bus)
        if found := flaw_of(bus.layouts, bus.licensed_seats):
            flaw, layout = found
            whys: Mapping[LayoutFlaw, FleetFault] = {
                LayoutFlaw.MALFORMED: FleetFault.LAYOUT,
                LayoutFlaw.TWICE: FleetFault.LAYOUT_TWICE,
                LayoutFlaw.OVER_LICENSED: FleetFault.LAYOUT_OVER,
            }
            self._flaw(whys[flaw].of(value=layout[:40], licensed=bus.licensed_seats))
        elif bus.accessible_places != most:
            self._flaw(FleetFault.LAYOUT_PLACES.of(places=bus.accessible_places, most=most))

    def _check_plates(self) -> None:
        bearers: dict[str, BusCode] = {}
        others = [bus for code, bus in self._known.items() if code not in self._buses]
        for bus in (*others, *self._buses.values()):
            plate = key_of(bus.plate)
            if plate and plate in bearers and bus.code in self._rows:
                self._row = self._rows[bus.code]
                self._flaw(FleetFault.PLATE_TWICE.of(plate=bus.plate, bus=bearers[plate]))
            bearers.setdefault(plate, bus.code)
