"""The pieces screens are made of: they show models and post messages, and ask no service."""
