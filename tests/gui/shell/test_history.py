from facegallery.ui.shell.history import History, Place


def test_back_leads_through_the_places_in_reverse():
    history = History()
    for page in ("people", "photos", "search"):
        history.visit(Place(page))
    assert history.back() == Place("photos")
    assert history.back() == Place("people")
    assert history.back() is None


def test_the_same_place_twice_counts_once():
    history = History()
    history.visit(Place("people"))
    history.visit(Place("people"))
    assert not history.has_before


def test_another_photo_takes_the_place_of_the_one_before():
    history = History()
    history.visit(Place("photos"))
    history.visit(Place("viewer", position=1))
    history.replace(Place("viewer", position=2))
    assert history.here == Place("viewer", position=2)
    assert history.back() == Place("photos")
