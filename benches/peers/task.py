"""What a task is, and the two tables that it gives: speeds, and quality or agreement."""

import dataclasses

from . import measure


@dataclasses.dataclass
class Limits:
    """How much is measured: rounds, and CPU seconds of each tool in the first round and in each of the others."""

    rounds: int = 3
    quality: float = 90.0
    speed: float = 15.0


class Task:
    """One comparison. A subclass says what the cases and the tools are, and how answers are scored."""

    key = ""
    title = ""
    # What the size of a case counts.
    unit = "pages"
    tools = ()
    # What a reader must know, a sentence each.
    notes = ()

    def batches(self, data):
        """Cases in batches; all cases of a batch have one `speed`."""
        raise NotImplementedError

    def quality(self, answered):
        """Rows (measure, {tool: value}); `answered` is {tool: [(case, answer)]}."""
        return []

    def remarks(self, answered):
        """Further sentences about what was found."""
        return []

    def run(self, data, limits):
        batches = [batch for batch in self.batches(data) if batch]
        if not batches:
            return None
        measured = measure.measure(self.tools, batches, limits.rounds, limits.quality, limits.speed)
        return Result(self, batches, measured)


class Result:
    """What was measured for a task."""

    def __init__(self, task, batches, measured):
        self.task, self.batches, self.measured = task, batches, measured
        self.present = [tool for tool in measured if tool.seconds]
        answered = {tool.name: self.answers(tool) for tool in self.present}
        self.quality = task.quality(answered)
        self.remarks = [*task.notes, *task.remarks(answered), *self.troubles(answered)]

    def answers(self, tool):
        """The cases that a tool came to, with what it answered."""
        pairs = []
        for at in sorted(tool.answers):
            pairs += zip(self.batches[at], tool.answers[at] or [])
        return pairs

    def speeds(self):
        """Rows (speed, tool, size a second, times as long as copydesk): both times on the batches that the tool and
        copydesk finished, which has the first row."""
        rows = []
        kinds = dict.fromkeys(batch[0].speed for batch in self.batches if batch[0].speed)
        ours = self.measured[0]
        for kind in kinds:
            batches = [at for at, batch in enumerate(self.batches) if batch[0].speed == kind]
            for tool in self.present:
                done = [at for at in batches if at in tool.seconds]
                seconds = sum(tool.seconds[at] for at in done)
                if not seconds:
                    continue
                size = sum(case.size for at in done for case in self.batches[at])
                both = [at for at in done if at in ours.seconds]
                least = sum(ours.seconds[at] for at in both)
                times = sum(tool.seconds[at] for at in both) / least if least else None
                rows.append((kind, tool, size / seconds, times))
        return rows

    def troubles(self, answered):
        """Which tools are missing, failed or did not finish."""
        found = []
        total = sum(map(len, self.batches))
        for tool in self.measured:
            if tool.missing:
                found.append(f"{tool.name} is not installed, so it is not compared with: {tool.missing}.")
            if tool.ended:
                found.append(f"{tool.name} {tool.ended}.")
            came_to = len(answered.get(tool.name, ()))
            if tool.seconds and came_to < total:
                found.append(f"{tool.name} came to {came_to:,} of {total:,} cases in its time and is scored on these.")
            if tool.failures:
                found.append(f"{tool.name} failed {tool.failures:,} times, first with `{tool.failure}`.")
        return found


def by_set(answered):
    """{set: {tool: [(case, answer)]}}, in the order of the cases."""
    found = {}
    for tool, pairs in answered.items():
        for case, answer in pairs:
            found.setdefault(case.set, {}).setdefault(tool, []).append((case, answer))
    return found


def agreement(answered):
    """{tool: [(what copydesk answers, what the tool answers)]} on the cases that both came to."""
    tools = list(answered)
    if not tools:
        return {}
    ours = {id(case): answer for case, answer in answered[tools[0]]}
    return {
        tool: [(ours[id(case)], answer) for case, answer in answered[tool] if id(case) in ours] for tool in tools[1:]
    }


def share(right, count):
    """In per cent."""
    return 100 * right / count if count else None
