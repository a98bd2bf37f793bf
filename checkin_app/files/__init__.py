"""Files that come and go: delegate lists, forum files and exports."""

#: The hidden word with which the application is only the reader of one list.
READ_LIST = "--read-list"
