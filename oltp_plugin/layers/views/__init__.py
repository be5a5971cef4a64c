"""Views of an observatory's data: more layers of the same tables, each drawn its own way."""
