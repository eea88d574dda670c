"""A linear program over 0-1 variables, and how it is written for clasp (OPB) and for cbc (LP)."""


class Program:
    """0-1 variables 1..count, constraints and objectives. A literal is a variable, a negated variable
    (negative), or True or False."""

    def __init__(self):
        self.count = 1  # variable 1 is free, so that a program is never empty
        self.constraints = []  # (terms, bound): the coefficients of the true literals add up to it

    def variable(self):
        self.count += 1
        return self.count

    def at_least(self, terms, bound):
        kept = []
        for weight, literal in terms:
            if literal is True:
                bound -= weight
            elif literal is not False and weight:
                kept.append((weight, literal))
        if bound > 0:
            self.constraints.append(([(min(w, bound), l) for w, l in kept], bound))

    def clause(self, *literals):
        if not any(l is True for l in literals):
            self.at_least([(1, l) for l in literals], 1)

    def at_most(self, terms, bound):
        terms = [(w, l) for w, l in terms if l is not False]
        total = sum(w for w, _ in terms)
        self.at_least([(w, negated(l)) for w, l in terms], total - bound)


def negated(literal):
    return not literal if isinstance(literal, bool) else -literal


# ---- Writing ------------------------------------------------------------------------------------

def plain(terms):
    """Terms over variables instead of literals, and what is added to them; one term a variable."""
    sums, constant = {}, 0
    for weight, literal in terms:
        if literal is True:
            constant += weight
        elif literal is not False:
            if literal < 0:
                constant += weight
                weight = -weight
            sums[abs(literal)] = sums.get(abs(literal), 0) + weight
    return [(w, v) for v, w in sums.items() if w], constant


def opb(program, terms):
    """The text for a pseudo-Boolean solver, with one objective."""
    lines = ["* #variable= %d #constraint= %d" % (program.count, len(program.constraints))]
    lines.append("min: " + " ".join("%+d x%d" % term for term in terms or [(1, 1)]) + " ;")
    for constraint, bound in program.constraints:
        kept, constant = plain(constraint)
        lines.append(" ".join("%+d x%d" % t for t in kept or [(1, 1), (-1, 1)])
                     + " >= %d ;" % (bound - constant))
    return "\n".join(lines) + "\n"


def lp(program, terms):
    """The text for a mixed integer solver (CPLEX LP), with one objective."""
    def row(pairs):
        text = ["%+d x%d" % pair for pair in pairs]
        return "\n ".join(" ".join(text[i:i + 12]) for i in range(0, len(text), 12))

    lines = ["Minimize", " o: " + (row(terms) or "0 x1"), "Subject To"]
    for number, (constraint, bound) in enumerate(program.constraints):
        kept, constant = plain(constraint)
        lines.append(" c%d: %s >= %d" % (number, row(kept) or "0 x1", bound - constant))
    lines.append("Binary")
    lines += [" x%d" % v for v in range(1, program.count + 1)]
    return "\n".join(lines + ["End", ""])
