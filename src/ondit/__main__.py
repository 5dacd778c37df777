"""`python -m ondit` is `ondit`."""

from ondit.cli import main

if __name__ == "__main__":
    main(prog_name="ondit")
