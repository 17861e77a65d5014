"""Take the README's picture of the bot at work, from a preview that is running.

Example: ./run --no-browser, and beside it
    .venv/bin/python -m benchmarks.picture http://127.0.0.1:8765 docs/preview.png
"""

import click
from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
SIZE = {"width": 1280, "height": 800}


@click.command(help=__doc__)
@click.argument("url")
@click.argument("path", type=click.Path(dir_okay=False))
def main(url: str, path: str) -> None:
    """Open the page, ask, open the thread, take the picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]
        page.goto(url)
        ask(page, "/alliance latest")
        page.screenshot(path=path)
        browser.close()
    click.echo(path)


def ask(page: Page, line: str) -> None:
    """Use a command and open the thread of its answer."""
    box = page.get_by_label("Message alliance-desk")
    box.fill(line)
    box.press("Enter")
    page.locator(".replies").last.click()
    page.locator("#thread article").nth(2).wait_for()
    page.mouse.move(0, 0)
    box.focus()


if __name__ == "__main__":
    main()
