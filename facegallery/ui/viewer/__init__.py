"""The viewer: one photo as large as the window, its faces with their names, and its facts."""
