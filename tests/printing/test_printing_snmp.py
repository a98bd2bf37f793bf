"""What a device says of itself over SNMP is taken from a whole answer to the question that was asked, and from nothing else."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from snmp_agent import agent, answer_to

from printing import snmp
from printing.ql_status import DOES, HINDERED, STATUS, read_objects

_STATUS = bytes.fromhex("802042343830300000003e0a" + 20 * "00")
#: What snmpd of NET-SNMP 5.9.3 answered to question 77 when it had these three objects, and not the fourth.
_OF_NET_SNMP = bytes.fromhex(
    "30818102010104067075626c6963a27402014d02010002010030693032060e2b06010401930303030901060100042080204234383030"
    "0000003e0a00000000000000000000000000000000000000003010060b2b060102011903050101010201043010060b2b060102011903"
    "05010201040108300f060b2b060102011903050109098000"
)
_TOLD = {STATUS: _STATUS, DOES: 4, HINDERED: b"\x08"}


def test_the_answer_of_a_real_agent_is_read() -> None:
    assert snmp.answer(_OF_NET_SNMP, 77) == _TOLD
    assert snmp.answer(_OF_NET_SNMP, 78) is None  # an answer to another question


@given(st.integers(0, len(_OF_NET_SNMP) - 1), st.integers(0, 255))
def test_a_broken_answer_is_no_other_answer_to_the_question(at: int, byte: int) -> None:
    broken = _OF_NET_SNMP[:at] + bytes([byte]) + _OF_NET_SNMP[at + 1 :]
    for each in (snmp.answer(broken, 77), snmp.answer(_OF_NET_SNMP[:at], 77)):
        read_objects(each or {})  # whatever it is, it is a value and no fault
    assert snmp.answer(_OF_NET_SNMP[:at], 77) is None


@given(st.binary(max_size=200))
def test_rubbish_is_no_answer(message: bytes) -> None:
    assert snmp.answer(message, 77) is None


_NAMES = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=12).map(
    lambda each: "1.3." + ".".join(map(str, each))
)


@given(st.dictionaries(_NAMES, st.binary(max_size=300) | st.integers(0, 127), max_size=4), st.integers(0, 2**31 - 1))
def test_what_is_asked_is_what_is_heard(has: Mapping[str, bytes | int], number: int) -> None:
    asked = [*has, "1.3.6.1.9.9"]
    assert snmp.answer(answer_to(snmp.question(number, asked), has), number) == has


def test_a_device_is_asked_again_where_a_question_was_lost() -> None:
    asked = iter([None, b"rubbish", _OF_NET_SNMP, _TOLD])
    with agent(lambda: next(asked, _TOLD)) as port:
        assert snmp.asked("127.0.0.1", list(_TOLD), 20, port) == _TOLD


def test_a_device_that_is_not_there_says_nothing() -> None:
    with agent(lambda: None) as port:
        pass
    assert snmp.asked("127.0.0.1", [STATUS], 0.2, port) is None
