"""What a company wrote: from YAML to the contents of a phrasebook."""
