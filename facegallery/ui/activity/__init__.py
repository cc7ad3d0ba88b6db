"""The Activity page: what runs, what was done, and what can be taken back."""
