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
import measure
import minizinc
import program


class Peer:
    """One solver: `needs` are its programs; encode() gives its input, command() runs it on that."""

    def is_installed(self):
        return all(shutil.which(name) for name in self.needs)

    def encode(self, problem, aim, fixed, last, timed):
        """The text of the input and a function from the output to a route's starts, or None."""
        made = (encode.Timed(problem, fixed, last) if timed else encode.Timeless(problem, fixed))
        terms = program.plain(made.terms(aim) if problem.is_possible else [])[0]
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


def strategy(aim, fixed):
    """How clasp does best, of all that it offers: see README.md."""
    return "--opt-strategy=" + ("bb,dec" if aim == "finish" and not fixed else "bb")


class Clasp(Peer):
    name, needs, suffix = "clasp", ["clasp"], ".opb"

    def write(self, made, terms):
        return program.opb(made, terms)

    def command(self, path, aim, fixed):
        return ["clasp", strategy(aim, fixed), path]

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

    def command(self, path, aim, fixed):
        return ["cbc", path, "ratio", "0", "allow", "0.5", "solve", "printi", "all", "solution",
                "stdout"]

    def status(self, output):
        if re.search("[Ii]nfeasible", output) and "Objective value" not in output:
            return "none"
        return "optimal" if "Optimal solution found" in output else "open"

    def true(self, output):
        return {int(m.group(1)) for m in re.finditer(r"^ *\*{0,2} *\d+ x(\d+) +(\S+)", output, re.M)
                if float(m.group(2)) > 0.5}


class Gringo(Clasp):
    name, needs, suffix = "gringo+clasp", ["gringo", "clasp"], ".lp"

    def encode(self, problem, aim, fixed, last, timed):
        def decode(output):
            starts, used = asp.chosen(output)
            found = starts if timed else problem.place([m] for m in used)
            return found if problem.measures(found) else None

        if not problem.is_possible:
            return ":- .\n", decode
        return asp.write(problem, aim, fixed, last, timed), decode

    def command(self, path, aim, fixed):
        return ["sh", "-c", 'gringo "$1" | clasp "$2"', "sh", path, strategy(aim, fixed)]


class MiniZinc(Peer):
    name, needs, suffix = "minizinc", ["minizinc"], ".mzn"

    def write(self, made, terms):
        return minizinc.write_linear(made, terms)

    def encode(self, problem, aim, fixed, last, timed):
        def decode(output):
            found = minizinc.chosen(problem, last, output)
            return found if problem.measures(found) else None

        if not timed:
            return super().encode(problem, aim, fixed, last, timed)
        return minizinc.write(problem, aim, fixed, last), decode

    def command(self, path, aim, fixed):
        return ["minizinc", path]

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
    start), the seconds that it took, and whether every run was cached."""

    def __init__(self):
        self.status, self.measures, self.seconds, self.cached = "open", {}, 0.0, True


class Runner:
    """Runs peers with a limit: `seconds` of the clock, or of the processor, for one answer."""

    def __init__(self, seconds, by_cpu, cache):
        self.seconds, self.by_cpu, self.cache = seconds, by_cpu, Cache(cache)

    def run(self, command, limit):
        done = measure.run(command, limit, self.by_cpu)
        return done.output, done.cpu if self.by_cpu else done.wall

    def result(self, peer, text, aim, fixed, limit):
        """What the peer says of one input, and whether that was cached. A proof stands whatever the
        limit; giving up does for the same limit or less."""
        key = hashlib.sha256("\0".join([text, str(self.by_cpu)] + peer.command("", aim, fixed))
                             .encode()).hexdigest()
        kept = self.cache.get(key)
        if kept and (kept["status"] != "open" or kept["limit"] >= limit):
            return kept, True
        with tempfile.NamedTemporaryFile("w", suffix=peer.suffix) as file:
            file.write(text)
            file.flush()
            output, seconds = self.run(peer.command(file.name, aim, fixed), limit)
        status = peer.status(output) if seconds <= limit + 1 else "open"
        result = {"status": status, "seconds": seconds, "limit": limit,
                  "output": output if status == "optimal" else ""}
        self.cache.put(key, result)
        return result, False

    def solve(self, peer, problem):
        """Measure by measure: timeless first where the measure allows it, else timed."""
        answer, fixed, known = Answer(), {}, None
        for aim in problem.objective:
            # A known route bounds how far to look when the finish is next; a fixed finish too.
            last = fixed.get("finish")
            if aim == "finish":
                last = known["finish"] if known else problem.greedy_finish()
            is_timed = aim == "finish" or "finish" in fixed
            starts = None
            for timed in (True,) if is_timed else (False, True):
                limit = self.seconds - answer.seconds
                if limit <= 0:
                    return answer
                text, decode = peer.encode(problem, aim, fixed, last, timed)
                result, cached = self.result(peer, text, aim, fixed, limit)
                answer.seconds += result["seconds"]
                answer.cached = answer.cached and cached
                if result["status"] != "optimal" or answer.seconds > self.seconds:
                    answer.status = "none" if result["status"] == "none" else "open"
                    return answer
                starts = decode(result["output"])
                if starts is not None:
                    break
            if starts is None:
                raise ValueError("what %s says to be a route is none" % peer.name)
            known = problem.measures(starts)
            fixed[aim] = known[aim]
        answer.status, answer.measures = "optimal", fixed
        return answer
