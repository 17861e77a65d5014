"""Articles, quotes, meetings, people, subscriptions and deliveries, kept in SQLite."""
