"""The first tables."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE aliases (
        code TEXT NOT NULL,
        delegate TEXT NOT NULL,
        PRIMARY KEY (code, delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX aliases_delegate ON aliases (delegate)",
    """
    CREATE TABLE badges (
        delegate TEXT NOT NULL,
        current INTEGER NOT NULL,
        revoked TEXT NOT NULL,
        issues TEXT NOT NULL,
        doubled TEXT,
        PRIMARY KEY (delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX badges_doubled ON badges (delegate) WHERE doubled IS NOT NULL",
    """
    CREATE TABLE buses (
        code TEXT NOT NULL,
        route TEXT,
        fields TEXT NOT NULL,
        state TEXT NOT NULL,
        state_fact TEXT,
        edits TEXT NOT NULL,
        disputed TEXT,
        PRIMARY KEY (code)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX buses_route ON buses (route)",
    """
    CREATE TABLE delegates (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        latin_name TEXT NOT NULL,
        family TEXT NOT NULL,
        given TEXT NOT NULL,
        honorific TEXT NOT NULL,
        delegation TEXT NOT NULL,
        organisation TEXT NOT NULL,
        title TEXT NOT NULL,
        category TEXT NOT NULL,
        route TEXT NOT NULL,
        second_route TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        languages TEXT NOT NULL,
        accessible INTEGER NOT NULL,
        note TEXT NOT NULL,
        host TEXT NOT NULL,
        aliases TEXT NOT NULL,
        badge_no TEXT NOT NULL,
        origin TEXT NOT NULL,
        heads TEXT NOT NULL,
        disputed TEXT,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX delegates_badge_no ON delegates (badge_no)",
    "CREATE INDEX delegates_category ON delegates (category)",
    "CREATE INDEX delegates_directory ON delegates (delegation, name)",
    "CREATE INDEX delegates_disputed ON delegates (id) WHERE disputed IS NOT NULL",
    """
    CREATE TABLE documents (
        digest TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (digest)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE facts (
        arrival INTEGER NOT NULL,
        log_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        fact_id TEXT NOT NULL,
        hlc INTEGER NOT NULL,
        at INTEGER NOT NULL,
        clock_offset INTEGER NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        actor TEXT NOT NULL,
        subject TEXT NOT NULL,
        body BLOB NOT NULL,
        prev_hash BLOB NOT NULL,
        signature BLOB NOT NULL,
        aspect TEXT,
        target TEXT,
        document TEXT,
        unread INTEGER,
        PRIMARY KEY (arrival)
    )
    """,
    "CREATE INDEX facts_aspect ON facts (aspect, subject) WHERE aspect IS NOT NULL",
    "CREATE INDEX facts_document ON facts (document) WHERE document IS NOT NULL",
    "CREATE UNIQUE INDEX facts_id ON facts (fact_id)",
    "CREATE UNIQUE INDEX facts_place ON facts (log_id, seq)",
    "CREATE INDEX facts_target ON facts (target) WHERE target IS NOT NULL",
    "CREATE INDEX facts_unread ON facts (unread) WHERE unread IS NOT NULL",
    """
    CREATE TABLE forums (
        one INTEGER NOT NULL,
        document TEXT NOT NULL,
        fact_id TEXT NOT NULL,
        PRIMARY KEY (one)
    )
    """,
    """
    CREATE TABLE jobs (
        id TEXT NOT NULL,
        delegate TEXT NOT NULL,
        issue INTEGER NOT NULL,
        printer TEXT NOT NULL,
        state TEXT NOT NULL,
        detail TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX jobs_at ON jobs (at)",
    "CREATE INDEX jobs_delegate ON jobs (delegate, issue)",
    """
    CREATE TABLE logs (
        log_id TEXT NOT NULL,
        head_seq INTEGER NOT NULL,
        head_hash BLOB NOT NULL,
        clock INTEGER NOT NULL,
        flagged INTEGER NOT NULL,
        PRIMARY KEY (log_id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX logs_clock ON logs (clock)",
    """
    CREATE TABLE presences (
        delegate TEXT NOT NULL,
        checkpoint TEXT NOT NULL,
        rehearsal INTEGER NOT NULL,
        position INTEGER NOT NULL,
        inside INTEGER NOT NULL,
        first_at INTEGER NOT NULL,
        since INTEGER NOT NULL,
        station TEXT NOT NULL,
        fact_id TEXT NOT NULL,
        admissions TEXT NOT NULL,
        admitted INTEGER NOT NULL,
        PRIMARY KEY (delegate, checkpoint, rehearsal)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX presences_checkpoint ON presences (checkpoint, rehearsal, inside, delegate)",
    "CREATE INDEX presences_twice ON presences (delegate, checkpoint) WHERE admitted > 1",
    """
    CREATE TABLE quarantine (
        hash BLOB NOT NULL,
        log_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        fact_id TEXT NOT NULL,
        fact BLOB NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX quarantine_hash ON quarantine (hash)",
    """
    CREATE TABLE rides (
        delegate TEXT NOT NULL,
        bus TEXT,
        edits TEXT NOT NULL,
        listed TEXT NOT NULL,
        lists INTEGER NOT NULL,
        PRIMARY KEY (delegate)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX rides_bus ON rides (bus)",
    "CREATE INDEX rides_twice ON rides (delegate) WHERE lists > 1",
    """
    CREATE TABLE scans (
        fact_id TEXT NOT NULL,
        hlc INTEGER NOT NULL,
        at INTEGER NOT NULL,
        station TEXT NOT NULL,
        checkpoint TEXT NOT NULL,
        reason TEXT NOT NULL,
        delegate TEXT,
        details TEXT NOT NULL,
        answer TEXT NOT NULL,
        undone INTEGER NOT NULL,
        accepted INTEGER NOT NULL,
        PRIMARY KEY (fact_id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX scans_accepted ON scans (station, at) WHERE accepted = 1",
    "CREATE INDEX scans_checkpoint ON scans (checkpoint, hlc)",
    "CREATE INDEX scans_newest ON scans (hlc)",
    """
    CREATE TABLE stations (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        public_key TEXT NOT NULL,
        key_id TEXT NOT NULL,
        PRIMARY KEY (id)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX stations_key_id ON stations (key_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
