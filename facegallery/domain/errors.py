"""Errors we expect: what happened, then what the user can do."""


class FaceGalleryError(Exception):
    """An error we expect. Arguments fill the {0} places, so it can cross processes too."""

    what = "Something went wrong: {0}"
    next_step = ""

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip().format(*self.args)


class Cancelled(FaceGalleryError):
    """Raised by a job that the user stopped."""

    what = "Stopped."
    next_step = "What was done is kept; the next scan goes on from there."


class InstallStopped(Cancelled):
    """Raised where the user stopped while a model was being installed."""

    next_step = "Nothing was installed."


class FolderUnreachable(FaceGalleryError):
    """Raised when a folder of photos is missing, for example on an unplugged drive."""

    what = "The folder {0} cannot be opened."
    next_step = "Reconnect the drive or check the path. Names are kept."


class FolderEmptied(FolderUnreachable):
    """Raised for a folder that is there without one of its photos: nothing is mounted on it."""

    what = "Not one photo of the folder {0} is there any more."
    next_step = (
        "The drive may be unplugged: reconnect it and scan again. If you took the photos away, "
        "remove the folder from the library. Names are kept either way."
    )


class NoSuchFolder(FaceGalleryError):
    """Raised for a folder that was never added to the library, or was removed."""

    what = "The folder {0} is not in the library. Nothing was changed."
    next_step = "Folders in the window, or facegallery folders, lists them."


class NotInLibrary(FaceGalleryError):
    """Raised for a path that lies in no folder of the library."""

    what = "{0} is in no folder of the library. Nothing was changed."
    next_step = "Folders in the window, or facegallery folders, lists them."


class NoSuchMerge(FaceGalleryError):
    """Raised for a merge that was never made, or taken apart already."""

    what = "There is no merge {0}."
    next_step = (
        "Merges on the person's page in the window, or facegallery merges, lists those that can be "
        "taken apart."
    )


class PhotoUnreadable(FaceGalleryError):
    """Raised by imaging for a file that is not a photo we can show. {0}: why, a clause."""

    what = "The photo cannot be read: {0}."

    @property
    def reason(self) -> str:
        """Why, a clause; a Sentence where it was made of parts."""
        return self.args[0] if isinstance(self.args[0], str) else str(self.args[0])


class PackageMissing(PhotoUnreadable):
    """Raised for a photo of a format that one more package would read. {0}: which, a clause."""


class LibraryTooNew(FaceGalleryError):
    """Raised for a catalog written by a later version of the program."""

    what = "The library {0} was made by a newer version of FaceGallery."
    next_step = "Install the newer version, or choose another library with --library."


class LibraryUnusable(FaceGalleryError):
    """Raised for a library folder that cannot be opened. {1}: why, a clause."""

    what = "The library {0} cannot be opened: {1}."
    next_step = "Check the folder and its permissions, or choose another one with --library."


class NoRoomLeft(LibraryUnusable):
    """Raised where the disk of the library is full."""

    what = "There is no room left on the disk of the library {0}."
    next_step = "Make some room, and do it again. What was done before is kept."


class LibraryDamaged(FaceGalleryError):
    """Raised for a catalog that SQLite cannot make sense of. {1}: what is wrong, a clause."""

    what = "The library {0} is damaged: {1}."
    next_step = (
        "The window, when it is opened, offers the copies that there are of it; facegallery "
        "restore lists them, and brings one back."
    )


class NoSuchBackup(FaceGalleryError):
    """Raised for a copy of the catalog that is not there. {0}: its name, {1}: the library."""

    what = "There is no copy {0} of the library {1}. Nothing was changed."
    next_step = "The window when it is opened, or facegallery restore, lists them."


class LibraryBusy(FaceGalleryError):
    """Raised when another FaceGallery is scanning or changing the same library."""

    what = "Another FaceGallery is working on the library {0}."
    next_step = "Wait until it has finished, or close it, and try again."


class ScanRunning(LibraryBusy):
    """Raised where another process scans the library. {1}: which."""

    what = "The library {0} is being scanned already ({1})."
    next_step = "Wait until that has finished, or stop it, and try again."


class WindowOpen(LibraryBusy):
    """Raised where another process has the library's window open. {1}: which."""

    what = "FaceGallery is open already on the library {0} ({1})."
    next_step = "Use that window, or close it first."


class ClusterNotThere(FaceGalleryError):
    """Raised where no cluster answers at an address. {1}: why, a clause."""

    what = "The cluster {0} cannot be used: {1}."
    next_step = (
        "Start it (dask scheduler), check the address (in Settings of the window, or --cluster), "
        "or scan without it."
    )


class ClusterUnfit(FaceGalleryError):
    """Raised for a cluster whose workers cannot do our work. {1}: why, a clause."""

    what = "The cluster {0} cannot be used: {1}."
    next_step = (
        "Every worker needs the same FaceGallery and Python; start one with: dask worker {0}"
    )


class ClusterLost(FaceGalleryError):
    """Raised where a cluster went away in the middle of the work."""

    what = "The cluster {0} is gone."
    next_step = "What was done is kept; the next scan goes on from there."


class WorkersCannotStart(FaceGalleryError):
    """Raised where no process can be started for the work. {0}: why, a clause."""

    what = "The processes that read photos cannot be started: {0}."
    next_step = "Close other programs, or restart the machine, and try again."


class WorkEnded(FaceGalleryError):
    """Raised where a process at work on many faces was ended by the user or the system, twice."""

    what = "The process that did the work was ended from outside; memory may be short."
    next_step = "Close other programs, and try again. What was done before is kept."


class NoSuchPerson(FaceGalleryError):
    """Raised for a person or group id that the library does not hold."""

    what = "There is no person or group {0}."
    next_step = "People in the window, or facegallery people --all, lists them."


class NoSuchFace(FaceGalleryError):
    """Raised for a face id that the library does not hold."""

    what = "There is no face {0}."
    next_step = "Photos in the window shows them; facegallery faces lists them."


class NameTaken(FaceGalleryError):
    """Raised before a second person gets the name of another: {0} name, {1} id, {2} "7 photos"."""

    what = "{0} is already the name of {1}, who is in {2}. Nothing was changed."
    next_step = "If it is the same person, merge the two; if not, use --new."


class NotPossible(FaceGalleryError):
    """Raised for a change that makes no sense. {0}: a sentence."""

    what = "{0}"


class NoFaceFound(FaceGalleryError):
    """Raised where a picture must show a face and no face was found in it."""

    what = "No face was found in {0}."
    next_step = "Try a picture in which the face is larger, sharper or turned to the camera."


class ModelUnavailable(FaceGalleryError):
    """Raised for a detector or recognizer that cannot work here. {1}: why, a clause."""

    what = "The model {0} cannot be used: {1}."
    next_step = "Choose another one, or bring what is missing."


class ModelNotFetched(FaceGalleryError):
    """Raised for a download that failed. {0}: model, {1}: address, {2}: why, a clause."""

    what = "A file of the model {0} could not be fetched from {1}: {2}. Nothing was changed."
    next_step = (
        "Try again, or bring the file by another way and choose it: Install in Settings of the "
        "window, or facegallery models install {0} --from FILE"
    )


class ModelFileRefused(FaceGalleryError):
    """Raised for a file that is not what a model needs. {0}: model, {1}: file, {2}: a clause."""

    what = "{1} cannot be used for the model {0}: {2}. Nothing was changed."
    next_step = (
        "Settings in the window, or facegallery models --json, tells where its files come from."
    )


class PairsFileInvalid(FaceGalleryError):
    """Raised for a list of pairs that is not in LFW's format. {0}: file, {1}: why, a clause."""

    what = "The list of pairs {0} cannot be used: {1}."
    next_step = "It must have the format of pairs.txt of Labeled Faces in the Wild."


class PairsPictureMissing(FaceGalleryError):
    """Raised for a picture that a list of pairs names and that is not there. {1}: the folder."""

    what = "The picture {0} of the list of pairs is not in {1}."
    next_step = "Give the folder that holds a folder of pictures for each person with --images."


class FaceLabelsInvalid(FaceGalleryError):
    """Raised for a file of labelled faces in an unknown format. {0}: file, {1}: why, a clause."""

    what = "The labelled faces in {0} cannot be used: {1}."
    next_step = "It must be JSON as detect --json prints it, or text in WIDER FACE's format."


class LabelledPhotoMissing(FaceGalleryError):
    """Raised for a photo whose faces are labelled and that is not there. {1}: the folder."""

    what = "The photo {0} of the labelled faces is not in {1}."
    next_step = "Give the folder that its path starts from with --images."


class NoLabelledPhotos(FaceGalleryError):
    """Raised for a folder to measure grouping on that has no folders of photos in it."""

    what = "There are no folders with photos in {0}."
    next_step = "Give a folder that holds a folder of photos for each person."


class NobodyToCompareWith(FaceGalleryError):
    """Raised where nothing is there to identify a face by. {0}: a classifier to install."""

    what = "There is nobody to compare with: no person of the library has a confirmed face."
    next_step = (
        "Name people first (People in the window, or facegallery name), or install a classifier of "
        "famous people: Settings of the window, or facegallery models install {0}"
    )


class PictureNotWritten(FaceGalleryError):
    """Raised for a drawing or plot that cannot be put where it is wanted. {1}: why, a clause."""

    what = "The picture {0} cannot be written: {1}."
    next_step = "Choose another place; photos are never overwritten."


class NoSuchAlbum(FaceGalleryError):
    """Raised for an album that the library does not have. {0}: its name or number."""

    what = "There is no album {0}."
    next_step = "Albums in the window, or facegallery albums, lists them."


class QueryUnclear(FaceGalleryError):
    """Raised where a query cannot be read and something is to be done with it. {0}: a sentence."""

    what = "{0}"
    next_step = "facegallery search --help tells the language."


class ExportImpossible(FaceGalleryError):
    """Raised where an export cannot write. {0}: the path, {1}: why, a clause."""

    what = "{0} cannot be written: {1}."
    next_step = (
        "Choose another folder; hard links need the same drive as the photos. What was exported "
        "before can be removed again: Remove them again in the window, or facegallery export "
        "--undo."
    )


class NamesNotWritten(FaceGalleryError):
    """Raised where names cannot be written for other programs. {0}: path, {1}: why, a clause."""

    what = "{0} cannot be written: {1}."
    next_step = "Choose another place. Nothing of yours was changed."


class NamesFileUnreadable(FaceGalleryError):
    """Raised for a file of names that makes no sense. {0}: its path, {1}: why, a clause."""

    what = "The names in {0} cannot be read: {1}."
    next_step = "Choose a file that facegallery names export has written. Nothing was changed."


class NamesFileTooNew(FaceGalleryError):
    """Raised for a file of names written by a later version of the program. {0}: its path."""

    what = "The names in {0} were written by a newer version of FaceGallery."
    next_step = "Install the newer version. Nothing was changed."


class UnexpectedError(FaceGalleryError):
    """A bug, in plain words; the traceback is in the log. {0}: the exception's text."""

    what = "Something went wrong that should not: {0}."
    next_step = "Nothing saved is lost. The log in the library folder tells more."
