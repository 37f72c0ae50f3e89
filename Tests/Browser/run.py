"""Runs the journeys in a real browser, with and without JavaScript, and says how each ended."""

import os
import shutil
import sys
import traceback

from playwright.sync_api import sync_playwright

from checks import DESKTOP
from journeys import JOURNEYS
from server import Site

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")


def run(browser, site, journey, javascript):
    context = browser.new_context(
        base_url=site.address, viewport=DESKTOP, java_script_enabled=True, locale="en-GB")
    if not javascript:
        # axe itself needs JavaScript, so the page's own script is withheld instead.
        context.route("**/*.js*", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(10_000)
    try:
        journey(page)
        return True
    except Exception:
        traceback.print_exc()
        folder = os.environ.get("JOURNEY_PICTURES")
        if folder:
            page.screenshot(path=f"{folder}/{journey.__name__}.png", full_page=True)
        return False
    finally:
        context.close()


def main():
    wanted = sys.argv[1:]
    passed = failed = 0
    with Site() as site, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=BROWSER, args=["--no-sandbox"] if os.getuid() == 0 else [])
        for javascript in [True, False]:
            for journey in JOURNEYS:
                if wanted and journey.__name__ not in wanted:
                    continue
                good = run(browser, site, journey, javascript)
                passed, failed = passed + good, failed + (not good)
                words = journey.__name__.replace("_", " ")
                script = "" if javascript else " (without JavaScript)"
                print(f"{'✓' if good else '✗'} {words}{script}", flush=True)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
