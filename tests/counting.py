"""Counts the work of the package: `python -m tests.counting SIZE... [KIND...]` prints it for hostile texts.

The package's source is rewritten as it is imported, so that whatever takes time adds to one number: a call, a turn of
a loop, and each element or character that one of Python's own functions goes through in C, where neither a profiler
nor a tracer looks: `x in list`, `text[a:b]`, `"".join`, `list.remove`, `sorted`, a search for a pattern. The number is
the same on every machine and at every run.

A pattern counts by the characters that it may look at, each of them once; that it takes no more than some steps for
each is held by tests/test_patterns.py.
"""

from __future__ import annotations

import ast
import importlib.machinery
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import Any

import regex

PACKAGE = "newssplit"
SEARCHES = {"search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"}
AT_ONCE = {"startswith", "endswith", "append", "extend", "pop"}
"""Methods of strings and lists that do not go through all of them."""
THROUGH = {"sorted", "sum", "min", "max", "any", "all", "list", "tuple", "set", "frozenset", "dict", "Counter", "array"}
"""Functions that go through what they are given."""
LONG = (str, list, tuple)
PATTERNS = (re.Pattern, regex.Pattern)

done = [0]
"""The work so far."""


def one() -> bool:
    """A turn of a comprehension."""
    done[0] += 1
    return True


def whole(value: Any) -> Any:
    """Something that is made, or gone through, from its beginning to its end."""
    if type(value) in LONG:
        done[0] += len(value)
    return value


def built(function: Callable[..., Any], *args: Any, **named: Any) -> Any:
    """A call of one of THROUGH."""
    done[0] += 1 + sum(len(arg) for arg in args if hasattr(arg, "__len__"))
    return function(*args, **named)


def called(value: Any, name: str, *args: Any, **named: Any) -> Any:
    """A call of a method."""
    found = getattr(value, name)(*args, **named)
    done[0] += 1
    if name in ("extend", "update"):
        done[0] += sum(len(arg) for arg in args if hasattr(arg, "__len__"))
    elif type(value) is str and name == "find":  # as far as it went, from where it began
        start = args[1] if len(args) > 1 else 0
        done[0] += max(0, (len(value) if found < 0 else found + len(args[0])) - start)
    elif type(value) in LONG and name not in AT_ONCE:
        done[0] += len(found) if name == "join" else len(value)
    elif name in SEARCHES and (pattern := getattr(value, "_pattern", value)).__class__ in PATTERNS:
        done[0] += looked_at(pattern, name, args, found)
    return found


def looked_at(pattern: Any, name: str, args: Sequence[Any], found: Any) -> int:
    """How many characters a pattern may have looked at."""
    if name not in ("search", "match", "fullmatch"):
        text = next(arg for arg in reversed(args) if isinstance(arg, str))
        return min(args[2], len(text)) - args[1] if name == "finditer" and len(args) > 2 else len(text)
    start = args[1] if len(args) > 1 else 0
    end = min(args[2], len(args[0])) if len(args) > 2 else len(args[0])
    if found is not None:
        return int(found.end() - start)
    return max(0, end - start) if name == "search" else min(max(0, end - start), reach(pattern))


def reach(pattern: Any) -> int:
    """How far a match may go."""
    if pattern not in reaches:
        from tests.patterns.nodes import widest
        from tests.patterns.syntax import parse

        tree = parse(pattern)
        size = widest(tree.node, tree)
        reaches[pattern] = sys.maxsize if size is None else size
    return reaches[pattern]


reaches = dict[Any, int]()


class Counting(ast.NodeTransformer):
    """Puts the counting into a module's source."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(statement) for statement in node.body]
        node.args.defaults = [self.visit(default) for default in node.args.defaults]
        first = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body.insert(first, _turn())
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.value = node.value and self.visit(node.value)
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, _turn())
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, _turn())
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.ifs.insert(0, _call("one"))
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        pairs = zip(node.ops, node.comparators, strict=True)
        node.comparators = [_call("whole", c) if isinstance(op, ast.In | ast.NotIn) else c for op, c in pairs]
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        made = isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load)
        return _call("whole", node) if made else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        return _call("whole", node) if isinstance(node.op, ast.Add) else node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        node.value = _call("whole", self.visit(node.value))
        return node

    def visit_List(self, node: ast.List) -> ast.AST:
        return self._display(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        return self._display(node)

    def _display(self, node: ast.List | ast.Tuple) -> ast.AST:
        self.generic_visit(node)
        made = isinstance(node.ctx, ast.Load) and any(isinstance(one, ast.Starred) for one in node.elts)
        return _call("whole", node) if made else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute):
            return _call("called", node.func.value, ast.Constant(node.func.attr), *node.args, keywords=node.keywords)
        if isinstance(node.func, ast.Name) and node.func.id in THROUGH:
            return _call("built", node.func, *node.args, keywords=node.keywords)
        return node


def _turn() -> ast.stmt:
    return ast.parse("counting_.done[0] += 1").body[0]


def _call(name: str, *args: ast.expr, keywords: Sequence[ast.keyword] = ()) -> ast.expr:
    function = ast.Attribute(ast.Name("counting_", ast.Load()), name, ast.Load())
    return ast.Call(function, list(args), list(keywords))


class Loader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        tree = Counting().visit(ast.parse(self.get_data(path)))
        at = next((n for n, s in enumerate(tree.body) if not isinstance(s, ast.Expr | ast.ImportFrom)), 0)
        tree.body.insert(at, ast.parse("import tests.counting as counting_").body[0])
        return compile(ast.fix_missing_locations(tree), path, "exec")


class Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if fullname.split(".")[0] == PACKAGE and spec is not None and spec.origin:
            spec.loader = Loader(fullname, spec.origin)
        return spec


def counts(sizes: Sequence[int], names: Sequence[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """For each kind of text bytes and work at each size."""
    from benchmarks.hostile import HOSTILE
    from newssplit import split

    for name in names or HOSTILE:
        found = list[tuple[int, int]]()
        for size in (sizes[-1], *sizes):  # the first compiles the patterns
            text = HOSTILE[name](size)
            done[0] = 0
            split(text)
            found.append((len(text.encode("utf-8", "surrogatepass")), done[0]))
        yield name, found[1:]


def main() -> None:
    sys.meta_path.insert(0, Finder())
    sizes = [int(arg) for arg in sys.argv[1:] if arg.isdecimal()]
    json.dump(dict(counts(sizes, [arg for arg in sys.argv[1:] if not arg.isdecimal()])), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    import tests.counting

    tests.counting.main()
