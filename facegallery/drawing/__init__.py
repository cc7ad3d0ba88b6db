"""Pictures of what was found: photos with faces marked, and plots of measurements.

`marks` outlines faces in a photo, `beside` puts two photos side by side with lines between faces,
`explanation` and `plots` draw with matplotlib, which is imported only then. All return a Pillow
image; `saving` writes it, and never over a photo.
"""
