"""What reconciler makes of a table, as JSON: `python reconciled.py TABLE COLUMN ADDRESS [PROPERTY COLUMN]`.

Runs in the environment of the client programs, which has nothing of ours.
"""

# mypy: ignore-errors
import json
import sys

import pandas as pd
from reconciler import reconcile

table, column, address, *more = sys.argv[1:]
frame = pd.read_csv(table, keep_default_na=False)
mapping = {more[0]: frame[more[1]]} if more else None
found = reconcile(frame[column], top_res="all", property_mapping=mapping, reconciliation_endpoint=address)
answers = {text: [] for text in frame[column]}
for row in found.to_dict("records"):
    if isinstance(row["id"], str):
        answers[row["input_value"]].append([row["id"], row["score"], row["match"]])
sys.stdout.write(json.dumps(answers))
