"""`python -m channelwise`."""

from channelwise.cli.main import run

if __name__ == "__main__":
    run()
