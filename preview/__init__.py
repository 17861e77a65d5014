"""A local stand-in for Slack: Web API, Socket Mode and a page, all in memory, on 127.0.0.1."""
