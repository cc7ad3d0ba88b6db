"""Why a question is asked, in a sentence: how near, to which faces, and how sure."""

from facegallery.actions.perform import count
from facegallery.catalog.discards import NOT_ALIKE, DiscardKind
from facegallery.domain.person import PersonOrGroup
from facegallery.domain.words import sentence


def why_who(group: PersonOrGroup) -> str:
    """Say why it is asked who a group is."""
    photos = count(group.photos, "photo")
    faces = count(group.faces, "face")
    return sentence("These {0} in {1} look like one person, not known yet.", faces, photos)


def why_more(person: PersonOrGroup, least: float, most: float, line: float) -> str:
    """Say why faces are suggested to a person. least, most: likeness; line: from which they are."""
    low, high = percent(least), percent(most)
    how = high if low == high else sentence("{0} to {1}", low, high)
    faces = count(person.faces, "face")
    return sentence(
        "{0} alike with the nearest of {1}'s {2}; suggested from {3} on.",
        *(how, person.name, faces, percent(line)),
    )


def why_same(other: PersonOrGroup, likeness: float, chance: float, line: float) -> str:
    """Say why two are held against each other. line: from which nobody would be asked."""
    faces, tenths = count(other.faces, "face"), round(10 * chance)
    pairs = sentence("about {0}", tenths) if tenths else sentence("fewer than 1")
    if other.kind == "person":
        return sentence(
            "{0} alike with the nearest of {1}'s {2}; suggested unasked from {3} on. Of such "
            "pairs {4} in 10 are one person.",
            *(percent(likeness), other.name, faces, percent(line), pairs),
        )
    return sentence(
        "{0} alike with the other {1}; joined unasked from {2} on. Of such pairs {3} in 10 "
        "are one person.",
        *(percent(likeness), faces, percent(line), pairs),
    )


def why_alike(kind: DiscardKind, likeness: float) -> str:
    """Say why a row is asked about: like what is no face, or like hidden strangers."""
    least = percent(likeness)
    if kind == "hide" and likeness == NOT_ALIKE:
        return sentence("You hid others with as few photos, and named hardly any of these.")
    if kind == "hide":
        return sentence("Each is {0} alike or more with somebody without a name you hid.", least)
    return sentence("Each is {0} alike or more with a picture that you called not a face.", least)


def why_mixed(one: PersonOrGroup, likeness: float, smaller: float) -> str:
    """Say why there may be two people in a group or person. smaller: faces of the smaller part."""
    return sentence(
        "About {0} of {1} are only {2} alike with the others.",
        *(count(max(1, round(smaller)), "face"), f"{one.faces:,}", percent(likeness)),
    )


def percent(likeness: float) -> str:
    """Return a likeness, 0..1, as people read it."""
    return f"{round(100 * max(0.0, likeness))} %"
