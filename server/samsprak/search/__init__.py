"""Finding concepts by what people type; knows nothing of HTTP."""
