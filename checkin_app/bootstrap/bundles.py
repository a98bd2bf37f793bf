"""Bundles on a stick: written for every laptop that takes part, and brought in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from checkin_app.domain.chain import Known, Stored
from checkin_app.domain.enrolment import Standing
from checkin_app.domain.ids import LogId
from checkin_app.domain.sync.messages import Batch
from checkin_app.files import bundle_file
from checkin_app.files.bundle_file import Sealing
from checkin_app.runtime.acknowledged import Acknowledged
from checkin_app.runtime.bundled import bundled, note_bundled
from checkin_app.services.bundling import BundleWritten, batches_above
from checkin_app.services.exchange import Given, taken_in
from checkin_app.services.merging import Bundle, MergeResult, bundle_of
from checkin_app.services.opened import OpenedStation
from checkin_app.services.ports.progress import Progress, untold


def export(
    folder: Path, station: OpenedStation, path: Path, *, everything: bool, progress: Progress = untold
) -> BundleWritten:
    """Write what is here into a bundle that every laptop which takes part can open.

    Args:
        folder: the station's, where it is remembered how far its bundles reached.
        station: open.
        path: the file to be.
        everything: all there is, and not what has come since the last bundle was written here.
        progress: is told how many facts are in it.

    Raises:
        FileNotWritable: there is no bundle, and the next goes on from the last one there is.
    """
    before: Mapping[LogId, int] = {} if everything else bundled(folder)
    upto = station.merging.vector()
    whole = sum(seq - min(seq, before.get(log_id, 0)) for log_id, seq in upto.items())
    members = {each.station: each for each in station.queries.enrolments() if each.standing is Standing.MEMBER}
    readers = {each.station: each.public_key for each in members.values()}
    sealing = Sealing(station.forum.id, station.signer, station.clock(), readers)
    batches = batches_above(station.merging.log, before, upto)
    written = bundle_file.write(path, sealing, _counted(batches, whole, progress))
    note_bundled(folder, upto)
    named = [members[each].name or each for each in written.stations if each != station.station.id]
    return BundleWritten(written.facts, tuple(sorted(named)))


def bring_in(folder: Path, station: OpenedStation, path: Path, progress: Progress = untold) -> Given:
    """Take in what a bundle holds, once all of it is proven to be whole; what comes back of its own is held elsewhere.

    Args:
        folder: the station's, where that is kept in mind.
        station: open.
        path: the bundle.
        progress: is told how many facts were looked at.

    Raises:
        BundleProblem: it cannot be used, and nothing of it was taken.
    """
    bundle = bundle_file.proven(path, station.forum.id, station.signer)
    bundles, held = map(bundle_of, bundle.batches()), Acknowledged(folder, station.station.id)

    def answered(brought: Bundle, result: MergeResult) -> None:
        pairs = zip(brought.facts, result.answers, strict=False)
        held.note({fact.log_id: fact.seq for fact, answer in pairs if isinstance(answer, Known | Stored)})

    returns = bundle.sender != station.station.id  # a stick of its own that was never taken out tells of nobody
    merging = replace(station.merging, answered=answered) if returns else station.merging
    given = taken_in(merging, bundles, lambda done: progress(done, bundle.facts))
    held.keep()
    return given


def _counted(batches: Iterator[Batch], whole: int, progress: Progress) -> Iterator[Batch]:
    done = 0
    for batch in batches:
        done += len(batch.facts)
        progress(done, whole)
        yield batch
