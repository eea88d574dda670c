"""General solvers on the reduced problem: what each is given, how it is run, what it answered.

A lexicographic optimum is found measure by measure, each in a run of its own that is told the optima
so far; what counts is the time of the runs added up, each the wall time of the whole process. Making
an encoding, reading an answer and trying to place a timeless one in weeks are not counted.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile

import asp
import encode
import minizinc
import program
from measure import run as measure_run


class Peer:
    """One solver: `needs` are its programs; encode() gives its input, command() runs it on that."""

    def is_installed(self):
        return all(shutil.which(name) for name in self.needs)

    def encode(self, problem, measure, fixed, last, timed):
        """The text of the input and a function from the output to a route's starts, or None."""
        made = (encode.Timed(problem, fixed, last) if timed else encode.Timeless(problem, fixed))
        terms = program.plain(made.terms(measure) if problem.is_possible else [])[0]
        return self.write(made.program, terms), lambda output: made.starts(self.true(output))

    def true(self, output):
        """The true variables of the last solution: words such as x7 in the lines that begin with v."""
        found = set()
        for line in output.splitlines():
            if line.startswith("v "):
                found |= {int(word[1:]) for word in line.split()[1:] if word[0] == "x"}
            else:
                found = set() if line.startswith("o ") or line == "-" * 10 else found
        return found


def strategy(measure, fixed):
    """How clasp does best, of all that it offers: see README.md."""
    return "--opt-strategy=" + ("bb,dec" if measure == "finish" and not fixed else "bb")


class Clasp(Peer):
    name, needs, suffix = "clasp", ["clasp"], ".opb"

    def write(self, made, terms):
        return program.opb(made, terms)

    def command(self, path, seconds, measure, fixed):
        return ["clasp", strategy(measure, fixed), "--time-limit=%d" % seconds, path]

    def status(self, output):
        if re.search("^(s )?UNSATISFIABLE", output, re.M):
            return "none"
        return "optimal" if re.search("^(s )?OPTIMUM FOUND", output, re.M) else "open"

    def true(self, output):
        return {int(word[1:]) for line in output.splitlines() if line.startswith("v ")
                for word in line.split()[1:] if word[0] == "x"}


class Cbc(Peer):
    name, needs, suffix = "cbc", ["cbc"], ".lp"

    def write(self, made, terms):
        return program.lp(made, terms)

    def command(self, path, seconds, measure, fixed):
        return ["cbc", path, "sec", str(seconds), "ratio", "0", "allow", "0.5", "solve", "printi",
                "all", "solution", "stdout"]

    def status(self, output):
        if re.search("[Ii]nfeasible", output) and "Objective value" not in output:
            return "none"
        return "optimal" if "Optimal solution found" in output else "open"

    def true(self, output):
        return {int(m.group(1)) for m in re.finditer(r"^ *\*{0,2} *\d+ x(\d+) +(\S+)", output, re.M)
                if float(m.group(2)) > 0.5}


class Gringo(Clasp):
    name, needs, suffix = "gringo+clasp", ["gringo", "clasp"], ".lp"

    def encode(self, problem, measure, fixed, last, timed):
        def decode(output):
            starts, used = asp.chosen(output)
            found = starts if timed else problem.place([m] for m in used)
            return found if problem.measures(found) else None

        if not problem.is_possible:
            return ":- .\n", decode
        return asp.write(problem, measure, fixed, last, timed), decode

    def command(self, path, seconds, measure, fixed):
        return ["sh", "-c", 'gringo "$1" | clasp --time-limit="$2" "$3"', "sh", path, str(seconds),
                strategy(measure, fixed)]


class MiniZinc(Peer):
    name, needs, suffix = "minizinc", ["minizinc"], ".mzn"

    def write(self, made, terms):
        return minizinc.write_linear(made, terms)

    def encode(self, problem, measure, fixed, last, timed):
        def decode(output):
            found = minizinc.chosen(problem, last, output)
            return found if problem.measures(found) else None

        if not timed:
            return super().encode(problem, measure, fixed, last, timed)
        return minizinc.write(problem, measure, fixed, last), decode

    def command(self, path, seconds, measure, fixed):
        return ["minizinc", "--time-limit", str(1000 * seconds), path]

    def status(self, output):
        if "=====UNSATISFIABLE=====" in output:
            return "none"
        return "optimal" if "==========" in output else "open"


ALL = [Clasp(), Gringo(), MiniZinc(), Cbc()]


class Cache:
    """What runs answered, by the digest of their input and command; None keeps nothing."""

    def __init__(self, folder):
        self.folder = folder
        if folder:
            os.makedirs(folder, exist_ok=True)

    def path(self, key):
        return os.path.join(self.folder, key + ".json")

    def get(self, key):
        if self.folder and os.path.exists(self.path(key)):
            with open(self.path(key), encoding="utf-8") as file:
                return json.load(file)
        return None

    def put(self, key, value):
        if self.folder:
            with open(self.path(key), "w", encoding="utf-8") as file:
                json.dump(value, file)


class Answer:
    """What a solver says: status (optimal, none or open), the measures (the finish in weeks from the
    start), the seconds of clock and processor, and whether every run was cached."""

    def __init__(self):
        self.status, self.measures = "open", {}
        self.wall = self.cpu = 0.0
        self.cached = True


def run_once(peer, text, measure, fixed, seconds, cache):
    """What the peer says of one input, and whether that was cached."""
    key = hashlib.sha256("\0".join([text] + peer.command("", seconds, measure, fixed))
                         .encode()).hexdigest()
    kept = cache.get(key)
    if kept:
        return kept, True
    with tempfile.NamedTemporaryFile("w", suffix=peer.suffix) as file:
        file.write(text)
        file.flush()
        done = measure_run(peer.command(file.name, seconds, measure, fixed), seconds + 2)
    status = peer.status(done.output)
    result = {"status": status, "wall": done.wall, "cpu": done.cpu,
              "output": done.output if status == "optimal" else ""}
    cache.put(key, result)
    return result, False


def solve(peer, problem, limit, cache):
    """Measure by measure: timeless first where the measure allows it, else timed. `limit` is of the
    clock, for all runs together."""
    answer, fixed, known = Answer(), {}, None
    for measure in problem.objective:
        # A known route bounds how far to look when the finish is next; a finish that is fixed, too.
        last = fixed.get("finish")
        if measure == "finish":
            last = known["finish"] if known else problem.greedy_finish()
        for timed in (False, True):
            if not timed and (measure == "finish" or "finish" in fixed):
                continue
            left = int(limit - answer.wall)
            if left < 1:
                return answer
            text, decode = peer.encode(problem, measure, fixed, last, timed)
            result, cached = run_once(peer, text, measure, fixed, left, cache)
            answer.wall += result["wall"]
            answer.cpu += result["cpu"]
            answer.cached = answer.cached and cached
            if result["status"] != "optimal":
                answer.status = result["status"]
                return answer
            starts = decode(result["output"])
            if starts is not None:
                break
            if timed:
                raise ValueError("what %s says to be a route is none" % peer.name)
        known = problem.measures(starts)
        fixed[measure] = known[measure]
    answer.status, answer.measures = "optimal", fixed
    return answer
