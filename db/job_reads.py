"""What is read of badges that leave: which jobs print them, and which are in files."""

from checkin_app.domain.ids import DelegateId, JobId, Subject
from checkin_app.domain.kinds.body import Aspect
from checkin_app.services.ports.badges import Job
from checkin_app.services.ports.stations import Station
from db.engine import Link
from db.projections import issues, jobs


class JobReading:
    """A part of `Reads`."""

    _link: Link
    _station: Station

    def _settle(self, only: Subject | Aspect | None = None) -> None:
        """Bring what is read up to what was recorded; nothing was, here."""

    def job(self, job: JobId) -> Job | None:
        self._settle()
        return jobs.one(self._link, job)

    def prints(self, job: Job) -> bool:
        return job.station == self._station.id

    def job_for(self, delegate: DelegateId, issue: int) -> Job | None:
        self._settle()
        return jobs.owed_for(self._link, delegate, issue)

    def is_in_file(self, delegate: DelegateId, issue: int) -> bool:
        self._settle()
        return issue in issues.of_many(self._link, [delegate]).get(delegate, ())
