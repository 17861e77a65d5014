"""What the bot knows and does: reading, searching, digesting, drawing; no Slack client, no SQL."""
