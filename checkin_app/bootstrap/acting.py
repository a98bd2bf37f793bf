"""What screens may ask for about who acts."""

from pathlib import Path

from checkin_app.bootstrap.backend import Backend
from checkin_app.bootstrap.verbs import meant
from checkin_app.domain.changes import Recorded
from checkin_app.domain.ids import OperatorId
from checkin_app.domain.lists.sheet import ListFile
from checkin_app.domain.roles import OperatorRole
from checkin_app.runtime.lanes import Done, Result
from checkin_app.services.operator_import import OperatorsTaken
from checkin_app.ui.shell import actions as ui
from checkin_app.ui.shell.answering import Reply


def operator_actions(backend: Backend) -> ui.Operators:
    """Return what screens may ask for about who acts."""
    operators, signing_in = backend.station.operators, backend.station.signing_in

    def set_pin(operator: OperatorId, typed: str, reply: Reply[Recorded]) -> None:
        def hashed(result: Result[str]) -> None:
            if isinstance(result, Done):
                backend.on_writer(operators.set_pin)(operator, result.value, reply)
            else:
                reply(result)

        backend.on_papers(signing_in.hashed)(typed, hashed)

    def add(name: str, role: OperatorRole) -> Recorded:
        return operators.add(name, role)

    def taken(list_: ListFile) -> OperatorsTaken:
        return backend.station.operator_import.take_in(list_)

    def take_list(file: Path, reply: Reply[OperatorsTaken]) -> None:
        def read(result: Result[ListFile]) -> None:
            if isinstance(result, Done):
                backend.on_writer(taken)(result.value, reply)
            else:
                reply(result)

        backend.on_papers(_read)(file, read)

    return ui.Operators(
        present=backend.on_reader(signing_in.present),
        prove=backend.on_papers(signing_in.proven),
        sign_in=backend.on_writer(signing_in.sign_in),
        by_badge=backend.on_writer(signing_in.by_badge),
        lock=backend.on_writer(signing_in.lock),
        add=backend.on_writer(add),
        take_list=take_list,
        change=backend.on_writer(operators.change),
        set_pin=set_pin,
        revoke=meant(backend.on_writer(operators.revoke)),
        not_applied=backend.on_papers(backend.station.queries.not_applied),
    )


def _read(file: Path) -> ListFile:
    from checkin_app.files.apart import read_apart

    return read_apart(file)
