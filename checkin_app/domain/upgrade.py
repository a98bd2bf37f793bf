"""What is done, one after the other, where a store that an earlier version wrote is brought up to date."""

from enum import Enum


class UpgradeStep(Enum):
    """In the order in which they are done; a store whose form alone is another begins with the third."""

    COPY = "copy"
    """Its pages are copied: whatever goes wrong, the store itself stays as it was."""
    TABLES = "tables"
    """Its tables take today's form."""
    READ = "read"
    """Every fact is read again."""
    FOLD = "fold"
    """What follows from the facts is made anew."""
    INDEX = "index"
    """All names are made findable anew."""
    PROVE = "prove"
    """The pages of the copy are proven, and it takes the store's place."""
