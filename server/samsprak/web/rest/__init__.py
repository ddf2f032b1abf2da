"""The REST interface, `/rest/v1`, in the keys that the field's clients know."""
