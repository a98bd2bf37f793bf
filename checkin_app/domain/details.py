"""What stands within the sentences of trouble, by keys: what is damaged, what stopped a printer, what was expected."""

from checkin_app.domain.texts import QT_TRANSLATE_NOOP, Worded


class StoreFault(Worded):
    """What is wrong with a store, a backup or a fact."""

    BACKUP_GONE = QT_TRANSLATE_NOOP("Detail", "it is not there")
    CLOSED = QT_TRANSLATE_NOOP("Detail", "it is closed")
    DATABASE_GONE = QT_TRANSLATE_NOOP("Detail", "{file} is missing")
    DISK_FAILS = QT_TRANSLATE_NOOP("Detail", "the disk could not be read or written")
    DOCUMENT_CHANGED = QT_TRANSLATE_NOOP("Detail", "document {document} is not what its name says")
    FACT_BEFORE_CHANGED = QT_TRANSLATE_NOOP("Detail", "the fact before it was changed")
    FACT_INCOMPLETE = QT_TRANSLATE_NOOP("Detail", "a part of it is missing")
    FACT_MISSING = QT_TRANSLATE_NOOP("Detail", "it is missing")
    FACTS_GONE = QT_TRANSLATE_NOOP("Detail", "it holds less than a moment ago")
    FORUM_GONE = QT_TRANSLATE_NOOP("Detail", "the forum’s document is missing")
    LOG_ENDS_ELSEWHERE = QT_TRANSLATE_NOOP("Detail", "the end of the log is not where it was")
    LOG_UNKNOWN = QT_TRANSLATE_NOOP("Detail", "its log is not in the list of logs")
    NOT_A_DATABASE = QT_TRANSLATE_NOOP("Detail", "it is not a database any more")
    NOT_TEXT = QT_TRANSLATE_NOOP("Detail", "a text is none")
    NOTED_OTHERWISE = QT_TRANSLATE_NOOP("Detail", "what was noted beside it is not what it says")
    PAGES_DAMAGED = QT_TRANSLATE_NOOP("Detail", "its pages are damaged ({said})")
    SIGNATURE = QT_TRANSLATE_NOOP("Detail", "its signature does not hold")
    STATION_UNNAMED = QT_TRANSLATE_NOOP("Detail", "it does not say which station it is")
    TABLES_MISSING = QT_TRANSLATE_NOOP("Detail", "its tables are missing")
    UNREADABLE = QT_TRANSLATE_NOOP("Detail", "it cannot be read")
    VALUE_UNFIT = QT_TRANSLATE_NOOP("Detail", "a value is not of its column’s kind")


class EngineFault(Worded):
    """Why the database engine of an installation cannot be trusted."""

    OLD = QT_TRANSLATE_NOOP("Detail", "SQLite {version}, needed is {needed} or later")
    SET_OTHERWISE = QT_TRANSLATE_NOOP("Detail", "{pragma} is {found}, needed is {needed}")


class PrinterStop(Worded):
    """What stopped a printer."""

    ALIKE = QT_TRANSLATE_NOOP("Detail", "several printers at USB are like it: say its serial number, too")
    ASKS = QT_TRANSLATE_NOOP("Detail", "it asks for somebody: look at what it shows")
    ASKS_OTHERWISE = QT_TRANSLATE_NOOP(
        "Detail",
        "it asks for a proof that is not known here: add it to this computer, and choose it as a system printer",
    )
    ASKS_WHO = QT_TRANSLATE_NOOP("Detail", "it asks for a user and a password")
    BROKE_OFF = QT_TRANSLATE_NOOP("Detail", "the application broke off")
    BUSY = QT_TRANSLATE_NOOP("Detail", "it is still busy with other labels")
    BUTTON = QT_TRANSLATE_NOOP("Detail", "it is paused: press its pause button")
    CONNECTION_LOST = QT_TRANSLATE_NOOP("Detail", "the connection broke off")
    COVER_OPEN = QT_TRANSLATE_NOOP("Detail", "its cover is open")
    DENIED = QT_TRANSLATE_NOOP("Detail", "this computer lets only others use it")
    ERROR = QT_TRANSLATE_NOOP("Detail", "it reports an error: look at its cutter and its print head")
    GIVEN_UP = QT_TRANSLATE_NOOP("Detail", "its queue gave the badge up")
    HELD = QT_TRANSLATE_NOOP("Detail", "it is paused on this laptop: “{said}”")
    HUNG_UP = QT_TRANSLATE_NOOP("Detail", "it hung up")
    JAMMED = QT_TRANSLATE_NOOP("Detail", "something is stuck in it")
    LABELS_RAN_OUT = QT_TRANSLATE_NOOP("Detail", "its labels ran out")
    NEEDS_TLS = QT_TRANSLATE_NOOP("Detail", "it speaks only where nobody else can read: name it by ipps://")
    NO_INK = QT_TRANSLATE_NOOP("Detail", "it has no ink or toner left")
    NO_RIBBON = QT_TRANSLATE_NOOP("Detail", "its ribbon ran out")
    NO_PDF = QT_TRANSLATE_NOOP("Detail", "it takes no PDFs: add it to this computer, and choose it as a system printer")
    NO_TLS = QT_TRANSLATE_NOOP("Detail", "it does not speak as ipps:// says: name it by ipp://")
    NO_SUCH_PAPER = QT_TRANSLATE_NOOP("Detail", "it takes no paper of the badge’s size")
    NO_LABELS = QT_TRANSLATE_NOOP("Detail", "it has no labels left")
    NOT_LET = QT_TRANSLATE_NOOP("Detail", "it lets only others print")
    NOT_ONLINE = QT_TRANSLATE_NOOP("Detail", "it is offline: look at its buttons and lights")
    NOT_OPENED = QT_TRANSLATE_NOOP("Detail", "it could not be opened")
    OFFLINE = QT_TRANSLATE_NOOP("Detail", "it is switched off or not connected")
    OPEN_LINE = QT_TRANSLATE_NOOP(
        "Detail", "it asks for a password, which others could read on the way: name it by ipps://"
    )
    OTHER_CERTIFICATE = QT_TRANSLATE_NOOP(
        "Detail", "it shows another certificate than before: if it was set up anew, take it away here and add it again"
    )
    OTHER_HEAD = QT_TRANSLATE_NOOP(
        "Detail", "its print head has another width: choose the other of Brother’s languages for it"
    )
    OTHER_LABELS = QT_TRANSLATE_NOOP("Detail", "other labels are in it than badges are drawn for")
    OTHER_SIZE = QT_TRANSLATE_NOOP(
        "Detail", "labels of {there} mm are in it, and badges for it are drawn for {wanted} mm"
    )
    PAUSED = QT_TRANSLATE_NOOP("Detail", "its owner has paused its queue")
    PAUSED_FOR = QT_TRANSLATE_NOOP("Detail", "its owner has paused its queue: “{said}”")
    QUEUE_FULL = QT_TRANSLATE_NOOP("Detail", "its queue has no room left for the badge")
    QUEUE_REFUSED = QT_TRANSLATE_NOOP("Detail", "its queue refused the badge")
    QUEUE_SILENT = QT_TRANSLATE_NOOP("Detail", "its queue did not answer")
    QUEUE_TOOK_NOTHING = QT_TRANSLATE_NOOP("Detail", "its queue did not take the badge")
    REJECTING = QT_TRANSLATE_NOOP("Detail", "its queue takes no badges")
    REJECTING_FOR = QT_TRANSLATE_NOOP("Detail", "its queue takes no badges: “{said}”")
    RETRIES = QT_TRANSLATE_NOOP(
        "Detail", "its queue would print a failed badge again and again until its error policy is another"
    )
    SAYS_NOTHING = QT_TRANSLATE_NOOP(
        "Detail", "it does not say how it is: look at its cable, and at the language it is set to"
    )
    SAYS = QT_TRANSLATE_NOOP("Detail", "it says “{said}”")
    STANDS = QT_TRANSLATE_NOOP("Detail", "its queue stopped after a fault, and stands until somebody starts it again")
    STANDS_FOR = QT_TRANSLATE_NOOP("Detail", "{why}; its queue stands until somebody starts it again")
    TAKEN = QT_TRANSLATE_NOOP("Detail", "another program holds it")
    TEMPERATURE = QT_TRANSLATE_NOOP("Detail", "its print head is too hot or too cold")
    TOO_SLOW = QT_TRANSLATE_NOOP("Detail", "the badge was not printed in time")
    TRAY_FULL = QT_TRANSLATE_NOOP("Detail", "its output tray is full")
    WRONG_LOGIN = QT_TRANSLATE_NOOP("Detail", "it does not take the user and the password that are kept for it")


class Misfit(Worded):
    """What does not fit together of a printer."""

    CODE = QT_TRANSLATE_NOOP("Detail", "the code of its badges stands nearer to an edge than it can print")
    DOTS = QT_TRANSLATE_NOOP("Detail", "printers of {language} have {known} dots an inch, not {dpi}")
    LANGUAGE = QT_TRANSLATE_NOOP("Detail", "it takes {takes}, not {language}")
    NO_LOGIN = QT_TRANSLATE_NOOP("Detail", "nobody asks for a user and a password there")
    PAPER = QT_TRANSLATE_NOOP("Detail", "badges for it are {size} mm, and its paper is {media} mm")
    TAPE = QT_TRANSLATE_NOOP("Detail", "printers of {language} take rolls and labels of {known} mm, not of {media} mm")


class PictureFault(Worded):
    """Why a picture cannot stand on a badge."""

    NONE = QT_TRANSLATE_NOOP("Detail", "it is no PNG or JPEG picture, or a damaged one")
    TOO_LARGE = QT_TRANSLATE_NOOP("Detail", "it has more than {most} million pixels")
    TOO_LONG = QT_TRANSLATE_NOOP("Detail", "its file has more than {most} MB")


class HubFault(Worded):
    """Why a hub refuses, or cannot be one."""

    BUSY = QT_TRANSLATE_NOOP("Detail", "too much was asked of it at once")
    CANNOT_STORE = QT_TRANSLATE_NOOP("Detail", "it cannot store anything at the moment")
    DEAF = QT_TRANSLATE_NOOP("Detail", "the port does not answer")
    NO_ADDRESS = QT_TRANSLATE_NOOP("Detail", "that is no address")
    NO_HUB = QT_TRANSLATE_NOOP("Detail", "it does not answer as a hub does")
    NOT_BELIEVED = QT_TRANSLATE_NOOP("Detail", "it does not take the request for this laptop’s")
    OTHERWISE = QT_TRANSLATE_NOOP("Detail", "it answers with {status}")
    PORT = QT_TRANSLATE_NOOP("Detail", "the port cannot be had")
    ROLE = QT_TRANSLATE_NOOP("Detail", "this is for coordinators’ laptops")
    TOO_LARGE = QT_TRANSLATE_NOOP("Detail", "what was sent is too large")
    UNSEEN = QT_TRANSLATE_NOOP("Detail", "any address that this network tells of")
    UNFIT = QT_TRANSLATE_NOOP("Detail", "it does not understand what was asked")


class FileFault(Worded):
    """Why a file cannot be written."""

    ENDING = QT_TRANSLATE_NOOP("Detail", "its name must end in .csv or .xlsx")


class ListFault(Worded):
    """Why a file is no list that can be read."""

    CONTACTS = QT_TRANSLATE_NOOP("Detail", "it is a file of contacts")
    DAMAGED = QT_TRANSLATE_NOOP("Detail", "it is a damaged workbook")
    DAMAGED_OR_OTHER = QT_TRANSLATE_NOOP("Detail", "it is a damaged workbook, or another kind of file")
    DATABASE = QT_TRANSLATE_NOOP("Detail", "it is a database")
    FOLDER = QT_TRANSLATE_NOOP("Detail", "it is a folder")
    LARGE = QT_TRANSLATE_NOOP("Detail", "it is larger than {most} MB")
    LOCKED = QT_TRANSLATE_NOOP("Detail", "it is locked with a password")
    NO_ENCODING = QT_TRANSLATE_NOOP("Detail", "there is no such encoding")
    NO_FILE = QT_TRANSLATE_NOOP("Detail", "it is a pipe or a device")
    NO_TEXT = QT_TRANSLATE_NOOP("Detail", "it holds no text")
    NO_WORKBOOK = QT_TRANSLATE_NOOP("Detail", "it is a packed file, and no XLSX workbook")
    OTHER_BYTES = QT_TRANSLATE_NOOP("Detail", "line {line} holds other bytes")
    PACKED = QT_TRANSLATE_NOOP("Detail", "it is a packed file")
    PACKED_DAMAGED = QT_TRANSLATE_NOOP("Detail", "it is a damaged or locked packed file")
    PACKED_STRANGELY = QT_TRANSLATE_NOOP("Detail", "it is packed in a way that no workbook is")
    PDF = QT_TRANSLATE_NOOP("Detail", "it is a PDF")
    PICTURE = QT_TRANSLATE_NOOP("Detail", "it is a picture")
    PROGRAM_DATA = QT_TRANSLATE_NOOP("Detail", "it is data for programs")
    QUOTES = QT_TRANSLATE_NOOP("Detail", "quotation marks are left open all over it")
    SHEET_CELLS = QT_TRANSLATE_NOOP("Detail", "sheet “{sheet}” has more than {most} cells")
    SHEET_REACHES = QT_TRANSLATE_NOOP("Detail", "a sheet reaches over more than {most} cells")
    SHEET_TWICE = QT_TRANSLATE_NOOP("Detail", "it names one sheet several times")
    TEXT_DOCUMENT = QT_TRANSLATE_NOOP("Detail", "it is a text document")
    TOO_MANY_CELLS = QT_TRANSLATE_NOOP("Detail", "it has more than {most} cells")
    TOO_MANY_ROWS = QT_TRANSLATE_NOOP("Detail", "it has more than {most} rows")
    UNENCODED = QT_TRANSLATE_NOOP("Detail", "and no other encoding fits")
    UNOPENED = QT_TRANSLATE_NOOP("Detail", "it cannot be opened ({why})")
    UNPACKS_LARGE = QT_TRANSLATE_NOOP("Detail", "it unpacks to more than {most} MB")
    WEB_PAGE = QT_TRANSLATE_NOOP("Detail", "it is a web page or XML, whatever its name says")


class Entry(Worded):
    """What a person or a command fills in, where it is no field of a delegate."""

    ACCESSIBLE_PLACES = QT_TRANSLATE_NOOP("Detail", "The number of accessible places")
    BAY = QT_TRANSLATE_NOOP("Detail", "The bay")
    CODE = QT_TRANSLATE_NOOP("Detail", "The bus number")
    COLLECTOR = QT_TRANSLATE_NOOP("Detail", "Who collects the badges")
    COLUMN = QT_TRANSLATE_NOOP("Detail", "The word of --column")
    COORDINATOR = QT_TRANSLATE_NOOP("Detail", "The coordinator")
    DEPARTS = QT_TRANSLATE_NOOP("Detail", "The departure")
    DRIVER = QT_TRANSLATE_NOOP("Detail", "The driver")
    DRIVER_PHONE = QT_TRANSLATE_NOOP("Detail", "The driver’s phone")
    FORUM = QT_TRANSLATE_NOOP("Detail", "The forum")
    GUIDE = QT_TRANSLATE_NOOP("Detail", "The guide")
    ISSUE = QT_TRANSLATE_NOOP("Detail", "The issue of the badge")
    LAYOUTS = QT_TRANSLATE_NOOP("Detail", "The layout")
    LICENSED_SEATS = QT_TRANSLATE_NOOP("Detail", "The number of licensed seats")
    MAP = QT_TRANSLATE_NOOP("Detail", "The word of --map")
    NOTE = QT_TRANSLATE_NOOP("Detail", "The note")
    OPERATOR_NAME = QT_TRANSLATE_NOOP("Detail", "The operator’s name")
    PASSPHRASE = QT_TRANSLATE_NOOP("Detail", "The passphrase")
    PEOPLE = QT_TRANSLATE_NOOP("Detail", "The number of people")
    PIN = QT_TRANSLATE_NOOP("Detail", "The PIN")
    PLATE = QT_TRANSLATE_NOOP("Detail", "The plate")
    PRINTER = QT_TRANSLATE_NOOP("Detail", "The printer’s target")
    PRINTER_NAME = QT_TRANSLATE_NOOP("Detail", "The printer’s name")
    REASON = QT_TRANSLATE_NOOP("Detail", "The reason")
    ROLE = QT_TRANSLATE_NOOP("Detail", "The role")
    STATION_NAME = QT_TRANSLATE_NOOP("Detail", "The name of the laptop")
    STOP = QT_TRANSLATE_NOOP("Detail", "The stop’s name")
    USABLE_SEATS = QT_TRANSLATE_NOOP("Detail", "The number of usable seats")


class Found(Worded):
    """What stands in the place of a value."""

    CHARACTERS = QT_TRANSLATE_NOOP("Detail", "{length} characters long")
    EMPTY = QT_TRANSLATE_NOOP("Detail", "empty")
    SET = QT_TRANSLATE_NOOP("Detail", "set")
    GUESSED = QT_TRANSLATE_NOOP("Detail", "so short, so long or so easy to guess")
    SHORT = QT_TRANSLATE_NOOP("Detail", "so short")
    UNREADABLE = QT_TRANSLATE_NOOP("Detail", "what nobody can read")


class Expected(Worded):
    """What a value was expected to be."""

    AS_LAYOUTS = QT_TRANSLATE_NOOP("Detail", "{places}, as its layouts say")
    AT_MOST = QT_TRANSLATE_NOOP("Detail", "at most {most}")
    BUS_CODE = QT_TRANSLATE_NOOP("Detail", "a route and a number, such as 2-3")
    FIELD = QT_TRANSLATE_NOOP("Detail", "a field of a delegate")
    FROM_TO = QT_TRANSLATE_NOOP("Detail", "{least} to {most}")
    HEADING = QT_TRANSLATE_NOOP("Detail", "a heading of the list, or a column’s number")
    LAYOUT = QT_TRANSLATE_NOOP("Detail", "seats and wheelchair places such as 45+1")
    LAYOUT_ONCE = QT_TRANSLATE_NOOP("Detail", "one layout for each number of wheelchair places")
    LAYOUT_WITHIN = QT_TRANSLATE_NOOP("Detail", "seats and places within the {most} licensed seats")
    MEDIA = QT_TRANSLATE_NOOP("Detail", "a width in mm such as 62, or width and height such as 80x60")
    NAME = QT_TRANSLATE_NOOP("Detail", "the name as the guest writes it")
    ONE_OF = QT_TRANSLATE_NOOP("Detail", "one of {known}")
    PASSPHRASE = QT_TRANSLATE_NOOP("Detail", "at least {least} characters, or no passphrase")
    PIN = QT_TRANSLATE_NOOP("Detail", "4 to 8 digits, not all alike and not in a row")
    REASON = QT_TRANSLATE_NOOP("Detail", "why the badge is replaced")
    TARGET = QT_TRANSLATE_NOOP("Detail", "host or host:port, the port from 1 to 65535")
    IPP_TARGET = QT_TRANSLATE_NOOP("Detail", "host, host:port or host:port/path, the port from 1 to 65535")
    DATE = QT_TRANSLATE_NOOP("Detail", "a date such as 2024-09-25")
    TIME = QT_TRANSLATE_NOOP("Detail", "a time such as 08:30")
    SERIAL = QT_TRANSLATE_NOOP("Detail", "a serial port such as COM3 or /dev/ttyUSB0, with its speed as in COM3@9600")
    USB = QT_TRANSLATE_NOOP("Detail", "vendor and product such as 0a5f:0164, and with another colon the serial number")
    WHY = QT_TRANSLATE_NOOP("Detail", "why, in a few words")
    WRITING = QT_TRANSLATE_NOOP("Detail", "letters, digits and signs")
