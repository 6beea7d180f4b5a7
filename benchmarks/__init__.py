"""Performance as ratios within one run: never a timed test, never a number that means something on one machine only."""
