"""What many articles say: the dossier of one entity, the chronicle of one story."""
