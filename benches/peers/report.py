"""The results as Markdown, and their place in a file."""

BEGIN = "<!-- compare.py: begin -->"
END = "<!-- compare.py: end -->"


def section(machine, results, command, absent):
    """The whole section: how it was measured, then a heading and two tables for each task."""
    parts = [
        "### copydesk beside other tools\n",
        f"{machine[0]}; {machine[1]}. `{command}`. Speeds are per second of CPU time on one CPU, each tool in a process of "
        "its own without loading, best of the rounds, the tools in turns; `ratio` is how many times as long a tool takes "
        "as the first row on what both finished. Memory is the peak of the process, with its input.\n",
    ]
    parts += [task(result) for result in results]
    if absent:
        parts.append("Not compared:\n\n" + "\n".join(f"- {line}" for line in absent) + "\n")
    return "\n".join(parts)


def task(result):
    """One task."""
    unit = result.task.unit
    lines = [f"#### {result.task.title}\n"]
    rows = result.speeds()
    kinds = list(dict.fromkeys(row[0] for row in rows))
    header = ["", "version"]
    for kind in kinds:
        header += [f"{unit}/CPU s" if len(kinds) == 1 else f"{kind}, {unit}/CPU s", "ratio"]
    body = []
    for tool in result.present:
        row = [tool.name, tool.version]
        for kind in kinds:
            found = next((row for row in rows if row[0] == kind and row[1] is tool), None)
            row += [number(found[2]), "" if tool is result.measured[0] else number(found[3])] if found else ["", ""]
        body.append([*row, f"{tool.load:.2f}", f"{tool.peak:.0f}"])
    lines += [table([*header, "load, s", "memory, MB"], body, 2), ""]
    if result.quality:
        tools = [tool.name for tool in result.present]
        body = [[measure, *(quality(measure, values.get(name)) for name in tools)] for measure, values in result.quality]
        lines += [table(["", *tools], body, 1), ""]
    lines += [f"{' '.join(result.remarks)}\n"] if result.remarks else []
    return "\n".join(lines)


def table(header, rows, left):
    """A table of Markdown; so many columns are of words."""
    rule = ["---"] * left + ["---:"] * (len(header) - left)
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in [header, rule, *rows])


def number(value):
    """Three digits that matter; nothing where nothing is known."""
    if value is None:
        return ""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3g}"


def quality(measure, value):
    """A share of one with three digits, anything else with two."""
    if value is None:
        return "–"
    return f"{value:.2f}" if "%" in measure or value > 1 else f"{value:.3f}"


def write(path, text):
    """Puts the section between its two marks, and leaves the rest of the file alone."""
    before = path.read_text(encoding="utf-8") if path.exists() else f"{BEGIN}\n{END}\n"
    head, begin, rest = before.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path} has not the two lines {BEGIN} and {END} that the results stand between")
    path.write_text(f"{head}{BEGIN}\n\n{text.strip()}\n\n{END}{tail}", encoding="utf-8")
