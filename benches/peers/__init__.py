"""The tools that `benches/compare.py` and `cargo xtask eval` set beside copydesk, and how they are measured.

- `environment` – the environment that they are installed in, what is told of the machine
- `data` – what lies in the data folder; `conll`, `timex` read annotated texts
- `measure` – processes, turns, CPU time; `task` – what a comparison is; `score` – quality; `report` – Markdown
- `pages`, `repairs`, `segments`, `names` (with `training`), `values`, `copies`, `archives`, `chain` – the comparisons,
  with one class for each tool
- `answers` – what the tools make of given inputs, as JSON lines, for `cargo xtask eval`
"""
