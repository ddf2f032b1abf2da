"""Walks over the hierarchy that end, whatever circles the vocabulary holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

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


def _reach(starts: Iterable[str], narrower: Mapping[str, Sequence[str]], reached: set[str]) -> None:
    pending = list(starts)
    while pending:
        iri = pending.pop()
        if iri not in reached:
            reached.add(iri)
            pending.extend(narrower.get(iri, ()))
