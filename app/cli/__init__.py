"""The verbs without a screen: the same services, plain text or JSON out."""
