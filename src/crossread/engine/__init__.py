"""Running one function over many things: here, or in several processes. Knows nothing of what it runs."""
