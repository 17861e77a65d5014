"""What is shown in Slack: pure functions from records to messages."""
