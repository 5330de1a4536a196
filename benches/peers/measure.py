"""Measures tools: each in a process of its own, all on one CPU, one after the other, in turns over several rounds.

A process loads one tool, answers the first cases once to be warm, and then waits to be asked. The parent asks one
process at a time, so the CPU is never shared. What counts is the CPU time of the process from the input in memory to
plain Python values, without loading; of each batch of cases the least of the rounds. In the first round all cases are
answered, which gives the quality; in the others the cases for the speed, before which each tool warms up
again, as the caches of the CPU hold what the others left there.
"""

import dataclasses
import importlib
import json
import os
import pathlib
import pickle
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time

from . import environment

# How long a process may take to load its tool, and to finish a batch when its time is over, by the clock.
PATIENCE = 120
# How long a tool warms up for before each round of the speed, of CPU time.
WARM = 0.3


@dataclasses.dataclass
class Case:
    """What all tools are asked. `speed` names the row of speeds that it counts for; `size` is how much it is, in the
    unit of the task."""

    input: object
    gold: object = None
    set: str = ""
    speed: str = ""
    size: float = 1.0


class Tool:
    """One way to do a task. `one` answers a case in plain values; the constructor raises ImportError where the tool is
    not installed."""

    package = ""
    name = ""

    def prepare(self, value):
        """What is done before the time counts, such as reading a file."""
        return value

    def run(self, inputs):
        """The answers of a batch; None where the tool fails."""
        return [self.attempt(value) for value in inputs]

    def attempt(self, value):
        try:
            return self.one(value)
        except Exception as error:  # any page may break any tool
            self.failures.append(told(error))
            return None

    def one(self, value):
        raise NotImplementedError

    @property
    def failures(self):
        return self.__dict__.setdefault("failed", [])


def told(error):
    """An error in a line."""
    lines = [line.strip("* ") for line in str(error).splitlines()]
    return f"{type(error).__name__}: {next(filter(None, lines), '')}"[:200]


@dataclasses.dataclass
class Measured:
    """What one tool did."""

    name: str
    version: str = ""
    missing: str = ""
    load: float = 0.0
    peak: float = 0.0
    seconds: dict = dataclasses.field(default_factory=dict)
    answers: dict = dataclasses.field(default_factory=dict)
    failures: int = 0
    failure: str = ""
    ended: str = ""


class Child:
    """A process with one tool, as the parent sees it."""

    def __init__(self, tool, cases, log):
        self.measured = Measured(name=tool.name or tool.package, version=environment.version(tool.package))
        self.lines = queue.Queue()
        command = [sys.executable, "-m", "peers.measure", tool.__module__, tool.__qualname__, str(cases)]
        self.process = subprocess.Popen(
            command,
            cwd=pathlib.Path(__file__).parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
        )
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()
        said = self.next(PATIENCE)
        if not said:
            self.end("took too long to load" if said == {} else "crashed while it was loaded")
        elif "missing" in said:
            self.measured.missing = said["missing"]
            self.end("")
        else:
            self.measured.load = said["load"]

    def listen(self):
        for line in self.process.stdout:
            self.lines.put(json.loads(line))
        self.lines.put(None)

    def next(self, seconds):
        """What the process says next: nothing where it is silent for so long, and None where it has ended."""
        try:
            return self.lines.get(timeout=max(seconds, 0.1))
        except queue.Empty:
            return {}

    def ask(self, batches, seconds, answers):
        """Has batches answered, until its time of the CPU is over."""
        if self.process.poll() is not None:
            return
        order = {"batches": batches, "seconds": seconds, "answers": answers}
        try:
            print(json.dumps(order), file=self.process.stdin, flush=True)
        except OSError:
            return self.end("ended before its time")
        until = time.monotonic() + 3 * seconds + PATIENCE
        measured = self.measured
        while True:
            said = self.next(until - time.monotonic())
            if not said:
                return self.end("was stopped, as it did not come back" if said == {} else "crashed")
            if "done" in said:
                measured.peak = said["peak"]
                measured.failures, measured.failure = said["failures"], said["failure"]
                return
            batch = said["batch"]
            measured.seconds[batch] = min(said["seconds"], measured.seconds.get(batch, float("inf")))
            if answers:
                measured.answers[batch] = said["answers"]

    def end(self, why):
        """Ends the process; what it answered before stays."""
        self.measured.ended = why
        self.process.kill()
        self.process.wait()

    def close(self):
        try:
            self.process.stdin.close()
            self.process.wait(10)
        except (OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.reader.join()
        self.process.stdout.close()


def measure(tools, batches, rounds, quality_seconds, speed_seconds):
    """What each tool did with batches of cases; `quality_seconds` and `speed_seconds` are the CPU time that each may
    take in the first round and in each of the others."""
    timed = [at for at, batch in enumerate(batches) if batch[0].speed]
    # The batches for the speed come first, so that they are answered where time runs out.
    rest = [at for at, batch in enumerate(batches) if not batch[0].speed]
    with tempfile.TemporaryDirectory() as folder, open(pathlib.Path(folder, "log"), "w+", encoding="utf-8") as log:
        path = pathlib.Path(folder, "cases")
        path.write_bytes(pickle.dumps([[case.input for case in batch] for batch in batches]))
        children = []
        try:
            for tool in tools:
                children.append(Child(tool, path, log))
            for turn in range(rounds):
                for child in children:
                    if turn == 0:
                        child.ask(timed + rest, quality_seconds, answers=True)
                    elif timed:
                        child.ask(timed, speed_seconds, answers=False)
        finally:
            for child in children:
                child.close()
    return [child.measured for child in children]


def serve(module, name, path):
    """The process of one tool. Its own output is kept apart from what the tool prints."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**values):
        print(json.dumps(values), file=out, flush=True)

    make = getattr(importlib.import_module(module), name)
    quiet()
    begin = time.process_time()
    try:
        tool = make()
    except (ImportError, OSError, LookupError) as error:
        return say(missing=f"{error}")
    load = time.process_time() - begin
    batches = pickle.loads(pathlib.Path(path).read_bytes())
    if batches:
        tool.run([tool.prepare(value) for value in batches[0][:1]])
    tool.failures.clear()
    say(load=load)
    for line in sys.stdin:
        order = json.loads(line)
        left = order["seconds"]
        if not order["answers"]:
            warm(tool, [batches[at] for at in order["batches"]])
        for at in order["batches"]:
            if left <= 0:
                break
            inputs = [tool.prepare(value) for value in batches[at]]
            begin = time.process_time()
            answers = tool.run(inputs)
            seconds = time.process_time() - begin
            left -= seconds
            say(batch=at, seconds=seconds, answers=answers if order["answers"] else None)
        failures = tool.failures
        say(done=True, peak=peak(), failures=len(failures), failure=failures[0] if failures else "")


def warm(tool, batches):
    """Answers batches for a while; what fails here, fails again where it counts."""
    failed = len(tool.failures)
    until = time.process_time() + WARM
    for batch in batches:
        inputs = [tool.prepare(value) for value in batch]
        tool.run(inputs)
        if time.process_time() > until:
            break
    del tool.failures[failed:]


def quiet():
    """Keeps what the tools say of single pages away."""
    import logging
    import warnings

    logging.disable()
    warnings.simplefilter("ignore")


def peak():
    """The peak of the memory of this process, in MB."""
    try:
        # The other figure counts what the parent had when it started this process.
        status = pathlib.Path("/proc/self/status").read_text(encoding="utf-8")
        return int(re.search(r"VmHWM:\s*(\d+)", status)[1]) * 1024 / 1e6
    except (OSError, TypeError):
        pass
    try:
        import resource
    except ImportError:
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    serve(*sys.argv[1:])
