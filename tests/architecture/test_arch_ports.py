"""The ports of the services: small, by subject, and nothing in them that nobody asks for."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.conftest import Module

PORTS = "checkin_app.services.ports"
MOST_METHODS = 7
#: Those who offer what the ports ask for; that they define a method does not use it.
OFFERING = ("db", PORTS)


def _members(node: ast.ClassDef) -> list[str]:
    return [each.name for each in node.body if isinstance(each, ast.FunctionDef)]


def _protocols(module: Module) -> Iterator[ast.ClassDef]:
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and any(
            isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases
        ):
            yield node


@pytest.fixture(scope="module")
def ports(modules: tuple[Module, ...]) -> dict[str, list[str]]:
    """Return the members of each port."""
    within = (each for each in modules if each.name.startswith(f"{PORTS}."))
    return {f"{module.name}.{node.name}": _members(node) for module in within for node in _protocols(module)}


def test_a_port_is_small(ports: dict[str, list[str]]) -> None:
    assert ports
    assert not {name: len(members) for name, members in ports.items() if len(members) > MOST_METHODS}


def test_a_port_asks_for_nothing_that_nobody_uses(ports: dict[str, list[str]], modules: tuple[Module, ...]) -> None:
    used = {
        node.attr
        for each in modules
        if not each.name.startswith(OFFERING)
        for node in each.nodes
        if isinstance(node, ast.Attribute)
    }
    assert not {name: unused for name, members in ports.items() if (unused := set(members) - used)}


def test_two_ports_do_not_ask_for_the_same_thing_within_a_state(ports: dict[str, list[str]]) -> None:
    asked = [member for name, members in ports.items() if not name.endswith("Queries") for member in members]
    assert not {each for each in asked if asked.count(each) > 1}


def test_a_service_names_the_ports_that_it_uses(modules: tuple[Module, ...]) -> None:
    """What a service joins for itself is made of ports alone: it says nothing anew that a port says."""
    found = {
        f"{module.name}.{node.name}": members
        for module in modules
        if module.name.startswith("checkin_app.services.") and not module.name.startswith(PORTS)
        for node in _protocols(module)
        if len(node.bases) > 1 and (members := _members(node))
    }
    assert not found
