"""Small rules that give evidence for what a unit is."""
