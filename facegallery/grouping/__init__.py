"""Embeddings to groups, and groups to people: numbers in, numbers out.

centring prepares a model's embeddings; all else takes centred ones. groups.group_faces is the way
in for grouping: ordering and reduction (of long embeddings), density (DBSCAN; neighbours compares
all with all, cells what is near among very many), splitting (components that cannot be one person),
linkage (merging by average similarity), attaching (one face a photo, then the doubtful faces).
adding brings a few new faces to the groups of very many. together puts the user's word over it,
identity keeps the ids of groups from run to run; changes compares two ways to group, strangers
finds groups of one event. suggestions
matches faces and groups that are nobody's to the examples of people. All are pure functions of
arrays: no files, no catalog, no models.
"""
