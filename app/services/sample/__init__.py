"""Sample data: fictional people and cases over four meetings, written for the purpose."""

from app.services.sample.loading import load_sample

__all__ = ["load_sample"]
