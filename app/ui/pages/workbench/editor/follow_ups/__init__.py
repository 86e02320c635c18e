"""Opfølgning below the decision: who does what by when."""
