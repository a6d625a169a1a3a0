"""Events: what happened then, who took part, and the rows of the timeline."""
