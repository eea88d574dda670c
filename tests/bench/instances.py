"""The instances of a folder, with what is known of their answers.

A folder holds pairs NAME.catalogue.json and NAME.intake.json, or folders NAME with catalogue.json and
intake.json (and perhaps expected.json), or one catalogue.json and intakes/NAME.json. An index.json may say more: a list of rows, or one under
"cases", each with `name` or `case`, `shape` or `family`, `units`, the paths `catalogue` and `intake`
where they do not follow from the name, and what is known: `answer` (status and measures),
`best_known` (measures of some route), or `expected` (measures, or bounds NAME_lower and NAME_upper).
"""

import datetime
import json
import os

KEYS = {"finish": "finish", "cost": "cost", "hours": "hours", "cost_eur": "cost",
        "study_hours": "hours"}
MEASURES = ["finish", "cost", "hours"]


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def day(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1900, 1, 1)).days


class Instance:
    def __init__(self, name, catalogue, intake, row):
        self.name, self.catalogue, self.intake = name, catalogue, intake
        self.shape = row.get("shape") or row.get("family") or "-"
        self.units = row.get("units") or 0
        read = load(intake)
        self.objective = read.get("objective", MEASURES)
        self.start = day(read["start"]) // 7
        known = row.get("answer") or row.get("expected") or {}
        self.status = known.get("status")
        self.exact = self.measures_of(known)
        self.lower, self.upper = (self.measures_of({
            key[:-len(end)]: value for key, value in known.items() if key.endswith(end)})
            for end in ("_lower", "_upper"))
        self.best_known = self.measures_of(row.get("best_known") or {})

    def measures_of(self, values):
        """Measures as numbers, the finish in weeks from the start; those that the objective names."""
        return {KEYS[key]: day(value) // 7 - self.start if key == "finish" else value
                for key, value in values.items()
                if key in KEYS and KEYS[key] in self.objective}

    def order(self, measures):
        return [measures[name] for name in self.objective]

    def faults(self, status, measures):
        """What an answer, proved, contradicts of what is known."""
        found = []
        if self.status and self.status != status:
            found.append("is %s, not %s" % (self.status, status))
        if status != "optimal":
            if self.exact or self.best_known:
                found.append("there is a route")
            return found
        found += ["%s is %s, not %s" % (name, value, measures[name])
                  for name, value in self.exact.items() if measures[name] != value]
        found += ["%s is %s or more, not %s" % (name, value, measures[name])
                  for name, value in self.lower.items() if measures[name] < value]
        found += ["%s is %s or less, not %s" % (name, value, measures[name])
                  for name, value in self.upper.items() if measures[name] > value]
        if self.best_known and self.order(measures) > self.order(self.best_known):
            found.append("better is known: %s" % self.best_known)
        return found


def of_folder(folder):
    """The instances of a folder, in the order of its index, else by name."""
    index = os.path.join(folder, "index.json")
    if os.path.exists(index):
        rows = load(index)
        rows = rows["cases"] if isinstance(rows, dict) else rows
    else:
        rows = found_rows(folder)
    made = []
    for row in rows:
        name = row.get("name") or row["case"]
        catalogue = os.path.join(folder, row.get("catalogue") or name + ".catalogue.json")
        intake = os.path.join(folder, row.get("intake") or name + ".intake.json")
        made.append(Instance(name, catalogue, intake, row))
    return made


def found_rows(folder):
    rows = []
    intakes = os.path.join(folder, "intakes")
    for name in sorted(os.listdir(intakes)) if os.path.isdir(intakes) else []:
        rows.append({"name": name[:-len(".json")], "catalogue": "catalogue.json",
                     "intake": os.path.join("intakes", name)})
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".catalogue.json"):
            rows.append({"name": name[:-len(".catalogue.json")]})
        elif os.path.exists(os.path.join(path, "intake.json")):
            expected = os.path.join(path, "expected.json")
            known = load(expected) if os.path.exists(expected) else {}
            if "measures" in known or known.get("status") == "none":
                known = {"status": known["status"], **known.get("measures", {})}
            rows.append({"name": name, "catalogue": os.path.join(name, "catalogue.json"),
                         "intake": os.path.join(name, "intake.json"), "answer": known})
    return rows
