"""Photos: all photos by date, and the grid that other screens show photos in."""
