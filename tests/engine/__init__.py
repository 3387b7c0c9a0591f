"""Tests of the engine: judging, saying, fixing."""
