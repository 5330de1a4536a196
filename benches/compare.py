#!/usr/bin/env python3
"""Quality and speed of copydesk beside other tools, in one run on one machine.

    python benches/compare.py [DATA] [--only extract,normalize,…] [--quick] [--results benches/RESULTS.md]

Makes an environment of its own in target/peers, installs the tools that benches/peers.txt names in their versions, and
copydesk, built from this folder; measures, and prints Markdown: for each task the speed (per second of CPU time on one
CPU, each tool in a process of its own, the tools in turns, best of the rounds) and the quality, by one function for all
tools. With --results the tables take the place of those of the last run in that file. Takes 17 minutes, with --quick 5
(measured); building copydesk, installing, and training spaCy's tagger come before that where they are needed.
"""

import argparse
import importlib.util
import os
import pathlib
import shlex
import sys
import time

from peers import archives, chain, copies, data, environment, names, pages, repairs, report, segments, task, values

TASKS = {
    make.key: make
    for make in (
        pages.Extract,
        pages.Metadata,
        repairs.Normalize,
        segments.Sentences,
        segments.Tokens,
        names.Names,
        values.Dates,
        values.Values,
        copies.Copies,
        archives.Archives,
        chain.Pipeline,
    )
}
FULL = task.Limits(rounds=3, quality=120.0, speed=12.0)
QUICK = task.Limits(rounds=2, quality=20.0, speed=5.0)


def arguments(given=None):
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=data.LAYOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = os.environ.get("COPYDESK_SHARED", environment.REPOSITORY.parent / "shared")
    parser.add_argument(
        "data",
        nargs="?",
        type=pathlib.Path,
        default=pathlib.Path(shared, "data"),
        metavar="DATA",
        help="see below; by default `data` in COPYDESK_SHARED, else in ../shared beside the project",
    )
    parser.add_argument("--only", type=chosen, default=list(TASKS), metavar="TASKS", help=", ".join(TASKS))
    parser.add_argument("--quick", action="store_true", help="less of everything; figures to one digit")
    parser.add_argument("--results", type=pathlib.Path, metavar="FILE", help="writes the tables into this file, too")
    parser.add_argument("--no-install", action="store_true", help="takes the environment as it is")
    parser.add_argument(
        "--train-minutes",
        type=float,
        default=20,
        metavar="N",
        help="CPU time that spaCy's tagger learns for where it was not trained before (20); 0: not at all",
    )
    return parser.parse_args(given)


def chosen(value):
    """The tasks that are named, in their own order."""
    wanted = {name.strip() for name in value.split(",")}
    if unknown := wanted - TASKS.keys():
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: the tasks are {', '.join(TASKS)}")
    return [name for name in TASKS if name in wanted]


def main():
    options = arguments()
    if not options.data.exists():
        sys.exit(f"{options.data} does not exist; name a folder of pages or of annotated sets (see --help)")
    environment.enter(install=not options.no_install)
    if importlib.util.find_spec("copydesk") is None:
        sys.exit(f"copydesk is not installed in {environment.folder()}; run without --no-install")
    source = data.Data(options.data.resolve(), options.quick, options.train_minutes)
    limits = QUICK if options.quick else FULL
    machine = environment.machine()
    names.trained(source)
    environment.one_cpu()
    results, absent = [], []
    for key in options.only:
        begin = time.monotonic()
        environment.say(key)
        result = TASKS[key]().run(source, limits)
        if result is None:
            absent.append(f"{TASKS[key].title.lower()}: {options.data} has nothing for it (see --help)")
            environment.say(absent[-1])
            continue
        results.append(result)
        print(report.task(result), flush=True)
        environment.say(f"{key} took {time.monotonic() - begin:.0f} s")
    command = shlex.join(["python", "benches/compare.py", *told(options)])
    text = report.section(machine, results, command, absent)
    if options.results:
        report.write(options.results, text)
    print("\n".join(machine))


def told(options):
    """The arguments that matter, without the path of the data folder."""
    whole = options.only == list(TASKS)
    return ["DATA", *([] if whole else ["--only", ",".join(options.only)]), *(["--quick"] if options.quick else [])]


if __name__ == "__main__":
    main()
