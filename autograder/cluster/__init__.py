"""Grades on machines of a Dask cluster that is there already; Dask carries, and decides nothing."""
