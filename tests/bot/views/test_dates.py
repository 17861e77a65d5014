from datetime import UTC, date, datetime

import pytest

from bot.models import DateSpan, Precision
from bot.views.dates import moment, span


def on(start, end, precision):
    return DateSpan(
        start=date.fromisoformat(start),
        end=date.fromisoformat(end) if end else None,
        precision=precision,
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (on("2025-02-07", "2025-02-07", Precision.DAY), "Fri 7 Feb 2025"),
        (on("2025-02-06", "2025-02-08", Precision.DAY), "6–8 Feb 2025"),
        (on("2024-12-30", "2025-01-02", Precision.DAY), "30 Dec 2024 – 2 Jan 2025"),
        (on("2025-01-30", "2025-02-02", Precision.DAY), "30 Jan – 2 Feb 2025"),
        (on("2025-02-01", "2025-02-28", Precision.MONTH), "Feb 2025"),
        (on("2019-01-01", "2019-12-31", Precision.YEAR), "2019"),
        (on("2025-01-11", "2025-01-20", Precision.PART_OF_MONTH), "about 11–20 Jan 2025"),
        (on("2025-02-01", None, Precision.OPEN), "1 Feb 2025 or later"),
    ],
)
def test_a_span_is_shown_no_more_exactly_than_it_is_known(value, shown):
    assert span(value) == shown


def test_a_moment_is_shown_in_each_readers_zone_with_words_for_the_rest():
    at = datetime(2025, 2, 7, 9, 30, tzinfo=UTC)
    stamp = int(at.timestamp())
    shown = moment(at, date(2025, 2, 8))
    assert shown == f"<!date^{stamp}^{{date_short_pretty}}, {{time}}|7 Feb 2025, 09:30 UTC>"
