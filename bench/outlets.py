"""How quick the outlets table is: `python bench/outlets.py` prints what loading and looking up take.

CPU time of one thread; the best of five runs each.
"""

import re
import time
from collections.abc import Callable

from ondit.resolve.outlets.table import outlet_table

RUNS, MENTIONS = 5, 10_000


def best(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def load() -> None:
    outlet_table.cache_clear()
    outlet_table()


def main() -> None:
    table = outlet_table()
    names = [name for one in table.outlets for name in (one.name, *one.aliases, *one.short)]
    mentions = [re.findall(r"\w+", f"the newspaper {names[place % len(names)]}") for place in range(MENTIONS)]
    print(f"{len(table.outlets)} outlets, {len(names)} names: loaded in {best(load) * 1000:.0f} ms")
    looking_up = best(lambda: [table.find(one) for one in mentions])
    print(f"{MENTIONS} mentions looked up in {looking_up * 1000:.0f} ms")


if __name__ == "__main__":
    main()
