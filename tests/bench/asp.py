"""The reduced problem as an answer set program for gringo and clasp. What holds is derived, so nothing
supports itself in a circle by the semantics of answer sets."""

import re

TIMELESS = """
{ use(M) : mode(M,T,_,_) } 1 :- task(T).
:- use(M), requires(M,N), not holds(N).
holds(N) :- fixed(N,_).
holds(N) :- any(N), child(N,_,C,_), holds(C).
holds(N) :- all(N), holds(C) : child(N,_,C,_).
holds(N) :- need(N,K), K <= #sum { X,I : child(N,I,C,X), holds(C) }.
holds(N) :- gate(N,C,_,_,_), holds(C).
holds(N) :- started(N,T), use(M), mode(M,T,_,_).
holds(N) :- done(N,T), use(M), mode(M,T,_,_).
:- not holds(N), finish(N).
:- cost_at_most(K), K < #sum { X,M : use(M), mode(M,_,X,_) }.
:- hours_at_most(K), K < #sum { X,M : use(M), mode(M,_,_,X) }.
#minimize { X,M : least(cost), use(M), mode(M,_,X,_) }.
#minimize { X,M : least(hours), use(M), mode(M,_,_,X) }.
{ free }.
#minimize { 1 : free }.
#show use/1.
"""

TIMED = """
{ begin(M,W) : mode(M,T,_,_), start(M,W) } 1 :- task(T).
begun(M,W) :- begin(M,W).
begun(M,W+1) :- begun(M,W), W < last.
over(M,W+L) :- begin(M,W), weeks(M,L), W+L <= last.
over(M,W+1) :- over(M,W), W < last.
:- begin(M,W), requires(M,N), not holds(N,W).
week(0..last).
may(N,E..last) :- earliest(N,E).
holds(N,W) :- fixed(N,F), may(N,W).
holds(N,W) :- any(N), child(N,_,C,_), holds(C,W).
holds(N,W) :- all(N), may(N,W), holds(C,W) : child(N,_,C,_).
holds(N,W) :- need(N,K), may(N,W), K <= #sum { X,I : child(N,I,C,X), holds(C,W) }.
holds(N,F+D) :- gate(N,C,F,T,D), holds(C,F), F <= T, F+D <= last.
holds(N,W+D) :- gate(N,C,F,T,D), holds(C,W), F <= W, W <= T, W+D <= last.
holds(N,W+1) :- gate(N,_,_,_,_), holds(N,W), W < last.
holds(N,W) :- started(N,T), mode(M,T,_,_), begun(M,W).
holds(N,W) :- done(N,T), mode(M,T,_,_), over(M,W).
:- finish(N), not holds(N,last).
runs(M,V) :- begin(M,W), weeks(M,L), V = W..W+L-1.
:- room(K,W,R), R < #sum { X,M : runs(M,W), load(M,K,X) }.
:- cost_at_most(K), K < #sum { X,M : begin(M,_), mode(M,_,X,_) }.
:- hours_at_most(K), K < #sum { X,M : begin(M,_), mode(M,_,_,X) }.
#minimize { X,M : least(cost), begin(M,_), mode(M,_,X,_) }.
#minimize { X,M : least(hours), begin(M,_), mode(M,_,_,X) }.
#minimize { 1,W : least(finish), finish(N), may(N,W), not holds(N,W) }.
{ free }.
#minimize { 1 : free }.
#show begin/2.
"""


def node_facts(number, node):
    yield "earliest(%d,%d)." % (number, node["earliest"])
    kind = node["kind"]
    if kind == "fixed":
        yield "fixed(%d,%d)." % (number, node["week"])
    elif kind in ("started", "done"):
        yield "%s(%d,%d)." % (kind, number, node["task"])
    elif kind == "gate":
        yield "gate(%d,%d,%d,%d,%d)." % (number, node["children"][0][0], node["from"], node["to"],
                                        node["delay"])
    else:
        yield "need(%d,%d)." % (number, node["need"]) if kind == "at_least" else "%s(%d)." % (
            kind, number)
        for i, (child, weight) in enumerate(node["children"]):
            yield "child(%d,%d,%d,%d)." % (number, i, child, weight)


def room_facts(problem, horizon):
    """The room of a week, where modes could take more than that."""
    for week in range(len(problem.room[0])):
        for i in range(3):
            most = 0
            for modes in problem.modes_of.values():
                most += max((problem.modes[m]["load"][i] for m in modes if any(
                    begin <= min(week, horizon) and week < begin + problem.modes[m]["weeks"]
                    for begin in problem.modes[m]["starts"])), default=0)
            if most > problem.room[i][week]:
                yield "room(%d,%d,%d)." % (i, week, problem.room[i][week])


def write(problem, measure, fixed, last, timed):
    horizon = problem.last if last is None else last
    lines = [TIMED if timed else TIMELESS, "#const last=%d." % horizon, "least(%s)." % measure,
             "finish(%d)." % problem.finish]
    bounds = dict(fixed)
    bounds["cost"] = min(bounds.get("cost", problem.budget), problem.budget)
    if bounds["cost"] > sum(mode["cost"] for mode in problem.modes):
        del bounds["cost"]
    lines += ["%s_at_most(%d)." % pair for pair in bounds.items() if pair[0] != "finish"]
    for number, node in enumerate(problem.nodes):
        if node:
            lines += node_facts(number, node)
    for task, modes in problem.modes_of.items():
        lines.append("task(%d)." % task)
        for m in modes:
            mode = problem.modes[m]
            lines.append("mode(%d,%d,%d,%d). requires(%d,%d). weeks(%d,%d)." % (
                m, task, mode["cost"], mode["hours"], m, mode["requires"], m, mode["weeks"]))
            if timed:
                lines += ["start(%d,%d)." % (m, week) for week in mode["starts"] if week <= horizon]
                lines += ["load(%d,%d,%d)." % (m, i, load) for i, load in enumerate(mode["load"])
                          if load]
    if timed:
        lines += room_facts(problem, horizon)
    return "\n".join(lines) + "\n"


def chosen(output):
    """The modes of the last answer, with their weeks in a timed one."""
    answers = re.findall(r"^Answer: \d+\n(.*)$", output, re.M)
    last = answers[-1] if answers else ""
    timed = {int(m): int(w) for m, w in re.findall(r"begin\((\d+),(\d+)\)", last)}
    return timed, [int(m) for m in re.findall(r"use\((\d+)\)", last)]
