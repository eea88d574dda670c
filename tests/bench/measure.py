"""How long a process takes, whole: from its start to its end, with the processes that it starts."""

import contextlib
import os
import signal
import statistics
import tempfile
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")
GRACE = 10  # seconds in which an interrupted process may say what it has


class Run:
    """What came out of a process, and the seconds that it took: of the clock and of the processor."""

    def __init__(self, output, wall, cpu):
        self.output, self.wall, self.cpu = output, wall, cpu


def members(session):
    """The living processes of a session, with the processor time that each has used."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name, encoding="utf-8") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[3]) == session:
            yield int(name), (int(fields[11]) + int(fields[12])) / TICKS


def guard(session, limit, by_cpu, is_over):
    """Interrupts the processes at their limit, and kills them when they do not end by themselves."""
    if by_cpu:
        while not is_over.wait(0.2) and sum(cpu for _, cpu in members(session)) < limit:
            pass
    else:
        is_over.wait(limit)
    for number in (signal.SIGINT, signal.SIGKILL):
        for process, _ in () if is_over.is_set() else members(session):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)
        is_over.wait(GRACE)


def run_once(command, limit, by_cpu=False):
    """Runs the command; interrupts it after `limit` seconds of the clock, or of the processor."""
    is_over = threading.Event()
    with tempfile.TemporaryFile() as out:
        begin = time.monotonic()
        child = os.posix_spawnp(command[0], command, os.environ, setsid=True, file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, out.fileno(), 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
        threading.Thread(target=guard, args=(child, limit, by_cpu, is_over), daemon=True).start()
        _, _, used = os.wait4(child, 0)
        wall = time.monotonic() - begin
        is_over.set()
        out.seek(0)
        output = out.read().decode("utf-8", "replace")
    return Run(output, wall, used.ru_utime + used.ru_stime)


def run(command, limit, by_cpu=False):
    """As run_once; what is over within a tenth of a second is run five times, for the median."""
    runs = [run_once(command, limit, by_cpu)]
    while runs[0].wall < 0.1 and len(runs) < 5:
        runs.append(run_once(command, limit, by_cpu))
    runs[0].wall = statistics.median(r.wall for r in runs)
    runs[0].cpu = statistics.median(r.cpu for r in runs)
    return runs[0]
