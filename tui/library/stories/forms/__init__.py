"""A chronicle as a file for other programs and people: Markdown, CSV, JSON, iCalendar, and a page for a browser."""
