"""Jinja as our pages need it: compiled once a language, and a call in a template is just a call."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import missing

from samsprak.language.messages import translations
from samsprak.settings import UI_LANGUAGES
from samsprak.web.markup import escaped

MESSAGE = re.compile(r'\b_\("((?:[^"\\]|\\.)*)"\)')
REFERENCE = re.compile(r'({%-? *(?:extends|import|include) +)"([^"]+)"')


class InEachLanguage(FileSystemLoader):
    """Loads `sv/page.html` as `page.html` with its words already in Swedish.

    The words become constants of the compiled template, which saves a tenth of a concept's page.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source of a template in the language that its name begins with."""
        lang, _, name = template.partition("/")
        if lang not in UI_LANGUAGES:
            raise TemplateNotFound(template)
        source, path, current = super().get_source(environment, name)
        gettext = translations(lang).gettext
        source = MESSAGE.sub(lambda found: json.dumps(gettext(found[1]), ensure_ascii=False), source)
        return REFERENCE.sub(rf'\1"{lang}/\2"', source), path, current


class Plain(CodeGenerator):
    """Compiles what a template says to the same in Python: `it.name` to an attribute, `f(x)` to a call.

    Jinja asks of every object at run time whether an attribute may be a key, of every callable whether it wants the
    context, and makes an object of every text that it escapes. Our templates are given records, and functions that
    want no context; a macro knows of escaping from where it is defined.
    """

    def write_commons(self) -> None:
        """Write how each block begins."""
        super().write_commons()
        self.writeline(f"{escaped.__name__} = environment.globals[{escaped.__name__!r}]")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """Write the look-up of an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - likewise
        """Write a call with the arguments that the template gives, and no more."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            self.fail("a call in a template has its arguments written out", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Gather what a template puts out and give it in one piece.

        Jinja gives every piece by itself, through a generator for each template and block around it.
        """
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Write what is done to a value before it is put out."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write(f"{escaped.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Lean(Template):
    """A template that sees the globals of its environment as any other does, so that nobody must ask which they are.

    Jinja lists the names of the globals for each template and each part that it includes, a tenth of what our pages
    take, for templates that import others with globals of their own.
    """

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - as Jinja has it
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - likewise
    ) -> Context:
        """Return what a template reads its names from."""
        seen = (vars or {}) if shared else {**self.globals, **(vars or {})}
        if locals:
            seen = seen | {name: value for name, value in locals.items() if value is not missing}
        return self.environment.context_class(self.environment, seen, self.name, self.blocks)


def rendered(environment: Environment, name: str, shown: Mapping[str, object]) -> str:
    """Return a template with what it shows.

    Flask's `render_template` adds the request and the session, which our templates do not read, and copies more.
    """
    template = environment.get_template(name)
    context = template.new_context({**environment.globals, **shown}, shared=True)
    return "".join(template.root_render_func(context))


def set_up(environment: Environment, folder: str, functions: Iterable[Callable[..., Any]]) -> None:
    """Make an environment ours: its loader, its compiler, its white space, and functions by their names."""
    environment.loader = InEachLanguage(folder)
    environment.code_generator_class = Plain
    environment.template_class = Lean
    environment.auto_reload = False
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals.update({function.__name__: function for function in functions})
