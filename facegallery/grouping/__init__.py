"""Embeddings to groups, and groups to people: numbers in, numbers out.

groups.group_faces is the way in for grouping: density (DBSCAN), splitting (components that cannot
be one person), linkage (merging by average similarity), then one face a photo and the doubtful
faces. identity keeps the ids of groups from run to run. suggestions matches what is not assigned
to the examples of people. All are pure functions of arrays: no files, no catalog, no models.
"""
