"""Where articles come from beside files: addresses on the web, feeds, and what other programs have kept."""
