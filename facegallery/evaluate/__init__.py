"""How right the program is, measured on labelled photos: groups and pairs.

folders and pairs read the labels, metrics and pair_scores compute the figures. Nothing here opens
an image or runs a model: who calls brings the embeddings.
"""
