"""The day of the latest post on X that a page links to: it cannot have been published before."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

# A post's number holds when it was made: milliseconds since X's own epoch, above 22 other bits
# (github.com/twitter-archive/snowflake, "Snowflake.proto"; its epoch is 4 November 2010).
EPOCH_MS = 1_288_834_974_657
OTHER_BITS = 22
# Numbers before the autumn of 2011 had fewer digits, and those of 2010 held no time.
POST = re.compile(r"\b(?:x|twitter)\.com/\w{1,20}/status/(\d{18,19})\b")


def latest_post(texts: Sequence[str], zone: str | None) -> date | None:
    """Give the day, in the outlet's time zone, of the latest post that the texts link to."""
    numbers = [int(number) for text in texts for number in POST.findall(text)]
    if not numbers:
        return None
    seconds = ((max(numbers) >> OTHER_BITS) + EPOCH_MS) / 1000
    return datetime.fromtimestamp(seconds, ZoneInfo(zone) if zone else UTC).date()
