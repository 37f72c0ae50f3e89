"""Starts Concordat on a database of its own, with the demonstration, for the journeys."""

import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "debug" / "concordat"
DATABASE = "journeys"


def psql(url, sql):
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql], check=True)


class Site:
    """A server on a free port of this machine; use it in a `with` block."""

    def __init__(self):
        self.cluster = os.environ["TEST_DATABASE_URL"]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = dict(
            os.environ,
            DATABASE_URL=self.url("concordat_app", DATABASE),
            DATABASE_OWNER_URL=self.url("concordat_owner", DATABASE),
            HOST="127.0.0.1",
            PORT=str(self.port),
            LOG_LEVEL="error",
            # Another database's journal has its own head under var/.
            JOURNAL_HEAD=str(pathlib.Path(tempfile.mkdtemp()) / "journal-head"),
        )

    def url(self, role, database):
        where = self.cluster.split("?", 1)[1]
        return f"postgresql://{role}@/{database}?{where}"

    def __enter__(self):
        psql(self.cluster, f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        psql(self.cluster, f"CREATE DATABASE {DATABASE} OWNER concordat_owner")
        self.run("migrate")
        self.run("seed", "--demo")
        self.start()
        return self

    def run(self, *arguments):
        subprocess.run(
            [PROGRAM, *arguments], check=True, cwd=ROOT, env=self.environment,
            stdout=subprocess.DEVNULL)

    def start(self):
        self.server = subprocess.Popen([PROGRAM, "serve"], cwd=ROOT, env=self.environment)
        for _ in range(200):
            try:
                urllib.request.urlopen(self.address + "/ready", timeout=2).read()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server does not answer")

    def __exit__(self, *_):
        self.server.terminate()
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
