"""The only SQL of the program: one module a noun, one function a question.

A library is a folder with `catalog.sqlite` (names, decisions, faces: never to be lost) and
`thumbnails.sqlite` (a cache, safe to delete). Every thread opens its own connection; screens read
through one that cannot write; all writes go through `transaction`.
"""
