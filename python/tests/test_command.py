"""The command that comes with the module: `copydesk` and `python -m copydesk`."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest
from documents import PAGE

import copydesk
from copydesk import _command

MODULE = [sys.executable, "-m", "copydesk"]

posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


def run(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MODULE, *map(str, arguments)], input=stdin, capture_output=True, timeout=120, cwd=cwd, check=False
    )


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for index in range(4):
        (folder / f"{index}.html").write_text(PAGE, encoding="utf-8")
    return folder


def console_script() -> Path:
    script = shutil.which("copydesk", path=sysconfig.get_path("scripts"))
    if script is None:
        pytest.skip("the module is not installed, so there is no console script")
    return Path(script)


def test_records_are_written(pages: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    done = run("read", pages, "-o", output)
    assert done.returncode == 0, done.stderr
    assert b"4 records to " in done.stdout
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert len(records) == 4
    assert records[0]["title"] == copydesk.read(pages / "0.html").title


def test_the_console_script_shows_an_article(pages: Path) -> None:
    done = subprocess.run(
        [console_script(), "show", pages / "0.html"], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    title = copydesk.read(pages / "0.html").title
    assert title is not None
    assert done.stdout.decode().startswith(title)
    assert b"\x1b" not in done.stdout
    assert done.stdout == run("show", pages / "0.html").stdout


def test_standard_input_is_read() -> None:
    done = run("read", "-", "--format", "text", stdin=PAGE.encode())
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith(str(copydesk.read(PAGE.encode()).title))


def test_exit_status_and_errors(pages: Path) -> None:
    assert run("--version").stdout.decode() == f"copydesk {copydesk.__version__}\n"
    wrong = run("raed", pages)
    assert wrong.returncode == 2
    assert b"Usage: copydesk" in wrong.stderr
    missing = run("show", pages / "missing.html")
    assert missing.returncode == 1
    assert b"missing.html" in missing.stderr
    assert b"Traceback" not in missing.stderr
    (pages / "bad.html").write_bytes(b"%PDF-1.7\n%\x80\x81\n")
    assert run("read", pages, "-q").returncode == 1


def test_parquet_is_written_or_the_way_is_told(pages: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.parquet"
    done = run("read", pages, "-o", output)
    if done.returncode == 0:
        assert output.read_bytes()[:4] == b"PAR1"
    else:
        assert done.returncode == 2
        assert b"to_arrow" in done.stderr
        assert b"cargo install" in done.stderr


def test_the_handler_of_the_caller_comes_back(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(sys, "argv", ["copydesk", "read", str(pages), "--format", "text", "-q"])
    assert _command.main() == 0
    assert signal.getsignal(signal.SIGINT) is before
    assert capfd.readouterr().out.count(str(copydesk.read(PAGE.encode()).title)) >= 4


@posix
@pytest.mark.parametrize(
    "arguments",
    [("read",), ("read", "-f", "markdown"), ("read", "--threads", "1"), ("show",), ("explain",)],
    ids=" ".join,
)
def test_a_closed_pipe_ends_quietly(pages: Path, arguments: tuple[str, ...]) -> None:
    lines = "\n".join(json.dumps({"text": "The dam held on Monday. " * 50}) for _ in range(400))
    source = pages.parent / "many.jsonl"
    source.write_text(lines, encoding="utf-8")
    quiet = ["-q"] if arguments[0] == "read" else []
    with subprocess.Popen(
        [*MODULE, *arguments, str(source), *quiet], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        # As `head -1` does.
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@posix
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_ends_with_its_status(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    fifo, output = tmp_path / "in.jsonl", tmp_path / "out"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*MODULE, "read", str(fifo), "-o", str(output), "--shard-size", "1MB"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        # The run has begun once it opens what it reads.
        with contextlib.suppress(BrokenPipeError), fifo.open("w", encoding="utf-8") as pipe:
            line = json.dumps({"text": "The dam held on Monday, said the mayor of Oslo. " * 20})
            for _ in range(50):
                pipe.write(line + "\n")
            pipe.flush()
            time.sleep(0.5)
            process.send_signal(number)
            for _ in range(50):
                pipe.write(line + "\n")
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == status, errors
    assert b"Traceback" not in errors
    assert not json.loads((output / "_manifest.json").read_text(encoding="utf-8"))["complete"]


@posix
def test_a_second_ctrl_c_ends_a_run_that_waits(tmp_path: Path) -> None:
    fifo, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*MODULE, "read", str(fifo), "-o", str(output)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        # The first one only asks, and nobody answers while the input gives nothing.
        with fifo.open("w", encoding="utf-8"):
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(1)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130, errors
    assert b"Traceback" not in errors
    assert not output.exists()


@posix
def test_ctrl_c_ends_what_only_shows(tmp_path: Path) -> None:
    fifo = tmp_path / "page.txt"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*MODULE, "show", str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        with fifo.open("w", encoding="utf-8"):
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    # As the binary: the signal itself ends the process, and no traceback is printed.
    assert process.returncode == -signal.SIGINT
    assert errors == b""
