"""The rules for words that name a time, in the order in which they are tried."""

from bot.reading.date_calendar import FULL_DAYS, MONTHS_AND_DAYS, YEARS
from bot.reading.date_relative import AWAY, FOLLOWING, FROM_TODAY
from bot.reading.date_words import Rule

# The more exact come first: what they match is taken from those below.
RULES: tuple[Rule, ...] = (
    *AWAY,
    *FULL_DAYS,
    *MONTHS_AND_DAYS,
    *FOLLOWING,
    *FROM_TODAY,
    *YEARS,
)
