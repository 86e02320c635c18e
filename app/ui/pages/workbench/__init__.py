"""The workbench of one meeting."""
