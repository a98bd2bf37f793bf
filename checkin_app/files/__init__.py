"""Files that come and go: delegate lists, forum files and exports."""
