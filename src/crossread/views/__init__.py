"""What a reader asks of a case: relations as of a date, a timeline, on whom an actor stands. Pure functions of what comparison
prepares."""
