"""The words of the program as frozen values: photos, faces, groups, people, errors, progress.

Every other folder may import this one; it imports the standard library and numpy only.
"""
