"""What the bot is measured by; each file runs by itself and says how at its top."""
