"""Files to pixels: read a file, decode it upright as RGB, read its EXIF data, make thumbnails.

The way of one file: `source.read_file` -> bytes -> `decode.open_photo` -> an image of which nothing
is decoded yet -> `exif.read_facts` -> facts, and `decode.decode_upright` -> pixels ->
`thumbnails.photo_thumbnail`, `thumbnails.face_crop` -> JPEG bytes. Everything that is wrong with a
file is raised as PhotoUnreadable; nothing here writes to disk.
"""
