"""Review: the questions worth most, one at a time, answered with single keys."""
