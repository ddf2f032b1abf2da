"""Jinja as our pages need it: compiled once a language, and a call in a template is just a call."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from jinja2.runtime import Context, Macro

from samsprak.language.messages import translations
from samsprak.settings import UI_LANGUAGES

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


class PlainCalls(Context):
    """A context whose calls pass nothing but the arguments, but to macros, which need to know of escaping.

    Jinja asks of every callable at every call whether it wants the context, by looks at attributes that cost a
    sixth of a concept's page. No function that our templates call wants it.
    """

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as Jinja has it
        """Call what a template calls; the keywords that Jinja adds for the context's sake are taken off."""
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        if isinstance(__obj, Macro):
            return __obj(__self.eval_ctx, *args, **kwargs)
        return __obj(*args, **kwargs)


def set_up(environment: Environment, folder: str, functions: Iterable[Callable[..., Any]]) -> None:
    """Make an environment ours: its loader, its context, its white space, and functions by their names."""
    environment.loader = InEachLanguage(folder)
    environment.context_class = PlainCalls
    environment.auto_reload = False
    environment.trim_blocks = True
    environment.lstrip_blocks = True
    environment.globals.update({function.__name__: function for function in functions})
