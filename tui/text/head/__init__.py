"""What stands about an article: headline, byline, dateline, front matter, and when it was published."""
