"""An environment of its own for copydesk and the tools beside it, and what is told of the machine."""

import datetime
import hashlib
import importlib.metadata
import os
import pathlib
import platform
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
REQUIREMENTS = REPOSITORY / "benches/peers.txt"
# Set in the process that runs in the environment.
INSIDE = "COPYDESK_COMPARE"

# One thread; the libraries under spaCy read this when they are loaded.
ONE_THREAD = {
    f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "RAYON", "VECLIB_MAXIMUM", "NUMEXPR")
}


def folder():
    """Where the environment and what is trained in it lie."""
    target = os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")
    return pathlib.Path(target).resolve() / "peers"


def interpreter():
    return folder() / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def enter(install):
    """Runs this command again in the environment, which is made first; returns at once inside of it."""
    if os.environ.get(INSIDE):
        return
    if install:
        make()
    elif not interpreter().exists():
        sys.exit(f"there is no environment in {folder()}; run without --no-install, which makes it")
    done = subprocess.run([interpreter(), *sys.argv], env={**os.environ, **ONE_THREAD, INSIDE: "1"}, check=False)
    sys.exit(done.returncode)


def make():
    """Makes the environment where it is missing, and puts the tools and copydesk as it is now into it."""
    if sys.version_info < (3, 10):
        sys.exit(f"Python 3.10 or newer is needed; this is {platform.python_version()}")
    if not interpreter().exists():
        say(f"makes {folder()}")
        subprocess.run([sys.executable, "-m", "venv", folder()], check=True)
        # The version that comes with Python may be too old for what the tools need.
        pip("install", "--upgrade", "pip")
    stamp = folder() / "installed.txt"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        say(f"installs what {REQUIREMENTS.relative_to(REPOSITORY)} names")
        if install_peers():
            stamp.write_text(wanted, encoding="utf-8")
    say("builds copydesk, which takes minutes where it was changed")
    failure = pip("install", "--no-deps", "--force-reinstall", str(REPOSITORY / "python"))
    if failure:
        sys.exit(f"copydesk cannot be built (Rust is needed, from rustup.rs):\n{failure}")


def install_peers():
    """Installs all tools; where that fails each by itself, so that one does not keep the others out."""
    if not pip("install", "--requirement", str(REQUIREMENTS)):
        return True
    failures = {line: pip("install", line) for line in requirements()}
    for line, failure in failures.items():
        if failure:
            say(f"{line} cannot be installed: {failure.splitlines()[-1]}")
    return not any(failures.values())


def requirements():
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def pip(*arguments):
    """The last lines of what pip says where it fails, else nothing."""
    command = [interpreter(), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode == 0:
        return ""
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    return "\n".join(lines[-20:]) or f"pip ends with {done.returncode}"


def say(what):
    """Progress, which is no part of the results."""
    print(f"compare.py: {what}", file=sys.stderr, flush=True)


def version(package):
    """The version of a package; none where it is not installed."""
    try:
        return importlib.metadata.version(package) if package else ""
    except importlib.metadata.PackageNotFoundError:
        return ""


def cpus():
    """The CPUs that this command may use; None where the system does not let a process choose."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None


ALL = cpus()


def one_cpu():
    """Keeps this process and those that it starts on one CPU, where it can: the last one, which the system uses least
    for itself."""
    if ALL:
        os.sched_setaffinity(0, {ALL[-1]})


def all_cpus():
    """Gives the process all of them back; how many they are."""
    if ALL:
        os.sched_setaffinity(0, ALL)
    return len(ALL) if ALL else os.cpu_count() or 1


def machine():
    """Date, machine and versions, as a sentence each."""
    load = f", load average {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return [
        f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC, copydesk {version('copydesk')} "
        f"({revision()}), {processor()}, {len(ALL or ()) or os.cpu_count()} CPUs{load}",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"{said('rustc', '--version').partition(' (')[0] or 'no rustc'}",
    ]


def processor():
    """The model of the CPU as the system names it."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def revision():
    """The commit of the project, and whether files differ from it."""
    commit = said("git", "rev-parse", "--short", "HEAD")
    changed = said("git", "status", "--porcelain", "--", "crates", "python", "Cargo.toml", "Cargo.lock")
    return f"revision {commit}{' with changes' if changed else ''}" if commit else "no revision"


def said(*command):
    """What a command prints; nothing where there is no such command."""
    try:
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
