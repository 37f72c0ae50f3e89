"""A mail server that keeps what it is sent: `sink.py FOLDER`. Says its port on standard output.

Each letter it takes becomes a line of FOLDER/taken.jsonl, read by Python's own parser of e-mail, so
that what we write is checked by somebody else. While FOLDER/busy is there it puts every letter off
(451); an address with "nobody" in it does not exist (550).
"""

import asyncio
import email
import email.policy
import json
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1])


def keep(sender, receivers, content):
    letter = email.message_from_bytes(content, policy=email.policy.default)
    line = {
        "from": sender,
        "to": receivers,
        "headers": [[name, str(value)] for name, value in letter.items()],
        "text": letter.get_content().replace("\r\n", "\n"),
        "defects": [str(defect) for defect in letter.defects],
        "longest": max(len(line) for line in content.split(b"\r\n")),
        "isSevenBit": content.isascii(),
    }
    with (FOLDER / "taken.jsonl").open("a") as file:
        file.write(json.dumps(line) + "\n")


async def content_of(reader):
    lines = []
    while (line := await reader.readline()) not in (b".\r\n", b""):
        lines.append(line[1:] if line.startswith(b".") else line)
    return b"".join(lines)


async def serve(reader, writer):
    def answer(text):
        writer.write(text.encode() + b"\r\n")

    answer("220 sink")
    sender, receivers = "", []
    while command := (await reader.readline()).decode("ascii", "replace").strip():
        verb = command.split(":")[0].upper()
        if verb.startswith("EHLO") or verb.startswith("HELO"):
            answer("250 sink")
        elif verb == "MAIL FROM":
            sender, receivers = command.split(":", 1)[1].split()[0].strip("<>"), []
            answer("451 later" if (FOLDER / "busy").exists() else "250 ok")
        elif verb == "RCPT TO":
            receivers.append(command.split(":", 1)[1].strip().strip("<>"))
            answer("550 nobody here" if "nobody" in receivers[-1] else "250 ok")
        elif verb == "DATA":
            answer("354 go on")
            keep(sender, receivers, await content_of(reader))
            answer("250 taken")
        elif verb == "QUIT":
            answer("221 bye")
            break
        else:
            answer("250 ok")
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
