"""The editor of badge templates: elements moved, resized and set on their page, with what is printed in sight."""
