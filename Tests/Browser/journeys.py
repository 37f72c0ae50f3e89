"""What people come to do, done as they would. Each journey is a sentence and begins signed out."""

import re

from checks import well
from server import ROOT

PASSWORD = "concordat-demo"
SAMPLE = ROOT / "Seed" / "workbooks" / "two-examples.xml"


def sign_in(page, who):
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{who}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


def text(page):
    return page.locator("main").inner_text()


def a_wrong_password_is_refused_and_the_address_stays(page):
    page.goto("/sign-in")
    well(page)
    page.get_by_label("E-mail address").fill("council@example.org")
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_label("E-mail address").input_value() == "council@example.org"
    assert page.title().startswith("Error:")
    well(page)


def every_page_of_a_council_officer_is_accessible_and_fits_a_phone(page):
    sign_in(page, "council")
    for path in ["/", "/benefits", "/benefits?cashability=Cashable&words=housing",
                 "/benefits?words=no-such-thing", "/benefits/new", "/benefits/pivot", "/councils",
                 "/councils/S12000040", "/imports", "/imports/new", "/help", "/accessibility",
                 "/audit"]:
        page.goto(path)
        well(page)


def every_page_of_a_coordinator_is_accessible_and_fits_a_phone(page):
    sign_in(page, "coordinator")
    for path in ["/", "/benefits", "/councils", "/councils/S12000018", "/benefits/pivot"]:
        page.goto(path)
        well(page)


def a_council_reads_a_benefit_and_how_its_figure_came_about(page):
    sign_in(page, "council2")
    page.goto("/benefits?council=S12000018")
    page.get_by_role("link", name=re.compile("pest-control")).first.click()
    assert "127,304.87" in text(page)
    for summary in page.locator("details > summary").all():
        if summary.locator("xpath=..").get_attribute("open") is None and summary.is_visible():
            summary.click()
    assert "21.217" in text(page), "the hourly cost is part of the working"
    well(page)


def a_newcomer_records_a_benefit_then_changes_it(page):
    sign_in(page, "council")
    page.goto("/benefits/new")
    page.get_by_role("button", name=re.compile("^(Record|Save)")).click()
    assert page.title().startswith("Error:")
    well(page)
    page.get_by_label("Title", exact=True).fill("Fewer letters about missed bins")
    page.locator("input[name=tangibility][value=Tangible]").check(force=True)
    page.locator("input[name=cashability][value='Non-cashable']").check(force=True)
    page.locator("input[name=method][value=Amount]").check(force=True)
    page.locator("input[name=amount]:visible, input[name='Amount.amount']:visible").first.fill("1,250.50")
    page.locator("input[name=visibility]").first.check(force=True)
    page.get_by_role("button", name=re.compile("^(Record|Save)")).click()
    assert "Fewer letters about missed bins" in page.locator("h1").inner_text()
    assert "1,250.50" in text(page)
    well(page)
    page.get_by_role("link", name="Change", exact=True).click()
    page.get_by_label("Title", exact=True).fill("Fewer letters about bins")
    page.get_by_role("button", name=re.compile("^(Save|Record)")).click()
    assert "Fewer letters about bins" in page.locator("h1").inner_text()
    assert "Fewer letters about missed bins" in text(page), "the history shows what it was"


def two_people_change_the_same_benefit_and_nothing_is_lost(page):
    sign_in(page, "council")
    page.goto("/benefits?council=S12000040")
    page.locator("tbody a").first.click()
    page.get_by_role("link", name="Change", exact=True).click()
    second = page.context.new_page()
    second.goto(page.url)
    second.get_by_label("Title", exact=True).fill("Changed by the second")
    second.get_by_role("button", name=re.compile("^(Save|Record)")).click()
    page.get_by_label("Title", exact=True).fill("Changed by the first")
    page.get_by_role("button", name=re.compile("^(Save|Record)")).click()
    words = page.content()
    assert "Changed by the second" in words and "Changed by the first" in words
    well(page)


def a_council_imports_its_workbook_and_takes_it_back(page):
    sign_in(page, "council2")
    page.goto("/imports/new")
    changed = SAMPLE.read_text().replace("Fewer repeat visits", "Far fewer repeat visits")
    page.get_by_label("Choose the file").set_input_files(
        {"name": "ours.xml", "mimeType": "text/xml", "buffer": changed.encode()})
    page.get_by_role("button", name="Check the file").click()
    assert "Far fewer repeat visits" in page.content()
    well(page)
    page.get_by_role("button", name=re.compile("^(Confirm|Apply|Import)")).click()
    well(page)
    page.get_by_role("button", name="Undo this import").click()
    well(page)
    page.goto("/benefits?council=S12000018")
    assert "Far fewer repeat visits" not in page.content()


def a_damaged_file_is_refused_with_its_place_and_changes_nothing(page):
    sign_in(page, "council2")
    page.goto("/imports/new")
    damaged = SAMPLE.read_bytes()[:20_000]
    page.get_by_label("Choose the file").set_input_files(
        {"name": "cut off.xml", "mimeType": "text/xml", "buffer": damaged})
    page.get_by_role("button", name="Check the file").click()
    assert re.search(r"line \d+", text(page), re.I), text(page)[:400]
    assert page.get_by_role("button", name=re.compile("^(Confirm|Apply|Import)")).count() == 0
    well(page)


def choose(page, name, content):
    page.goto("/imports/new")
    page.get_by_label("Choose the file").set_input_files(
        {"name": name, "mimeType": "text/xml", "buffer": content.encode()})
    page.get_by_role("button", name="Check the file").click()


def a_council_says_what_its_own_headings_mean_and_need_not_say_it_again(page):
    content = SAMPLE.read_text()
    for ours, theirs in [("BenefitID", "Our code"), ("Category", "Catagory"), ("Owner", "Whose job")]:
        content = content.replace(f">{ours}<", f">{theirs}<", 1)
    content = content.replace("Fewer repeat visits", "Visits saved")
    sign_in(page, "council2")
    choose(page, "own headings.xml", content)
    assert "No column is known to hold: Reference" in text(page)
    well(page)
    page.get_by_role("link", name="Match columns").first.click()
    assert "B001" in text(page), "the page shows what the column holds"
    assert page.get_by_label("Catagory").input_value() == "field.category", "it is suggested"
    well(page)
    page.get_by_label("Our code").select_option(label="Reference (needed)")
    page.get_by_label("Whose job").select_option(label="Reference (needed)")
    page.get_by_role("button", name="Save and check again").click()
    assert page.title().startswith("Error:")
    well(page)
    page.get_by_label("Whose job").select_option(label="Owner")
    page.get_by_role("button", name="Save and check again").click()
    assert "Columns matched" in page.content() and "must be mended" not in text(page)
    well(page)
    page.get_by_role("button", name="Discard this file").click()
    assert "File discarded" in page.content()
    choose(page, "own headings again.xml", content)
    assert "read as your council matched them before" in text(page)
    assert page.get_by_role("button", name=re.compile("^Import")).count() == 1
    page.get_by_role("link", name="Change what they mean").click()
    assert page.get_by_label("Whose job").input_value() == "field.owner"
    page.goto("/imports/matches")
    well(page)
    for _ in range(3):
        page.get_by_role("button", name=re.compile("^Remove")).first.click()
    assert "Nothing yet" in text(page)
    well(page)


def another_councils_draft_is_not_there(page):
    sign_in(page, "council")
    page.goto("/benefits")
    page.locator("tbody a").first.click()
    address = page.url
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, "council2")
    page.goto("/benefits/00000000-0000-4000-8000-000000000000")
    missing = text(page)
    page.goto(address)
    if "Draft" in page.content():
        assert text(page) == missing
    well(page)


JOURNEYS = [value for name, value in list(globals().items())
            if callable(value) and re.match(r"(a|two|every|another)_", name)]
