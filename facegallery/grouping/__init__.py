"""Embeddings to groups, and groups to people: numbers in, numbers out.

centring prepares a model's embeddings; all else takes centred ones. groups.group_faces is the way
in for grouping: density (DBSCAN), splitting (components that cannot be one person), linkage
(merging by average similarity), attaching (one face a photo, then the doubtful faces). together
puts the user's word over it, identity keeps the ids of groups from run to run. suggestions
matches faces and groups that are nobody's to the examples of people. All are pure functions of
arrays: no files, no catalog, no models.
"""
