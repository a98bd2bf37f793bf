"""How laptops meet over the network: the hub, the way to it, and what is said to be let in."""
