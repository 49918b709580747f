"""What the councils published: meetings, their papers, passages, and the search over them."""
