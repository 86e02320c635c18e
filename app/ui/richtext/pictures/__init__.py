"""A picture on its way into the text: read, asked about, put in, changed."""
