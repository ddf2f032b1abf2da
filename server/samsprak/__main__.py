"""`python -m samsprak` is the command `samsprak`."""

from samsprak.cli import main

if __name__ == "__main__":
    main()
