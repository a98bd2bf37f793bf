"""The tables of the projections, which are nothing but a fold of the facts."""

import sqlalchemy as sa

metadata = sa.MetaData()


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=null)


def _whole(name: str, *, key: bool = False, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=null)


delegates = sa.Table(
    "delegates",
    metadata,
    _text("id", key=True),
    _text("name"),
    _text("latin_name"),
    _text("family"),
    _text("given"),
    _text("honorific"),
    _text("delegation"),
    _text("organisation"),
    _text("title"),
    _text("category"),
    _text("route"),
    _text("second_route"),
    _text("phone"),
    _text("email"),
    _text("languages"),
    _whole("accessible"),
    _text("note"),
    _text("host"),
    _text("aliases"),
    _text("badge_no"),
    _text("origin"),
    _text("heads"),  # which fact wrote each field, and the fields that several wrote apart
    _text("disputed", null=True),  # the fields that two edits say differently
    sa.Index("delegates_directory", "delegation", "name"),
    sa.Index("delegates_category", "category"),
    sa.Index("delegates_badge_no", "badge_no"),
    sa.Index("delegates_disputed", "id", sqlite_where=sa.text("disputed IS NOT NULL")),
    sqlite_with_rowid=False,
)

aliases = sa.Table(
    "aliases",
    metadata,
    _text("code", key=True),
    _text("delegate", key=True),
    sa.Index("aliases_delegate", "delegate"),
    sqlite_with_rowid=False,
)

badges = sa.Table(
    "badges",
    metadata,
    _text("delegate", key=True),
    _whole("current"),
    _text("revoked"),
    _text("issues"),
    _text("doubled", null=True),  # issue numbers given out twice
    sa.Index("badges_doubled", "delegate", sqlite_where=sa.text("doubled IS NOT NULL")),
    sqlite_with_rowid=False,
)

presences = sa.Table(
    "presences",
    metadata,
    _text("delegate", key=True),
    _text("checkpoint", key=True),
    _whole("rehearsal", key=True),
    _whole("position"),  # among the delegate's, oldest movement first
    _whole("inside"),
    _whole("first_at"),
    _whole("since"),
    _text("station"),
    _text("fact_id"),
    _text("admissions"),
    _whole("admitted"),  # how many admissions
    sa.Index("presences_checkpoint", "checkpoint", "rehearsal", "inside", "delegate"),
    sa.Index("presences_twice", "delegate", "checkpoint", sqlite_where=sa.text("admitted > 1")),
    sqlite_with_rowid=False,
)

rides = sa.Table(
    "rides",
    metadata,
    _text("delegate", key=True),
    _text("bus", null=True),
    _text("edits"),
    _text("listed"),
    _whole("lists"),  # how many buses those edits name
    sa.Index("rides_bus", "bus"),
    sa.Index("rides_twice", "delegate", sqlite_where=sa.text("lists > 1")),
    sqlite_with_rowid=False,
)

buses = sa.Table(
    "buses",
    metadata,
    _text("code", key=True),
    _text("route", null=True),  # null where only amendments of an unknown bus came
    _text("fields"),
    _text("state"),
    _text("opened"),  # when its doors were opened on this ride
    _text("state_facts"),  # the moves that nothing follows, the one in force last
    _text("edits"),
    _text("disputed", null=True),
    sa.Index("buses_route", "route"),
    sqlite_with_rowid=False,
)

jobs = sa.Table(
    "jobs",
    metadata,
    _text("id", key=True),
    _text("delegate"),
    _whole("issue"),
    _text("printer"),
    _text("state"),
    _text("detail"),
    _whole("at"),
    _text("state_facts"),  # the changes that nothing follows, the one in force last
    _text("station"),  # who owed the badge, and prints it
    sa.Index("jobs_delegate", "delegate", "issue"),
    sa.Index("jobs_at", "at"),
    sqlite_with_rowid=False,
)

stations = sa.Table(
    "stations",
    metadata,
    _text("id", key=True),
    _text("name"),
    _text("public_key"),
    _text("key_id"),
    sa.Index("stations_key_id", "key_id"),
    sqlite_with_rowid=False,
)

forums = sa.Table("forums", metadata, _whole("one", key=True), _text("document"), _text("fact_id"))

scans = sa.Table(
    "scans",
    metadata,
    _text("fact_id", key=True),
    _text("station", key=True),
    _whole("hlc"),
    _whole("at"),
    _text("checkpoint"),
    _text("reason"),
    _text("delegate", null=True),
    _text("details"),
    _text("answer"),
    _whole("undone"),
    _whole("accepted"),
    sa.Index("scans_newest", "hlc"),
    sa.Index("scans_checkpoint", "checkpoint", "hlc"),
    sa.Index("scans_accepted", "station", "at", sqlite_where=sa.text("accepted = 1")),
    sqlite_with_rowid=False,
)

operations = sa.Table(
    "operations",
    metadata,
    _text("log_id", key=True),
    _text("what"),
    _whole("promised"),
    _whole("at"),
    _whole("closed"),  # the place of the closing fact, 0 while there is none
    _text("taken_back", null=True),  # the fact that took it back
    sqlite_with_rowid=False,
)

# ---- how far this laptop is

#: Operations whose facts do not all count, and up to which place they do.  Projections are folds of what counts, so
#: they are right at every step of the way; where a log is not here, all of it counts.
counted = sa.Table("counted", metadata, _text("log_id", key=True), _whole("upto"), sqlite_with_rowid=False)

#: Every table that `check` rebuilds aside and compares.
PROJECTIONS: tuple[sa.Table, ...] = (
    delegates,
    aliases,
    badges,
    presences,
    rides,
    buses,
    jobs,
    stations,
    forums,
    scans,
    operations,
)
