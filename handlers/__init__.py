"""Slack surfaces: they fetch from the store, let the bot decide and draw, and post."""
