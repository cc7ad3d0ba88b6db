"""What a user asks for: the language of the search field, the command line and saved albums.

tokens cuts a text into words, quotes, brackets and keys; parse makes a tree of nodes of them, with
the mistakes and where they are; names, dates and values read what stands after a key. Any text is
a query. catalog.search_sql turns a tree into SQL.
"""
