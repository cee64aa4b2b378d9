"""From files and plugins to a frozen rulebook."""
