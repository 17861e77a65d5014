"""A place that a meeting can have, and the words of a text that name it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting is held, as far as known."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    region: str | None = None  # "Florida", for want of a city

    def joined(self, other: "Place") -> "Place":
        """Complete what is not known by another mention of the same meeting."""
        if not self.agrees(other):
            return self
        return Place(
            self.venue or other.venue,
            self.city or other.city,
            self.country or other.country,
            self.region or other.region,
        )

    def agrees(self, other: "Place") -> bool:
        """Tell whether two mentions can mean one place."""
        if self.city and other.city:
            return self.city == other.city
        return not (self.country and other.country) or self.country == other.country


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """Words that name a place, where they stand in the text, and what they mean.

    `sure` is False where only the preposition tells that an unknown name is a place.
    """

    start: int
    end: int
    place: Place
    sure: bool = True
