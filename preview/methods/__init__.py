"""The Web API methods, one module a family; each module holds its own table."""
