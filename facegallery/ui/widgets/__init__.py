"""Small widgets that several screens share, the icons, and the one style."""
