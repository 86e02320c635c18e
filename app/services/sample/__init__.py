"""Sample data: fictional people and cases over four meetings, written for the purpose."""

from app.services.sample.loading import load_sample
from app.services.sample.removing import remove_sample

__all__ = ["load_sample", "remove_sample"]
