from hypothesis import given
from hypothesis import strategies as st

from facegallery.jobs.putting import safe_name


@given(st.text(max_size=400))
def test_a_safe_name_is_safe_whatever_it_was(text):
    name = safe_name(text)
    assert name
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name[-1] not in " ."
    assert name.split(".")[0].strip().lower() not in ("con", "nul", "com1", "lpt9")
    assert safe_name(name) == name
