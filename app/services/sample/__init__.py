"""Sample data: fictional people and cases over four meetings, written for the purpose."""

from app.services.sample.loading import load_sample
from app.services.sample.removing import own_items_in_sample, remove_sample

__all__ = ["load_sample", "own_items_in_sample", "remove_sample"]
