from __future__ import annotations

from samsprak.language.function_words import is_function_word


def test_words_that_questions_are_built_with_are_function_words_in_their_own_language() -> None:
    assert is_function_word("for", "sv")
    assert is_function_word("vad", "sv-FI")
    assert is_function_word("between", "en")
    assert not is_function_word("between", "sv")
    assert not is_function_word("stod", "sv")
    assert not is_function_word("der", "de")
