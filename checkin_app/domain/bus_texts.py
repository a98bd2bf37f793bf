"""What the states of a bus and those on its list are called, in English; screens and phones say it in their language."""

from collections.abc import Mapping

from checkin_app.domain.buses import BusState
from checkin_app.domain.standings import Standing
from checkin_app.domain.texts import QT_TRANSLATE_NOOP

STATES: Mapping[BusState, str] = {
    BusState.PLANNED: QT_TRANSLATE_NOOP("BusState", "Doors closed"),
    BusState.BOARDING: QT_TRANSLATE_NOOP("BusState", "Boarding"),
    BusState.FINAL_CALL: QT_TRANSLATE_NOOP("BusState", "Final call"),
    BusState.COUNTING: QT_TRANSLATE_NOOP("BusState", "Counting"),
    BusState.RELEASED: QT_TRANSLATE_NOOP("BusState", "Released"),
    BusState.DEPARTED: QT_TRANSLATE_NOOP("BusState", "Left"),
    BusState.RETURNED: QT_TRANSLATE_NOOP("BusState", "Returned"),
    BusState.EMPTIED: QT_TRANSLATE_NOOP("BusState", "Emptied"),
    BusState.CLOSED: QT_TRANSLATE_NOOP("BusState", "Closed"),
    BusState.READY: QT_TRANSLATE_NOOP("BusState", "Ready"),
    BusState.AT_STOP: QT_TRANSLATE_NOOP("BusState", "At a stop"),
    BusState.HELD: QT_TRANSLATE_NOOP("BusState", "Held"),
    BusState.CANCELLED: QT_TRANSLATE_NOOP("BusState", "Cancelled"),
    BusState.SWAPPING: QT_TRANSLATE_NOOP("BusState", "Swapping"),
    BusState.EMERGENCY: QT_TRANSLATE_NOOP("BusState", "Emergency"),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.ABOARD: QT_TRANSLATE_NOOP("Standing", "Aboard"),
    Standing.UNLISTED: QT_TRANSLATE_NOOP("Standing", "Aboard, not listed"),
    Standing.SAFE: QT_TRANSLATE_NOOP("Standing", "Safe elsewhere"),
    Standing.ACCOUNTED: QT_TRANSLATE_NOOP("Standing", "Accounted for"),
    Standing.TO_COME: QT_TRANSLATE_NOOP("Standing", "Still to come"),
    Standing.MISSING: QT_TRANSLATE_NOOP("Standing", "Missing"),
    Standing.GOT_OFF: QT_TRANSLATE_NOOP("Standing", "Got off"),
}
#: About a number that stands beside a figure: no plural forms are needed there.
COUNTED: Mapping[Standing, str] = {
    Standing.SAFE: QT_TRANSLATE_NOOP("Standing", "{n} safe elsewhere"),
    Standing.ACCOUNTED: QT_TRANSLATE_NOOP("Standing", "{n} accounted for"),
    Standing.TO_COME: QT_TRANSLATE_NOOP("Standing", "{n} still to come"),
    Standing.MISSING: QT_TRANSLATE_NOOP("Standing", "{n} missing"),
}
#: A route by its number, where its name does not hold it.
ROUTE = QT_TRANSLATE_NOOP("Route", "Route {route}")

BUS = QT_TRANSLATE_NOOP("Bus", "Bus {bus}")
LEAVES = QT_TRANSLATE_NOOP("Bus", "leaves {time}")
BAY = QT_TRANSLATE_NOOP("Bus", "bay {bay}")
EXPECTED_ABOARD = QT_TRANSLATE_NOOP("Bus", "{listed} expected · {aboard} aboard")
ALL_CHANGE = QT_TRANSLATE_NOOP("Bus", "All change to bus {bus}")
BROKEN_DOWN = QT_TRANSLATE_NOOP("Bus", "Broken down: all change to bus {bus}")
TAKES_OVER = QT_TRANSLATE_NOOP("Bus", "Takes over from bus {buses}")
NOBODY_MISSING = QT_TRANSLATE_NOOP("Bus", "Nobody is missing")
NOBODY_ABOARD = QT_TRANSLATE_NOOP("Bus", "Nobody is aboard yet")
NOBODY_LISTED = QT_TRANSLATE_NOOP("Bus", "Nobody is on this bus’s list yet")
NO_BUSES = QT_TRANSLATE_NOOP("Bus", "No buses yet")
SAFE_ABOARD = QT_TRANSLATE_NOOP("Bus", "Aboard {bus}, safe")
ALL = QT_TRANSLATE_NOOP("Bus", "All")
BUSES = QT_TRANSLATE_NOOP("Bus", "Buses")
