"""The reduced problem as a linear program over 0-1 variables.

Timed: what a programmer would give to a pseudo-Boolean or MIP solver, with order literals: "mode m has
begun by week w", "node n holds by week w". A literal exists for the weeks in which something can
change, no others; a gate, and a node with one child, has the literals of its child.

Timeless: which modes, without weeks and loads. Its optimum of cost or hours is a bound, and the
optimum as soon as a route takes just those modes; so no peer has to reason over 522 weeks to choose a
set of units.

In both, what holds must be supported, and nothing asks for more: the other direction is not needed,
since nothing is negated. Nothing may support itself in a circle: within a strongly connected component
nodes get ranks, and a support comes from a lower rank. (In the timed one a circle can only close
within one week, so only edges without delay count. `started` is given by the step itself.)
"""

from program import Program, negated
from problem import weeks_of


def components(edges):
    """The strongly connected components (Tarjan 1972) that have a circle: node -> (first, size)."""
    index, low, on_stack, stack, found = {}, {}, set(), [], {}

    def enter(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        calls.append((node, iter(edges[node])))

    def leave(node):
        if low[node] == index[node]:
            members = [stack.pop()]
            while members[-1] != node:
                members.append(stack.pop())
            on_stack.difference_update(members)
            if len(members) > 1 or node in edges[node]:
                found.update((member, (node, len(members))) for member in members)

    calls = []
    for root in edges:
        if root not in index:
            enter(root)
        while calls:
            node, rest = calls[-1]
            following = next(rest, None)
            if following is None:
                calls.pop()
                leave(node)
                if calls:
                    low[calls[-1][0]] = min(low[calls[-1][0]], low[node])
            elif following not in index:
                enter(following)
            elif following in on_stack:
                low[node] = min(low[node], index[following])
    return found


class Ranks:
    """Literals "the rank of a is lower than that of b", for nodes of one component."""

    def __init__(self, program, edges):
        self.program, self.component = program, components(edges)
        self.bits, self.lower = {}, {}

    def share(self, a, b):
        return a in self.component and self.component[a] == self.component.get(b)

    def rank(self, node):
        if node not in self.bits:
            count = (self.component[node][1] - 1).bit_length()
            self.bits[node] = [self.program.variable() for _ in range(count)]
        return self.bits[node]

    def is_lower(self, a, b):
        """The literal that implies it; True where no circle can pass through both."""
        if not self.share(a, b):
            return True
        if (a, b) not in self.lower:
            literal = self.lower[a, b] = self.program.variable()
            low, high = self.rank(a), self.rank(b)
            self.program.at_least([(1 << i, bit) for i, bit in enumerate(high)] +
                                  [(1 << i, -bit) for i, bit in enumerate(low)] +
                                  [(1 << len(high), -literal)], 1 << len(high))
        return self.lower[a, b]


def support(program, node, literal, children):
    """What the node's literal asks for: `children` are triples of literal, weight and the literal that
    the child may support the node."""
    need = node["need"] if node["kind"] == "at_least" else 1
    terms = []
    for held, weight, supports in children:
        if node["kind"] == "all":
            program.clause(-literal, held)
            program.clause(-literal, supports)
            continue
        if supports is not True and held is not False:
            both = program.variable()
            program.clause(-both, supports)
            program.clause(-both, held)
            held = both
        terms.append((weight if node["kind"] == "at_least" else 1, held))
    if node["kind"] != "all":
        program.at_least(terms + [(need, -literal)], need)


class Timeless:
    def __init__(self, problem, fixed):
        self.problem, self.program = problem, Program()
        self.used, self.held, self.wanted = {}, {}, []
        if not problem.is_possible:
            self.program.clause()
            return
        self.choose_modes()
        self.ranks = Ranks(self.program, self.edges())
        self.program.clause(self.holds(problem.finish))
        self.make_tasks()
        self.program.at_most(self.terms("cost"), problem.budget)
        for measure, value in fixed.items():
            self.program.at_most(self.terms(measure), value)
        while self.wanted:
            number = self.wanted.pop()
            self.support(number, problem.nodes[number])

    def choose_modes(self):
        """One mode for all those of a task that differ in weeks alone."""
        self.alike = {}
        for modes in self.problem.modes_of.values():
            by = {}
            for m in modes:
                mode = self.problem.modes[m]
                by.setdefault((mode["requires"], mode["cost"], mode["hours"]), []).append(m)
            for group in by.values():
                self.alike[group[0]] = group
        self.modes_of = {task: [m for m in modes if m in self.alike]
                         for task, modes in self.problem.modes_of.items()}

    def edges(self):
        edges = {}
        for number, node in enumerate(self.problem.nodes):
            if node:
                edges[number] = [child for child, _ in node["children"]]
            if node and node["kind"] == "done":
                edges[number] = [self.problem.modes[m]["requires"]
                                 for m in self.modes_of.get(node["task"], [])]
        return edges

    def holds(self, number):
        node = self.problem.nodes[number]
        if node is None:
            return False
        if node["kind"] == "fixed":
            return True
        if number not in self.held:
            self.held[number] = self.program.variable()
            self.wanted.append(number)
        return self.held[number]

    def use(self, m):
        if m not in self.used:
            self.used[m] = self.program.variable()
        return self.used[m]

    def make_tasks(self):
        for modes in self.modes_of.values():
            self.program.at_most([(1, self.use(m)) for m in modes], 1)
            for m in modes:
                self.program.clause(-self.use(m), self.holds(self.problem.modes[m]["requires"]))

    def support(self, number, node):
        program, literal = self.program, self.held[number]
        modes = self.modes_of.get(node["task"], [])
        if node["kind"] in ("started", "done"):
            program.clause(-literal, *[self.use(m) for m in modes])
            for m in modes if node["kind"] == "done" else []:
                lower = self.ranks.is_lower(self.problem.modes[m]["requires"], number)
                program.clause(-literal, -self.use(m), lower)
        else:
            support(program, node, literal, [(self.holds(c), w, self.ranks.is_lower(c, number))
                                             for c, w in node["children"]])

    def terms(self, measure):
        return [(self.problem.modes[m][measure], self.use(m)) for m in self.alike
                if self.problem.modes[m][measure]]

    def starts(self, true):
        """A route with the modes of a solution (the set of its true variables), or None."""
        found = self.problem.place(self.alike[m] for m, v in self.used.items() if v in true)
        return found if self.problem.measures(found) else None


class Timed:
    def __init__(self, problem, fixed, last):
        self.problem, self.program = problem, Program()
        self.nodes, self.modes = problem.nodes, problem.modes
        self.last = last if last is not None else problem.last
        self.up_to = (1 << self.last + 1) - 1 if self.last >= 0 else 0
        self.bits = [mode["bits"] & self.up_to for mode in self.modes]
        self.modes_of = {task: [m for m in modes if self.bits[m]]
                         for task, modes in problem.modes_of.items()}
        self.begun = [{} for _ in self.modes]  # by week: the literal
        self.held, self.wanted = {}, []        # by node that has literals of its own, by week
        if not problem.is_possible:
            self.program.clause()
            return
        self.find_events()
        self.ranks = Ranks(self.program, self.edges())
        self.make_steps()
        self.program.clause(self.holds(problem.finish, self.last))
        self.make_loads()
        self.program.at_most(self.terms("cost"), problem.budget)
        for measure, value in fixed.items():
            if measure != "finish":
                self.program.at_most(self.terms(measure), value)
        while self.wanted:
            self.support(self.wanted.pop())

    # ---- When something can change --------------------------------------------------------------

    def events_of(self, node):
        events, kind = 0, node["kind"]
        if kind == "fixed":
            events = 1 << node["week"]
        elif kind in ("started", "done"):
            for m in self.modes_of.get(node["task"], []):
                events |= self.bits[m] << self.delay(node, m)
        elif kind == "gate":
            for week in weeks_of(self.events[node["children"][0][0]]):
                if week <= node["to"]:
                    events |= 1 << max(week, node["from"]) + node["delay"]
        else:
            if kind == "all" and not node["children"] or kind == "at_least" and not node["need"]:
                events = 1
            for child, _ in node["children"]:
                events |= self.events[child]
            events = events >> node["earliest"] << node["earliest"]
        return events & self.up_to

    def delay(self, node, m):
        return self.modes[m]["weeks"] if node["kind"] == "done" else 0

    def find_events(self):
        self.events = [0] * len(self.nodes)
        waiting = [number for number, node in enumerate(self.nodes) if node]
        while waiting:
            number = waiting.pop()
            events = self.events_of(self.nodes[number])
            if events != self.events[number]:
                self.events[number] = events
                waiting += [parent for parent, _ in self.problem.parents[number]]

    # ---- Literals -------------------------------------------------------------------------------

    def has_begun(self, m, week):
        """Mode m has begun by the week."""
        week = self.latest(self.bits[m], week)
        return self.begun[m][week] if week >= 0 else False

    @staticmethod
    def latest(bits, week):
        return (bits & (1 << week + 1) - 1).bit_length() - 1 if week >= 0 else -1

    def same_as(self, node):
        """The only child of a node that holds when that does, or None."""
        if node["kind"] in ("any", "all", "gate") and len(node["children"]) == 1:
            return node["children"][0][0]
        return None

    def holds(self, number, week):
        """The literal that the node holds by the week."""
        node = self.nodes[number]
        while node and week >= node["earliest"] and self.same_as(node) is not None:
            number = self.same_as(node)
            if node["kind"] == "gate":
                if week < node["from"] + node["delay"]:
                    return False
                week = min(week - node["delay"], node["to"])
            node = self.nodes[number]
        if not node or week < node["earliest"]:
            return False
        if node["kind"] == "fixed":
            return True
        modes = self.modes_of.get(node["task"], [])
        if node["kind"] in ("started", "done") and len(modes) == 1:
            return self.has_begun(modes[0], week - self.delay(node, modes[0]))
        event = self.latest(self.events[number], week)
        return self.literals(number)[event] if event >= 0 else False

    def literals(self, number):
        if number not in self.held:
            self.held[number] = self.growing(self.events[number])
            self.wanted.append(number)
        return self.held[number]

    def growing(self, bits):
        """A literal for each week, each implying the next."""
        literals = {week: self.program.variable() for week in weeks_of(bits)}
        ordered = list(literals.values())
        for literal, following in zip(ordered, ordered[1:]):
            self.program.clause(-literal, following)
        return literals

    # ---- What supports what ---------------------------------------------------------------------

    def base(self, number):
        """The node whose literals this one has, and whether without delay."""
        at_once, node = True, self.nodes[number]
        while self.same_as(node) is not None:
            at_once = at_once and not (node["kind"] == "gate" and node["delay"])
            number = self.same_as(node)
            node = self.nodes[number]
        return number, at_once

    def edges(self):
        edges = {}
        for number, node in enumerate(self.nodes):
            if node and self.same_as(node) is None:
                bases = [self.base(child) for child, _ in node["children"]]
                edges[number] = [lower for lower, at_once in bases if at_once]
        return edges

    def supports(self, child, number):
        lower, at_once = self.base(child)
        return self.ranks.is_lower(lower, number) if at_once else True

    def support(self, number):
        node = self.nodes[number]
        children = [(child, weight, self.supports(child, number)) for child, weight in node["children"]]
        for week, literal in self.held[number].items():
            if node["kind"] in ("started", "done"):
                self.program.clause(-literal, *[self.has_begun(m, week - self.delay(node, m))
                                                for m in self.modes_of.get(node["task"], [])])
            else:
                support(self.program, node, literal,
                        [(self.holds(c, week), w, supports) for c, w, supports in children])

    # ---- Steps ----------------------------------------------------------------------------------

    def make_steps(self):
        for m, bits in enumerate(self.bits):
            self.begun[m] = self.growing(bits)
        for modes in self.modes_of.values():
            self.program.at_most([(1, self.has_begun(m, self.last)) for m in modes], 1)
            for m in modes:
                for week, literal in self.begun[m].items():
                    self.program.clause(-literal, self.holds(self.modes[m]["requires"], week))

    def make_loads(self):
        """Loads are looked at where they may become too high: where something begins or room ends."""
        starts, self.running = 0, {}
        for bits in self.bits:
            starts |= bits
        for week in range(len(self.problem.room[0])):
            for i, room in enumerate(self.problem.room):
                if starts >> week & 1 or week and room[week] < room[week - 1]:
                    self.make_load(week, i, room[week])

    def make_load(self, week, i, room):
        terms, most = [], 0
        for modes in self.modes_of.values():
            heaviest = 0
            for m in modes:
                mode = self.modes[m]
                begun, over = self.has_begun(m, week), self.has_begun(m, week - mode["weeks"])
                if mode["load"][i] and begun != over:
                    terms.append((mode["load"][i], begun, over))
                    heaviest = max(heaviest, mode["load"][i])
            most += heaviest
        if most > room:
            self.program.at_most([(load, self.runs(b, o)) for load, b, o in terms], room)

    def runs(self, begun, over):
        """The literal that what has begun is not over."""
        if over is False:
            return begun
        if (begun, over) not in self.running:
            self.running[begun, over] = self.program.variable()
            self.program.clause(-begun, over, self.running[begun, over])
        return self.running[begun, over]

    # ---- The answer -----------------------------------------------------------------------------

    def terms(self, measure):
        """What the measure adds up to, for `finish` less a constant."""
        if measure != "finish":
            return [(self.modes[m][measure], self.has_begun(m, self.last))
                    for m, bits in enumerate(self.bits) if bits and self.modes[m][measure]]
        finish = self.problem.finish
        weeks = [w for w in weeks_of(self.events[finish]) if self.holds(finish, w) is not False]
        return [(following - week, negated(self.holds(finish, week)))
                for week, following in zip(weeks, weeks[1:])]

    def starts(self, true):
        """The route of a solution (the set of its true variables), or None when it is none."""
        found = {}
        for m, literals in enumerate(self.begun):
            weeks = [week for week, literal in literals.items() if literal in true]
            if weeks:
                found[m] = weeks[0]
        return found if self.problem.measures(found) else None
