"""Walks over the hierarchy that end, whatever circles the vocabulary holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

MAX_PATHS = 8


def cycles(broader: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of concepts that lie in a circle of broader relations, each sorted.

    Tarjan's strongly connected components (1972), without recursion, since hierarchies can be deep.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in broader:
        if start in order:
            continue
        work = [(start, iter(broader.get(start, ())))]
        order[start] = low[start] = len(order)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in order:
                    order[successor] = low[successor] = len(order)
                    stack.append(successor)
                    on_stack.add(successor)
                    work.append((successor, iter(broader.get(successor, ()))))
                    break
                if successor in on_stack:
                    low[node] = min(low[node], order[successor])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    group = _pop_group(stack, on_stack, node)
                    if len(group) > 1 or node in broader.get(node, ()):
                        found.append(tuple(sorted(group)))
    return tuple(sorted(found))


def _pop_group(stack: list[str], on_stack: set[str], root: str) -> list[str]:
    group = []
    while True:
        node = stack.pop()
        on_stack.discard(node)
        group.append(node)
        if node == root:
            return group


def paths_up(start: str, broader: Callable[[str], Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the ways from the top down to `start`, itself last; at most `MAX_PATHS`, and no concept twice in one."""
    finished: list[tuple[str, ...]] = []
    open_paths: list[tuple[str, ...]] = [(start,)]
    while open_paths and len(finished) < MAX_PATHS:
        path = open_paths.pop()
        above = [iri for iri in broader(path[0]) if iri not in path]
        if above:
            open_paths.extend((iri, *path) for iri in reversed(above))
        else:
            finished.append(path)
    return tuple(finished)


def roots(
    tops: Iterable[str], broader: Mapping[str, Sequence[str]], narrower: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Return where a tree must begin so that every concept is in it.

    The declared top concepts, then concepts without a broader one, then one of each circle that nothing leads
    into. `broader` has every concept as a key.
    """
    chosen = [iri for iri in tops if iri in broader]
    chosen_set = set(chosen)
    chosen += [iri for iri in broader if not broader[iri] and iri not in chosen_set]
    reached: set[str] = set()
    _reach(chosen, narrower, reached)
    if len(reached) < len(broader):
        for circle in cycles(broader):
            within = set(circle)
            if reached.isdisjoint(within) and all(within.issuperset(broader[iri]) for iri in circle):
                chosen.append(circle[0])
    return tuple(chosen)


def closing_links(
    circles: Iterable[Sequence[str]],
    starts: Iterable[str],
    broader: Mapping[str, Sequence[str]],
    narrower: Mapping[str, Sequence[str]],
) -> frozenset[tuple[str, str]]:
    """Return the links, narrower and broader, without which the circles are none and every concept is still reached.

    Each circle is walked down from where a tree enters it: from `starts`, then from what has something broader outside.
    """
    first = frozenset(starts)
    found: set[tuple[str, str]] = set()
    for circle in circles:
        within = frozenset(circle)
        entries = sorted(circle, key=lambda iri: (iri not in first, within.issuperset(broader.get(iri, ())), iri))
        walked: set[str] = set()
        for entry in entries:
            found.update(_back_links(entry, within, narrower, walked))
    return frozenset(found)


def _back_links(
    start: str, within: frozenset[str], narrower: Mapping[str, Sequence[str]], walked: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield the links from a concept up to one that the walk from `start` had already met on its way down to it."""
    if start in walked:
        return
    walked.add(start)
    way = {start: iter(narrower.get(start, ()))}
    while way:
        here = next(reversed(way))
        for below in way[here]:
            if below in way:
                yield below, here
            elif below in within and below not in walked:
                walked.add(below)
                way[below] = iter(narrower.get(below, ()))
                break
        else:
            del way[here]


def _reach(starts: Iterable[str], narrower: Mapping[str, Sequence[str]], reached: set[str]) -> None:
    pending = list(starts)
    while pending:
        iri = pending.pop()
        if iri not in reached:
            reached.add(iri)
            pending.extend(narrower.get(iri, ()))
