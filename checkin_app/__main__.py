"""Read the command line and hand over to bootstrap."""

import sys

from checkin_app.bootstrap import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
