from facegallery.drawing.fonts import font


def test_letters_have_the_size_asked_for_and_many_alphabets_are_known():
    assert font(40).getlength("abc") > 1.9 * font(20).getlength("abc")
    unknown = bytes(font(24).getmask("\U0010fffd"))
    assert all(bytes(font(24).getmask(letter)) != unknown for letter in "aéЖΩאش…")
