"""Makes the field of the People page in which a group gets its name."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facegallery.ui.people import card_layout as layout
from facegallery.ui.pictures import Pictures
from facegallery.ui.session import Session
from facegallery.ui.widgets.item_model import ITEM_ROLE, Index
from facegallery.ui.widgets.name_edit import NameEdit


class CardDelegate(QStyledItemDelegate):
    """The name field. Signal named(field, text, person id or None); the field's property "key"
    tells whose name it is.
    """

    named = Signal(object, str, object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return an empty name field: nothing typed elsewhere carries over."""
        editor = NameEdit(self._session, self._pictures, parent)
        entry = index.data(ITEM_ROLE)
        editor.setProperty("key", entry.key)
        if entry.card is not None and entry.card.maybe_name:
            editor.setPlaceholderText(self.tr("{0}?").format(entry.card.maybe_name))
        editor.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        editor.named.connect(lambda text, person: self.named.emit(editor, text, person))
        editor.cancelled.connect(lambda: self.closeEditor.emit(editor))
        return editor

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Leave the field as it is: a change of the list must not change what is typed."""

    def setModelData(self, _editor: QWidget, _model: object, _index: Index) -> None:
        """Do nothing: names go through actions."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Put the field where it is painted; see QStyledItemDelegate."""
        editor.setGeometry(layout.field(option.rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Close the field when the focus goes elsewhere in the window; keys are its own."""
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and isinstance(editor, QWidget)
            and event.reason()
            not in (
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.PopupFocusReason,
            )
        ):
            self.closeEditor.emit(editor)
        return False
