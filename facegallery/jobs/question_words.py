"""Why a question is asked, in a sentence: how near, to which faces, and how sure."""

from facegallery.actions.perform import count
from facegallery.domain.person import PersonOrGroup


def why_who(group: PersonOrGroup) -> str:
    """Say why it is asked who a group is."""
    photos = count(group.photos, "photo")
    return f"These {count(group.faces, 'face')} in {photos} look like one person, not known yet."


def why_more(person: PersonOrGroup, least: float, most: float, line: float) -> str:
    """Say why faces are suggested to a person. least, most: likeness; line: from which they are."""
    low, high = percent(least), percent(most)
    how = high if low == high else f"{low} to {high}"
    return (
        f"{how} alike with the nearest of {person.name}'s {count(person.faces, 'face')};"
        f" suggested from {percent(line)} on."
    )


def why_same(other: PersonOrGroup, likeness: float, chance: float, line: float) -> str:
    """Say why two are held against each other. line: from which nobody would be asked."""
    faces = count(other.faces, "face")
    person = other.kind == "person"
    against = f"the nearest of {other.name}'s {faces}" if person else f"the other {faces}"
    unasked = "suggested" if person else "joined"
    return (
        f"{percent(likeness)} alike with {against}; {unasked} unasked from {percent(line)} on."
        f" Of such pairs about {round(10 * chance)} in 10 are one person."
    )


def why_mixed(one: PersonOrGroup, likeness: float, smaller: float) -> str:
    """Say why there may be two people in a group or person. smaller: faces of the smaller part."""
    return (
        f"About {count(max(1, round(smaller)), 'face')} of {one.faces:,} are only"
        f" {percent(likeness)} alike with the others."
    )


def percent(likeness: float) -> str:
    """Return a likeness, 0..1, as people read it."""
    return f"{round(100 * max(0.0, likeness))} %"
