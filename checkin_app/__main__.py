"""Read the command line and hand over to bootstrap."""

import sys

from checkin_app.files import READ_LIST
from checkin_app.runtime.interpreter import making_much

if __name__ == "__main__":
    if sys.argv[1:] == [READ_LIST]:
        with making_much():
            from checkin_app.files.apart_reader import serve
        sys.exit(serve())
    with making_much():  # all that is loaded stays; hundreds of walks over it were a sixth of a command's start
        from checkin_app.bootstrap import main
    sys.exit(main(sys.argv[1:]))
