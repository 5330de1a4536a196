"""`python -m copydesk`."""

import sys

from ._command import main

sys.exit(main())
