"""The laptops that take part: this one, the others, who asks to, and the hub among them."""
