"""Albums: saved searches and chosen photos, and exports of them."""
