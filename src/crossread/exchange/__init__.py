"""Records on their way in and out: the only room that knows JSON shapes, their field order, and CSV."""
