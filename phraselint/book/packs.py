"""The shipped packs and service rules: their names, and where they lie. Nothing but ``os``."""

import os

from phraselint.book.find import shipped_folder

SIGNALS = "signals"


def shipped(name: str) -> str:
    """The path of a pack, whether or not it is there."""
    return os.path.join(shipped_folder(), "lexicon", f"{name}.yaml")


def pack_names() -> list[str]:
    """The packs that ``extends`` may name."""
    return [stem for stem in _stems(os.path.join(shipped_folder(), "lexicon")) if stem != SIGNALS]


def rules_folder() -> str:
    """Where the shipped service rules lie."""
    return os.path.join(shipped_folder(), "rules")


def rule_files() -> dict[str, str]:
    """The path of each shipped service rule, <group>/<id>.yaml, by its id."""
    rules = rules_folder()
    found = {}
    for group in _names(rules):
        folder = os.path.join(rules, group)
        found.update({stem: os.path.join(folder, f"{stem}.yaml") for stem in _stems(folder)})
    return found


def _names(folder: str) -> list[str]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _stems(folder: str) -> list[str]:
    return [name.removesuffix(".yaml") for name in _names(folder) if name.endswith(".yaml")]
