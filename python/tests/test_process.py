"""What the module does to the process that imports it: as little as it can."""

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from documents import PAGE

import copydesk

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="threads are counted in /proc"
)


def python(program: str) -> str:
    program = textwrap.dedent(program)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_import_takes_less_than_a_tenth_of_a_second() -> None:
    program = """
        import time
        began = time.perf_counter()
        import copydesk
        print(time.perf_counter() - began)
    """
    best = min(float(python(program)) for _ in range(5))
    assert best < 0.1


@needs_proc
def test_no_thread_starts_before_a_stream_needs_one() -> None:
    program = """
        import os
        count = lambda: len(os.listdir("/proc/self/task"))
        before = count()
        import copydesk
        desk = copydesk.Desk(threads=4)
        desk.read("The dam held.\\n")
        quiet = count()
        list(copydesk.Desk(threads=1).stream(["The dam held.\\n"] * 20))
        alone = count()
        stream = desk.stream(["The dam held.\\n"] * 20)
        list(stream)
        print(before, quiet, alone, count())
    """
    before, quiet, alone, after = map(int, python(program).split())
    assert before == quiet == alone == 1
    assert after == 1 + 4


def test_the_import_changes_nothing_else() -> None:
    program = """
        import logging, os, signal, sys, warnings
        state = lambda: (
            dict(os.environ), signal.getsignal(signal.SIGINT), list(warnings.filters),
            list(logging.root.handlers), sorted(logging.root.manager.loggerDict), os.getcwd(),
        )
        before = state()
        import copydesk
        assert state() == before
        print(*sorted(name for name in ("numpy", "pandas", "pyarrow", "tqdm") if name in sys.modules))
    """
    assert python(program) == ""


def advances_beside(work: Callable[[], object]) -> int:
    """Steps of another Python thread while `work` runs."""
    steps, running, ready = 0, True, threading.Event()

    def count() -> None:
        nonlocal steps
        ready.set()
        while running:
            steps += 1
            time.sleep(0.001)

    other = threading.Thread(target=count)
    other.start()
    ready.wait()
    before = steps
    work()
    during = steps - before
    running = False
    other.join()
    return during


def test_other_threads_go_on_during_a_long_call() -> None:
    text = "The King of Norway spoke in Oslo on 1 May 2024 of 5 ships. " * 20_000
    data = text.encode()
    longer = "M\u043escow " + text * 20
    calls: list[Callable[[], object]] = [
        lambda: copydesk.read(data),
        lambda: copydesk.mentions(text),
        lambda: copydesk.normalize(longer),
        lambda: list(copydesk.Desk(threads=1).stream([data])),
        lambda: list(copydesk.Desk(threads=2).stream([data, data])),
    ]
    for call in calls:
        began = time.monotonic()
        call()
        alone = time.monotonic() - began
        # With the GIL held it would be one or two steps, whatever the time.
        assert advances_beside(call) > max(3, alone * 1_000 * 0.02)


def in_child(body: Callable[[], bool]) -> None:
    """Runs `body` in a fork of this process, and looks whether it was true."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if body() else 2
        finally:
            os._exit(code)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert os.waitstatus_to_exitcode(status) == 0
            return
        time.sleep(0.01)
    os.kill(child, 9)
    os.waitpid(child, 0)
    pytest.fail("the child process hangs")


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_after_a_fork() -> None:
    desk = copydesk.Desk(threads=3)
    documents = [PAGE] * 20
    expected = [article.to_json() for article in desk.stream(documents)]
    article = desk.read(PAGE)

    def same_desk() -> bool:
        return [article.to_json() for article in desk.stream(documents)] == expected

    def new_desk() -> bool:
        new = copydesk.Desk(threads=2)
        return [article.to_json() for article in new.stream(documents)] == expected

    def no_stream() -> bool:
        return copydesk.read(PAGE) == article and article.to_json() == expected[0]

    for body in (same_desk, new_desk, no_stream):
        in_child(body)
    assert same_desk()


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_fork_in_the_middle_of_a_stream() -> None:
    stream = copydesk.Desk(threads=2).stream([PAGE] * 30)
    next(stream)
    # In the child, documents that threads of the parent had are lost, and said to be.
    in_child(lambda: len(list(stream)) == 29)

    def closes() -> bool:
        stream.close()
        return next(stream, None) is None

    in_child(closes)
    assert len(list(stream)) == 29


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_forks_while_other_threads_stream() -> None:
    desk = copydesk.Desk(threads=2)
    expected = desk.read(PAGE)
    running = True

    def work() -> None:
        while running:
            # A desk of its own, so that pools start and end all the time, and one that all share.
            for one in (desk, copydesk.Desk(threads=2)):
                assert list(one.stream([PAGE] * 10)) == [expected] * 10

    def reads() -> bool:
        new = copydesk.Desk(threads=2)
        return all(list(one.stream([PAGE] * 10)) == [expected] * 10 for one in (desk, new))

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    try:
        for _ in range(20):
            in_child(reads)
    finally:
        running = False
        for worker in workers:
            worker.join()


POOL = """
    import multiprocessing, os, pathlib, sys, time
    import copydesk

    here = pathlib.Path(__file__).parent

    def work(number):
        desk = copydesk.Desk(threads=2)
        try:
            os.write(1, b"began\\n")
            while True:
                desk.read_all(["The King of Norway spoke in Oslo on 1 May 2024.\\n" * 50] * 50)
        except KeyboardInterrupt:
            (here / str(number)).touch()
            raise

    if __name__ == "__main__":
        with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
            try:
                pool.map_async(work, range(2), chunksize=1).get(100)
            except KeyboardInterrupt:
                # The end of the block kills the workers: they are to have ended by themselves.
                while not all((here / str(number)).exists() for number in range(2)):
                    time.sleep(0.01)
                print("interrupted", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no process groups")
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_ctrl_c_ends_the_workers_of_a_pool(method: str, tmp_path: Path) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"the system has no {method}")
    program = tmp_path / "pool.py"
    program.write_text(textwrap.dedent(POOL))
    with subprocess.Popen(
        [sys.executable, str(program), method],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        try:
            for _ in range(2):
                assert process.stdout.readline() == "began\n"
            # As the terminal does it: to all processes of the group.
            os.killpg(process.pid, signal.SIGINT)
            out, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 0, errors
    assert "interrupted" in out and "internal error" not in errors


def read_text(text: str) -> copydesk.Article:
    return list(copydesk.Desk(threads=2).stream([("page", text)]))[0]


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_articles_of_worker_processes() -> None:
    list(copydesk.Desk(threads=2).stream([PAGE] * 10))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        articles = pool.map_async(read_text, [PAGE] * 8).get(timeout=60)
    assert articles == [copydesk.read_text(PAGE, uri="page")] * 8


def test_one_desk_in_many_threads() -> None:
    desk = copydesk.Desk(threads=2)
    expected = desk.read(PAGE).to_json()
    results: list[list[str]] = []

    def work() -> None:
        results.append([article.to_json() for article in desk.stream([PAGE] * 50)])

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert results == [[expected] * 50] * 8
