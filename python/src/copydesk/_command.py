"""The `copydesk` command, as `copydesk` and `python -m copydesk` run it."""

import signal
import sys
import threading

from ._copydesk import _command


def main() -> int:
    """Run the command with the arguments of the process; returns the exit status.

    Ctrl-C is handled by the command: Python's own handler, which waits until the interpreter has
    its turn again, is set aside meanwhile.
    """
    if threading.current_thread() is not threading.main_thread():
        return _command(sys.argv[1:])
    handler = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return _command(sys.argv[1:])
    finally:
        signal.signal(signal.SIGINT, handler)
