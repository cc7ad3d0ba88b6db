"""The page of one person or group: their faces, their photos, and what waits for a yes or no."""
