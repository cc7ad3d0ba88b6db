"""What the user can do and undo: each action is one class, done through `perform`.

An action changes only decisions (people, assignments, marks on faces, pairs of faces); the journal
of the catalog records every row, so that undo and redo need nothing from the action itself.
"""
