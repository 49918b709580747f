"""What words say by themselves, wherever they stand: dates, names, posts, sentences."""
