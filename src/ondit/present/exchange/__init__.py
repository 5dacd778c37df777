"""JSON: the shapes that leave the house, and the records that become them."""
