"""Apart: files that may be big or hostile are read in a process of their own, with limits of time and memory."""
