"""Makes the outline of the land that the map of a report is drawn on.

    python3 crates/evaluation/report/land.py [FOLDER]

Needs Python 3.10 and npm, and writes `crates/copydesk-html/src/report/land.txt`: one line, the data
of an SVG path in tenths of a degree, x to the east and y to the south.

A ring that crosses the 180th meridian goes on behind it, so the map draws the outline once more 360
degrees beside it.

The outline is Natural Earth's land at 1:110 million (public domain, https://www.naturalearthdata.com),
as the npm package `world-atlas` (ISC) carries it in TopoJSON. FOLDER is an unpacked package; without
it `npm pack` fetches the pinned version. Changed: Antarctica and specks left out, points that lie
within a fifteenth of a degree of the line between their neighbours too. The same file comes out each
time.
"""

import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile

VERSION = "2.0.2"
# Degrees that a point may be away from the line that stands for it.
TOLERANCE = 0.067
# Square degrees that an island must have, and the southern end of the map.
SMALLEST = 0.35
SOUTHERN = -60.0
OUT = pathlib.Path(__file__).resolve().parents[2] / "copydesk-html/src/report/land.txt"


def fetched() -> dict:
    with tempfile.TemporaryDirectory() as folder:
        pack = ["npm", "pack", "--silent", f"world-atlas@{VERSION}"]
        subprocess.run(pack, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(pathlib.Path(folder).glob("*.tgz"))) as archive:
            return json.load(archive.extractfile("package/land-110m.json"))


def rings(topology: dict) -> list[list[tuple[float, float]]]:
    """The rings of all polygons, in degrees. Arcs are deltas; a negative number is an arc backwards."""
    (scale_x, scale_y), (left, bottom) = topology["transform"].values()
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((left + x * scale_x, bottom + y * scale_y))
        arcs.append(points)
    out = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points: list[tuple[float, float]] = []
                for arc in ring:
                    piece = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                    points += piece[1:] if points else piece
                out.append(unbroken(points))
    return out


def unbroken(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring without jumps from one end of the map to the other."""
    out = [ring[0]]
    for x, y in ring[1:]:
        turns = round((out[-1][0] - x) / 360)
        out.append((x + 360 * turns, y))
    return out


def area(ring: list[tuple[float, float]]) -> float:
    sides = zip(ring, ring[1:] + ring[:1])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in sides)) / 2


def simplified(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Douglas and Peucker, without recursion."""
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        worst, at = 0.0, None
        for index in range(first + 1, last):
            x, y = points[index]
            if length == 0:
                far = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
            else:
                far = abs((by - ay) * x - (bx - ax) * y + bx * ay - by * ax) / length
            if far > worst:
                worst, at = far, index
        if at is not None and worst > TOLERANCE:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [points[index] for index in sorted(keep)]


def path(ring: list[tuple[float, float]]) -> str:
    """A ring as relative lines; a minus sign parts numbers as a blank does."""
    whole = [(round(x * 10), round(-y * 10)) for x, y in ring]
    if whole[0] == whole[-1]:
        whole.pop()
    out = [f"M{whole[0][0]} {whole[0][1]}l"]
    numbers = []
    for (ax, ay), (bx, by) in zip(whole, whole[1:]):
        if (ax, ay) != (bx, by):
            numbers += [bx - ax, by - ay]
    for at, number in enumerate(numbers):
        out.append(f"{'' if at == 0 or number < 0 else ' '}{number}")
    return "".join(out) + "z"


def main() -> None:
    if len(sys.argv) > 1:
        topology = json.loads((pathlib.Path(sys.argv[1]) / "land-110m.json").read_text())
    else:
        topology = fetched()
    lines = []
    for ring in rings(topology):
        if max(y for _, y in ring) < SOUTHERN or area(ring) < SMALLEST:
            continue
        lines.append(path(simplified(ring)))
    text = "".join(lines)
    OUT.write_text(text + "\n")
    print(f"{len(lines)} rings, {len(text)} bytes, in {OUT}", file=sys.stderr)


if __name__ == "__main__":
    main()
