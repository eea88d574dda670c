"""The reduced problem (the JSON that `reduced` prints; lib/plan/problem.h says what it means), and
what can be said about it without a solver: when each node holds for given starts, and a route by a
greedy rule."""

import heapq
import json
import subprocess
from collections import defaultdict


def weeks_of(bits):
    """The weeks of a set that is a whole number, one bit each."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


class Problem:
    def __init__(self, text):
        for key, value in json.loads(text).items():
            setattr(self, key, value)
        self.is_possible = self.nodes[self.finish] is not None
        self.parents = [[] for _ in self.nodes]
        for number, node in enumerate(self.nodes):
            for child, weight in node["children"] if node else []:
                self.parents[child].append((number, weight))
        self.modes_of = defaultdict(list)  # by task
        for number, mode in enumerate(self.modes):
            mode["bits"] = sum(1 << week for week in mode["starts"])
            self.modes_of[mode["task"]].append(number)

    def labels(self, starts):
        """The week from which each node holds when modes begin as `starts` says (a week by mode):
        Knuth's generalisation of Dijkstra's algorithm. What never holds is left out."""
        held, queue, missing = {}, [], {}
        task_weeks = defaultdict(list)
        for m, week in starts.items():
            task_weeks["started", self.modes[m]["task"]].append(week)
            task_weeks["done", self.modes[m]["task"]].append(week + self.modes[m]["weeks"])
        for number, node in enumerate(self.nodes):
            if not node:
                continue
            missing[number] = {"all": len(node["children"]),
                               "at_least": node["need"]}.get(node["kind"], 1)
            if node["kind"] == "fixed":
                queue.append((node["week"], number))
            elif not missing[number]:
                queue.append((0, number))
            else:
                queue += [(week, number) for week in task_weeks[node["kind"], node["task"]]]
        heapq.heapify(queue)
        while queue:
            week, number = heapq.heappop(queue)
            if number in held or week > self.last:
                continue
            held[number] = week
            for parent, weight in self.parents[number]:
                node = self.nodes[parent]
                if missing[parent] <= 0:
                    continue
                missing[parent] -= weight if node["kind"] == "at_least" else 1
                if missing[parent] > 0:
                    continue
                if node["kind"] != "gate":
                    heapq.heappush(queue, (week, parent))
                elif week <= node["to"]:
                    heapq.heappush(queue, (max(week, node["from"]) + node["delay"], parent))
        return held

    def measures(self, starts):
        """The measures of a route, or None when it breaks a rule."""
        held = self.labels(starts)
        used = [self.modes[m] for m in starts]
        free = self.free_after(starts)
        if (self.finish not in held or len({mode["task"] for mode in used}) < len(used)
                or sum(mode["cost"] for mode in used) > self.budget
                or any(held.get(self.modes[m]["requires"], self.last + 1) > week
                       or not self.modes[m]["bits"] >> week & 1 for m, week in starts.items())
                or any(self.modes[m]["load"][i] and
                       min(free[i][week:week + self.modes[m]["weeks"]]) < 0
                       for m, week in starts.items() for i in range(3))):
            return None
        return {"finish": held[self.finish], "cost": sum(mode["cost"] for mode in used),
                "hours": sum(mode["hours"] for mode in used)}

    def free_after(self, starts):
        free = [list(room) for room in self.room]
        for m, begin in starts.items():
            for i in range(3):
                for week in range(begin, begin + self.modes[m]["weeks"]):
                    free[i][week] -= self.modes[m]["load"][i]
        return free

    # ---- A greedy route -------------------------------------------------------------------------

    def place(self, choices):
        """Begins one mode of each choice (a list of modes), one after the other, each as soon as it
        can; the starts of those that can begin."""
        starts, choices = {}, [list(modes) for modes in choices]
        while True:
            held, free = self.labels(starts), self.free_after(starts)
            best = None
            for modes in choices:
                for m in modes:
                    week = self.soonest(m, held, free)
                    if week is not None:
                        rank = (week, -self.modes[m]["weeks"], m)
                        best = min(best or (rank, modes), (rank, modes), key=lambda b: b[0])
            if best is None:
                return starts
            starts[best[0][2]] = best[0][0]
            choices.remove(best[1])

    def soonest(self, m, held, free):
        mode = self.modes[m]
        if mode["requires"] not in held:
            return None
        for week in weeks_of(mode["bits"] >> held[mode["requires"]] << held[mode["requires"]]):
            if all(not load or min(free[i][week:week + mode["weeks"]]) >= load
                   for i, load in enumerate(mode["load"])):
                return week
        return None

    def greedy_finish(self):
        """A week by which some route reaches the goal, or None where the rule finds none."""
        if not self.is_possible:
            return None
        room = [max(max(r), 1) for r in self.room]

        def share(mode):
            return [load / most for load, most in zip(mode["load"], room)]

        weeks = []
        for weigh in (lambda mode: mode["weeks"],
                      lambda mode: mode["weeks"] * sum(share(mode)) + 0.01,
                      lambda mode: mode["weeks"] * (1 + 4 * max(share(mode))),
                      lambda mode: mode["cost"] + 0.01 * mode["weeks"]):
            found = self.measures(self.place([m] for m in self.cheapest_modes(weigh)))
            weeks += [found["finish"]] if found else []
        return min(weeks, default=None)

    def estimates(self, weigh):
        """What each node and task takes, adding up what its parts take; and the mode of each task."""
        value, mode_of = {}, {}
        changed = True
        while changed:
            changed = False
            for m, mode in enumerate(self.modes):
                total = value.get(mode["requires"], float("inf")) + weigh(mode)
                if total < value.get(("task", mode["task"]), float("inf")):
                    value["task", mode["task"]] = total
                    mode_of[mode["task"]] = m
                    changed = True
            for number, node in enumerate(self.nodes):
                if not node:
                    continue
                if node["kind"] == "fixed":
                    total = 0
                elif node["kind"] in ("started", "done"):
                    total = value.get(("task", node["task"]))
                else:
                    parts = self.parts(node, value)
                    total = None if parts is None else sum(value[c] for c in parts)
                if total is not None and total + 1e-6 < value.get(number, float("inf")):
                    value[number] = total + 1e-7  # so that nothing takes less than what it asks for
                    changed = True
        return value, mode_of

    @staticmethod
    def parts(node, value):
        """The children by which the node holds at least value, or None when it cannot."""
        known = sorted((value[c] / w if w else float("inf"), c, w) for c, w in node["children"]
                       if c in value)
        if node["kind"] == "all":
            return [c for _, c, _ in known] if len(known) == len(node["children"]) else None
        need, chosen = node["need"] if node["kind"] == "at_least" else 1, []
        for _, child, weight in known:
            if need > 0:
                chosen.append(child)
                need -= weight if node["kind"] == "at_least" else 1
        return chosen if need <= 0 else None

    def cheapest_modes(self, weigh):
        """The modes of the cheapest way to the goal, by the estimates."""
        value, mode_of = self.estimates(weigh)
        modes, seen, waiting = set(), set(), [self.finish]
        while waiting:
            number = waiting.pop()
            node = self.nodes[number]
            if number in seen or number not in value:
                continue
            seen.add(number)
            if node["kind"] in ("started", "done"):
                modes.add(mode_of[node["task"]])
                waiting.append(self.modes[mode_of[node["task"]]]["requires"])
            elif node["kind"] != "fixed":
                waiting += self.parts(node, value) or []
        return sorted(modes)


def reduce(program, catalogue, intake):
    """The reduced problem, by the program `reduced` that is given."""
    return Problem(subprocess.run([program, catalogue, intake], stdout=subprocess.PIPE,
                                  check=True).stdout)
