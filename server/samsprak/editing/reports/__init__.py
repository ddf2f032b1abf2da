"""Reports of differences: sections in words, and the forms that they are written in."""
