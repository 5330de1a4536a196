"""Runs the notebooks of `python/examples` in their folder.

    python notebooks.py NOTEBOOK…           runs, and tells which words of an output are not those of the file
    python notebooks.py --write NOTEBOOK…   puts what was made into the files

Compared is what cells print and the plain text of their values; HTML is not, and neither are errors and warnings that a
library prints. Needs nbclient and ipykernel.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient


def run(path: Path) -> Any:
    """The notebook with its outputs, without what differs from run to run."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
    client.execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def said(notebook: Any) -> list[str]:
    """What the cells print, and the plain text of their values, cell by cell."""
    texts = []
    for cell in notebook.cells:
        outputs = cell.get("outputs", []) if cell.cell_type == "code" else []
        parts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
        texts.append("".join(parts))
    return texts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put what was made into the files")
    parser.add_argument("notebooks", nargs="+", type=Path)
    arguments = parser.parse_args()
    # Programs that a cell starts, and workers of Spark, are those beside this interpreter.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    status = 0
    for path in arguments.notebooks:
        before = said(nbformat.read(path, as_version=4))
        notebook = run(path.resolve())
        if arguments.write:
            nbformat.write(notebook, path)
            continue
        for number, (old, new) in enumerate(zip(before, said(notebook), strict=True)):
            if old != new:
                print(f"{path.name}, cell {number}, says:\n{new}\nand in the file stands:\n{old}")
                status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
