"""Training of the language model that ships in the package: `python -m training`."""
