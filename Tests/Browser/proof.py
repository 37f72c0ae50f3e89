"""Works a proof pack out again without Concordat: checksums, then the headline in decimals."""

import csv
import hashlib
import io
import json
import zipfile
from decimal import Decimal, getcontext

getcontext().prec = 34
YEARS = range(6)


def files_of(archive):
    """The files of a pack, each as its manifest says."""
    pack = zipfile.ZipFile(io.BytesIO(archive))
    files = {name: pack.read(name) for name in pack.namelist()}
    for line in files["MANIFEST.sha256"].decode().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256(files[name]).hexdigest() == digest, f"{name} was changed"
    return files


def number(record, field, blank=None):
    return Decimal(record[field]) if record.get(field) else blank


def gross(benefit, assumptions, channels):
    """Pounds a year before ramp, shares and bias; None where there is no money."""
    def given(field):
        return number(benefit, field)

    def channel(field):
        return channels[benefit[field].strip().lower()]

    oncost, overhead = (Decimal(assumptions[name]) for name in ["onCostShare", "overheadShare"])
    method = benefit["method"]
    if method == "Time":
        days = Decimal(assumptions["daysPerYear"]) - sum(
            Decimal(assumptions[name])
            for name in ["leaveDays", "bankHolidayDays", "sicknessAndTrainingDays"])
        rate = given("hourlyRate")
        if rate is None:
            hours = days * Decimal(assumptions["hoursPerDay"])
            rate = given("salary") * (1 + oncost + overhead) / hours
        return given("volume") * (given("hoursBefore") - given("hoursAfter")) * rate
    if method == "Unit":
        return given("volume") * (given("unitCostBefore") - given("unitCostAfter"))
    if method == "Channel":
        return given("volume") * (channel("fromChannel") - channel("toChannel"))
    if method == "Contact":
        return given("volume") * given("avoidableShare") * channel("fromChannel")
    if method == "FTE":
        return given("posts") * given("salary") * (1 + oncost)
    if method == "Amount":
        return given("amount")
    return None


def cashable(benefit, whole, year):
    """What leaves a budget in a year."""
    start = int(benefit.get("startYear") or 0)
    offset = year - start
    lasts = benefit.get("years")
    if offset < 0 or (lasts and offset >= int(lasts)):
        return Decimal(0)
    ramp, held = [], Decimal(0)
    for place in range(1, 6):
        held = number(benefit, f"ramp{place}", held)
        ramp.append(held)
    if not any(benefit.get(f"ramp{place}") for place in range(1, 6)):
        ramp = [Decimal(1)]
    bias = number(benefit, "optimismBiasShare", Decimal(0))
    net = whole * ramp[min(offset, len(ramp) - 1)]
    net *= (1 - number(benefit, "dropOffShare", Decimal(0))) ** offset
    net *= 1 - number(benefit, "deadweightShare", Decimal(0))
    net *= number(benefit, "claimShare", Decimal(1))
    net *= 1 + bias if whole < 0 else 1 - bias
    return net * number(benefit, "cashShare", Decimal(1))


def cash_npv(register):
    """Net present value of the cash view, from the register alone."""
    assumptions = register["assumptions"]
    channels = {}
    for row in register["channelCosts"]:
        channels.setdefault(row["name"].strip().lower(), Decimal(row["cost"]))
    rate = Decimal(assumptions["discountRate"])
    factors = [1 / (1 + rate) ** year for year in YEARS]
    worth = Decimal(0)
    for benefit in register["benefits"]:
        counts = benefit.get("cashability") == "Cashable" and benefit["method"] not in (
            "TakeUp", "Score") and benefit.get("accruesTo", "Council") == "Council"
        if counts and benefit.get("status") != "Withdrawn":
            whole = gross(benefit, assumptions, channels)
            worth += sum(cashable(benefit, whole, year) * factors[year] for year in YEARS)
    for cost in register["costs"]:
        amount = Decimal(cost["amount"])
        bias = number(cost, "optimismBiasShare", Decimal(0))
        amount *= 1 - bias if amount < 0 else 1 + bias
        falls = range(int(cost.get("fromYear") or 0), int(cost.get("toYear") or 0) + 1)
        worth -= sum(amount * factors[year] for year in YEARS if year in falls)
    return worth


def tabled(files, label):
    """A result in the table of results."""
    rows = csv.reader(io.StringIO(files["results.csv"].decode("utf-8-sig")))
    return Decimal(next(row[-1] for row in rows if row[0] == label))


def check(archive):
    """The pack proves itself; returns the headline as a page shows it."""
    files = files_of(archive)
    ours = cash_npv(json.loads(files["register.json"]))
    theirs = Decimal(json.loads(files["results.json"])["cash_view"]["npv"])
    assert abs(ours - theirs) < Decimal("0.000001"), f"{ours} is not {theirs}"
    assert theirs == tabled(files, "Cash view: net present value, £"), "results.csv differs"
    return f"{ours:,.2f}"
