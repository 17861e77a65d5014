"""The bot as a newcomer meets it: in the preview's page."""

import pytest
from playwright.sync_api import expect

from tests.chromium import NEEDS_CHROMIUM, chromium

pytestmark = NEEDS_CHROMIUM


@pytest.fixture
def page(bot):
    with chromium() as browser:
        page = browser.new_page()
        page.goto(bot.preview.url)
        yield page


def test_latest_is_asked_and_paged_in_the_page(page):
    box = page.get_by_label("Message alliance-desk")
    box.press_sequentially("/alliance meet")
    box.press("Tab")
    box.press("Enter")
    page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_label("Thread", exact=True)
    details = thread.get_by_role("article")
    expect(details).to_have_count(2)
    expect(details.last.get_by_text("● Held", exact=True)).to_have_count(5)
    thread.get_by_role("button", name="More").click()
    expect(details).to_have_count(3)
    expect(details.last.get_by_text("● Held", exact=True)).to_have_count(5)
    box.fill("/alliance help")
    box.press("Enter")
    expect(page.get_by_text("Only visible to you")).to_be_visible()
