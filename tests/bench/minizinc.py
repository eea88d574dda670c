"""The reduced problem as a MiniZinc model, for whatever solver MiniZinc has by default (Gecode). The
week of a node is an integer variable, `never` = last + 1 where it does not come; loads are cumulative
constraints, with dummy tasks where the room is less than the most there is."""

import re

from encode import components
from program import plain

# Not globals.mzn: Debian's Gecode redefines parts of it in a way that its MiniZinc rejects.
HEAD = 'include "cumulative.mzn";'


def number_set(values):
    if values[-1] - values[0] == len(values) - 1:
        return "%d..%d" % (values[0], values[-1])
    return "{" + ",".join(map(str, values)) + "}"


class Model:
    def __init__(self, problem, measure, fixed, last):
        self.problem = problem
        self.last = problem.last if last is None else last
        self.never = self.last + 1
        self.lines = [HEAD]
        if not problem.is_possible:
            self.lines.append("constraint false; solve satisfy;")
        else:
            self.make(measure, fixed)

    def make(self, measure, fixed):
        problem = self.problem
        self.starts = {}
        for m, mode in enumerate(problem.modes):
            weeks = [week for week in mode["starts"] if week <= self.last]
            if weeks:
                self.starts[m] = weeks
                self.lines.append("var %s: s%d;" % (number_set(weeks + [self.never]), m))
        self.find_components()
        for number, node in enumerate(problem.nodes):
            if node:
                self.lines.append("var %d..%d: n%d;" % (min(node["earliest"], self.never), self.never,
                                                        number))
        for number, node in enumerate(problem.nodes):
            if node:
                self.node(number, node)
        for modes in problem.modes_of.values():
            modes = [m for m in modes if m in self.starts]
            if len(modes) > 1:
                self.constraint("+".join(self.used(m) for m in modes) + " <= 1")
            for m in modes:
                self.constraint("s%d >= n%d" % (m, problem.modes[m]["requires"]))
        for i in range(3):
            self.cumulative(i)
        self.lines.append("var 0..%d: finish = n%d;" % (self.last, problem.finish))
        for name in ("cost", "hours"):
            self.lines.append("var int: %s = %s;" % (name, "+".join(
                ["0"] + ["%d*%s" % (problem.modes[m][name], self.used(m)) for m in self.starts
                         if problem.modes[m][name]])))
        self.constraint("cost <= %d" % problem.budget if problem.budget < 2 ** 31 else "true")
        for name, value in fixed.items():
            self.constraint("%s <= %d" % (name, value))
        search = "int_search([%s], smallest, indomain_min)" % ",".join("s%d" % m for m in self.starts)
        if measure != "finish":
            search = "seq_search([bool_search([%s], input_order, indomain_min), %s])" % (
                ",".join(self.used(m) for m in self.starts), search)
        self.lines.append("solve :: %s minimize %s;" % (search, measure))
        self.lines.append('output ["%s\\n"];' % " ".join("s%d=\\(s%d)" % (m, m) for m in self.starts))

    def constraint(self, text):
        self.lines.append("constraint " + text + ";")

    def used(self, m):
        return "(s%d < %d)" % (m, self.never)

    def find_components(self):
        nodes = self.problem.nodes
        self.component = components({
            number: [c for c, _ in node["children"]] if node["kind"] != "gate" or not node["delay"]
            else [] for number, node in enumerate(nodes) if node})
        self.lines += ["var 0..%d: r%d;" % (size - 1, number)
                       for number, (_, size) in self.component.items()]

    def below(self, child, number):
        """That the child's rank is lower, where a circle can pass through both."""
        if number in self.component and self.component[number] == self.component.get(child):
            return " /\\ r%d < r%d" % (child, number)
        return ""

    def node(self, number, node):
        children = [(c, w, "n%d <= n%d%s" % (c, number, self.below(c, number)))
                    for c, w in node["children"]]
        never = "n%d = %d" % (number, self.never)
        kind = node["kind"]
        if kind == "fixed":
            self.constraint("n%d >= %d" % (number, node["week"]))
        elif kind == "all":
            for _, _, held in children:
                self.constraint("%s \\/ (%s)" % (never, held))
        elif kind == "any":
            self.constraint(" \\/ ".join([never] + ["(%s)" % held for _, _, held in children]))
        elif kind == "at_least":
            total = "+".join(["0"] + ["%d*(%s)" % (w, held) for _, w, held in children])
            self.constraint("%s \\/ %s >= %d" % (never, total, node["need"]))
        elif kind == "gate":
            child = node["children"][0][0]
            self.constraint("%s \\/ (n%d <= %d /\\ n%d >= max(n%d, %d) + %d%s)" % (
                never, child, node["to"], number, child, node["from"], node["delay"],
                self.below(child, number)))
        else:
            parts = ["s%d + %d <= n%d" % (m, self.problem.modes[m]["weeks"] if kind == "done" else 0,
                                          number)
                     for m in self.problem.modes_of.get(node["task"], []) if m in self.starts]
            self.constraint(" \\/ ".join([never] + ["(%s)" % part for part in parts]))

    def cumulative(self, i):
        room = self.problem.room[i]
        loads = {m: self.problem.modes[m]["load"][i] for m in self.starts
                 if self.problem.modes[m]["load"][i]}
        most, total = 0, sum(loads.values())
        ends = max([self.last + self.problem.modes[m]["weeks"] for m in loads], default=0)
        room = [min(r, total) for r in room[:ends]]
        if not loads or total <= min(room):
            return
        most = max(room)
        starts, weeks, heights = [], [], []
        for m, load in loads.items():
            starts.append("s%d" % m)
            weeks.append(str(self.problem.modes[m]["weeks"]))
            heights.append("%d*%s" % (load, self.used(m)))
        begin = 0
        for week in range(1, len(room) + 1):
            if week == len(room) or room[week] != room[begin]:
                if room[begin] < most:
                    starts.append(str(begin))
                    weeks.append(str(week - begin))
                    heights.append(str(most - room[begin]))
                begin = week
        self.constraint("cumulative([%s],[%s],[%s],%d)" % (",".join(starts), ",".join(weeks),
                                                           ",".join(heights), most))


def write(problem, measure, fixed, last):
    return "\n".join(Model(problem, measure, fixed, last).lines) + "\n"


def write_linear(program, terms):
    """A linear program, for what is asked without weeks."""
    lines = ["array[1..%d] of var 0..1: x;" % program.count]
    for constraint, bound in program.constraints:
        kept, constant = plain(constraint)
        lines.append("constraint %s >= %d;" % (total(kept), bound - constant))
    lines.append("solve :: int_search(x, first_fail, indomain_min) minimize %s;" % total(terms))
    lines.append('output ["v " ++ concat(["x\\(i) " | i in index_set(x) where fix(x[i]) == 1])];')
    return "\n".join(lines) + "\n"


def total(terms):
    return "+".join(["0"] + ["%d*x[%d]" % term for term in terms])


def chosen(problem, last, output):
    last = problem.last if last is None else last
    found = {}
    for line in output.splitlines():  # the last solution stands
        pairs = re.findall(r"s(\d+)=(\d+)", line)
        found = {int(m): int(w) for m, w in pairs if int(w) <= last} if pairs else found
    return found
