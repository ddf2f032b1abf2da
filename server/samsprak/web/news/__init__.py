"""What is new: feeds for readers, changes as data for systems that keep concept URIs."""
