"""The shell: the window's frame around the screens: sidebar, top bar, status strip, history."""
