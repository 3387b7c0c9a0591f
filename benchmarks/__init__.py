"""How fast and how right: each module prints ratios or shares of one run, so that the machine does not count."""
