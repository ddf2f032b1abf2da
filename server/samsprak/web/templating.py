"""Jinja as our templates need it: a call in a template is a call, without looking for what it wants handed in."""

from __future__ import annotations

from typing import Any

from jinja2.runtime import Context, Macro


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
