"""The tables a committee keeps from meeting to meeting: actions asked for, and the work programme."""
