"""One screen a file; each is given the services it needs and posts messages for everything else."""
