#!/bin/sh
# Shows FaceGallery in this user's menu of programs, and as the command "facegallery".
# It is started from where it lies now: run this again after moving the folder.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
name=org.facegallery.FaceGallery

mkdir -p "$data/applications" "$data/icons" "$data/metainfo" "$HOME/.local/bin"
cp -R "$here/share/icons/." "$data/icons/"
cp "$here/share/metainfo/$name.metainfo.xml" "$data/metainfo/"
ln -sf "$here/facegallery" "$HOME/.local/bin/facegallery"

# In the Exec line, quoted text keeps \ " ` $ only behind a backslash, and a backslash is written
# twice in every value of a desktop file.
program=$(printf '%s' "$here/facegallery" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s"\n' "$program" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/applications/$name.desktop" >"$data/applications/$name.desktop"

echo "FaceGallery is in your menu now."
