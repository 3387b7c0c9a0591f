"""The words that everyone uses: values only, known to all rooms, knowing none."""
