"""Read the command line and hand over to bootstrap."""

import sys

from checkin_app.files import READ_LIST

if __name__ == "__main__":
    if sys.argv[1:] == [READ_LIST]:
        from checkin_app.files.apart_reader import serve

        sys.exit(serve())
    from checkin_app.bootstrap import main

    sys.exit(main(sys.argv[1:]))
