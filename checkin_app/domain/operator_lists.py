"""Lists of operators as a secretariat sends them: name, role, number of the staff badge.  Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checkin_app.domain.operators import LONGEST_NAME
from checkin_app.domain.roles import OperatorRole
from checkin_app.domain.row_lists import Headings, RowFlaw, cells_of, key_of
from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Phrase, Worded

_COLUMNS = Headings("name", {
    "name": "name fullname operator staff staffname person 姓名 名字 操作员 工作人员 人员",
    "role": "role position function duty post 角色 岗位 职责 职务 身份 崗位 職責 職務",
    "badge": "badge badgeno badgenumber staffbadge staffbadgeno staffbadgenumber 证件 证件号 证件号码 证件编号 工作证 工作证号 證件號 工作證號",
})  # fmt: skip
# How roles are called in lists, beside their own names.
_ROLES: Mapping[OperatorRole, str] = {
    OperatorRole.VOLUNTEER: "volunteer volunteers helper 志愿者 志願者",
    OperatorRole.BADGE_DESK: "badgedesk badge badges printing 证件台 制证台 制证 制证员 办证 證件台",
    OperatorRole.COORDINATOR: "coordinator tourcoordinator buscoordinator 协调员 行程协调员 随车协调员 带车 带车人员 协调 協調員",
    OperatorRole.ROUTE_DISPATCHER: "routedispatcher dispatcher dispatch 调度 调度员 线路调度 线路调度员 調度員",
    OperatorRole.DUTY_OFFICER: "dutyofficer duty officer 值班 值班员 值班官 值班长 值班负责人 值班長",
    OperatorRole.LEAD: "lead eventlead leader 负责人 总负责人 活动负责人 负责 領隊 總負責人",
}  # fmt: skip
_BY_WORD = {key_of(word): role for role, words in _ROLES.items() for word in (role.value, *words.split())}
#: Rows of one list: five times the staff of the largest forum, and read, judged and written while nobody waits for it.
MOST_OPERATORS = 2000
# What a cell holds where a person has no badge yet.
_NONE = frozenset({"", "na", "none", "无", "暂无", "無"})


class OperatorFault(Worded):
    """What is wrong with a row of a list of operators."""

    BADGE = QT_TRANSLATE_NOOP("Detail", "nobody bears badge “{value}”")
    BADGE_SHARED = QT_TRANSLATE_NOOP("Detail", "badge “{value}” is borne by more than one")
    BADGE_TAKEN = QT_TRANSLATE_NOOP("Detail", "badge “{value}” is {name}’s staff badge")
    NAME = QT_TRANSLATE_NOOP("Detail", "the name is missing, or longer than {most} characters")
    REVOKED = QT_TRANSLATE_NOOP(
        "Detail", "{name} was revoked; only a person brings them back, on the screen of operators"
    )
    ROLE = QT_TRANSLATE_NOOP("Detail", "there is no role “{value}”; there are {known}")
    TWICE = QT_TRANSLATE_NOOP("Detail", "{name} stands in row {row} already")


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """What a row says of somebody; what it does not say stays as it is."""

    row: int
    name: str
    role: OperatorRole | None
    badge: str
    """A badge number as it was written; empty where there is none."""


@dataclass(frozen=True, slots=True)
class OperatorList:
    """What a list says, row by row."""

    rows: tuple[OperatorRow, ...] = ()
    flaws: tuple[RowFlaw, ...] = ()


def has_headings(rows: Sequence[Sequence[str]]) -> bool:
    return bool(_COLUMNS.find(rows)[1])


def count_people(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows below the headings hold anything."""
    top, _ = _COLUMNS.find(rows)
    return sum(any(cell.strip() for cell in row) for row in rows[top + 1 :])


def read_operators(rows: Sequence[Sequence[str]]) -> OperatorList:
    """Return what the rows below the headings say; nothing is compared with who is there."""
    top, columns = _COLUMNS.find(rows)
    read: list[OperatorRow] = []
    flaws: list[RowFlaw] = []
    for number, row in enumerate(rows[top + 1 :], top + 2):
        cells = cells_of(columns, row)
        if not any(cells.values()):
            continue
        role = _BY_WORD.get(key_of(cells.get("role", "")))
        if why := _fault(cells, role):
            flaws.append(RowFlaw(number, why))
            continue
        badge = cells.get("badge", "")
        read.append(OperatorRow(number, cells["name"], role, "" if key_of(badge) in _NONE else badge))
    return OperatorList(tuple(read), tuple(flaws))


def _fault(cells: Mapping[str, str], role: OperatorRole | None) -> Phrase | None:
    name, said = cells.get("name", ""), cells.get("role", "")
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        return OperatorFault.NAME.of(most=LONGEST_NAME)
    if said and role is None:
        return OperatorFault.ROLE.of(value=said[:40], known=", ".join(OperatorRole))
    return None
