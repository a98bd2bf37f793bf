"""One of several processes that write to a hub's database: told where, what and as whom; says what became of each fact."""

import json
import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def main() -> None:
    from db.hub.database import Database
    from db.hub.hub_log import HubLog

    url, isolation, forum, key, file = sys.argv[1:]
    batches = pickle.loads(Path(file).read_bytes())
    database = Database(url, isolation=isolation)
    log = HubLog(database, forum, bytes.fromhex(key))  # type: ignore[arg-type]  # a forum's id
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    said = [[type(each).__name__ for each in log.accept(batch).judgements] for batch in batches]
    database.close()
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
