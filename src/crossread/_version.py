"""The version, on its own: read by the build and by `crossread --version` without importing anything else."""

__version__ = "0.1.0"
