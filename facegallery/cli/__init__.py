"""The command line: one module a noun; each command is a function from arguments to exit code."""
