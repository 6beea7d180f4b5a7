"""`python -m crossread` is the command `crossread`."""

from crossread.cli.app import main

if __name__ == "__main__":
    main()
