"""What harvesters and search engines ask for: catalogues of the data, site maps, and the contracts of the data."""
