"""Sample data: fictional people and cases over four meetings, written for the purpose."""

from app.services.sample.loading import load_sample
from app.services.sample.removing import has_sample, remove_sample

__all__ = ["has_sample", "load_sample", "remove_sample"]
