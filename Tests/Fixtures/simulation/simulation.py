#!/usr/bin/env python3
"""Writes simulation.expected.json: what a small simulation must give.

An independent calculation for the tests of the calculator: the generator is written from the
paper's description, the appraisal from the formulas in docs/rules/calculator.md, percentiles are
those of Python's own statistics module. Nothing here comes from the engine.

Four rows: B1 an amount, half of it cash; B2 units with deadweight, all cash; B3 hours at a rate,
no cash; C1 a cost in year 0. Years 0 to 5, a flat rate. Five variables are drawn.
"""
import json
import math
import pathlib
import statistics

SEED = 2005113020060131
RUNS = 2000
YEARS = 6
MASK = 0xFFFFFFFF
# Variable, lowest, likeliest, highest.
TRIANGLES = [
    ("benefit/B1/amount", 10000.0, 15000.0, 30000.0),
    ("benefit/B2/deadweightShare", 0.0, 0.1, 0.4),
    ("benefit/B2/volume", 500.0, 900.0, 1000.0),
    ("cost/C1/amount", 120000.0, 120000.0, 260000.0),
    ("discountRate", 0.035, 0.035, 0.035),
]


def philox(counter, key):
    for turn in range(10):
        if turn:
            key = [(key[0] + 0x9E3779B9) & MASK, (key[1] + 0xBB67AE85) & MASK]
        first, second = counter[0] * 0xD2511F53, counter[2] * 0xCD9E8D57
        counter = [
            (second >> 32) ^ counter[1] ^ key[0], second & MASK,
            (first >> 32) ^ counter[3] ^ key[1], first & MASK,
        ]
    return counter


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) % 2**64
    return value


def uniform(name, run):
    stream = fnv1a(name)
    words = philox(
        [run & MASK, run >> 32, stream & MASK, stream >> 32], [SEED & MASK, SEED >> 32])
    return ((words[0] << 32 | words[1]) >> 11) / 2**53


def triangular(u, a, c, b):
    if a == b:
        return a
    if u < (c - a) / (b - a):
        return a + math.sqrt(u * (b - a) * (c - a))
    return b - math.sqrt((1 - u) * (b - a) * (b - c))


def net_present_values(run):
    x = {name: triangular(uniform(name, run), a, c, b) for name, a, c, b in TRIANGLES}
    worth = [(1 + x["discountRate"]) ** -year for year in range(YEARS)]
    first = [x["benefit/B1/amount"] * w for w in worth]
    units = x["benefit/B2/volume"] * (125 - 100) * (1 - x["benefit/B2/deadweightShare"])
    second = [units * w for w in worth[1:]]
    third = [100 * (1.5 - 1) * 20 * w for w in worth]
    cost = x["cost/C1/amount"] * 1.1
    cash = math.fsum([0.5 * flow for flow in first] + second) - cost
    return cash, math.fsum(first + second + third) - cost


def summary(values):
    ordered = sorted(values)
    hundredths = statistics.quantiles(values, n=100, method="inclusive")
    low, high = ordered[0], ordered[-1]
    bins = [0] * 8
    for value in values:
        bins[min(int((value - low) / (high - low) * 8), 7)] += 1
    return {
        "mean": statistics.fmean(values),
        "standardDeviation": statistics.stdev(values),
        "lowest": low,
        "highest": high,
        "shareBelowZero": sum(value < 0 for value in values) / len(values),
        "percentiles": {str(p): hundredths[p - 1] for p in (1, 5, 25, 50, 75, 95, 99)},
        "bins": bins,
    }


runs = [net_present_values(run) for run in range(RUNS)]
expected = {
    "seed": SEED,
    "runs": RUNS,
    "first": [{"cash": cash, "whole": whole} for cash, whole in runs[:8]],
    "cash": summary([cash for cash, _ in runs]),
    "whole": summary([whole for _, whole in runs]),
}
path = pathlib.Path(__file__).with_name("simulation.expected.json")
path.write_text(json.dumps(expected, indent=1) + "\n")
