"""What holds on every page, whatever it is about."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
PHONE = {"width": 320, "height": 800}
DESKTOP = {"width": 1440, "height": 900}

axe = Axe()


def accessible(page):
    """axe finds nothing wrong with the page as it stands."""
    found = axe.run(page, options=RULES).response["violations"]
    words = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]
    assert not words, f"{page.url}: " + "; ".join(words)


def fits_phone(page):
    """Nothing but a scrolling region is wider than a phone."""
    size = page.viewport_size
    page.set_viewport_size(PHONE)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(size)
    assert wide <= PHONE["width"], f"{page.url} is {wide} px wide on a phone"


def well(page):
    """The page answered, has one heading and a title, is accessible and fits a phone."""
    assert page.locator("h1").count() == 1, f"{page.url} has not one heading"
    assert "Concordat" in page.title(), f"{page.url} has the title {page.title()!r}"
    accessible(page)
    fits_phone(page)
