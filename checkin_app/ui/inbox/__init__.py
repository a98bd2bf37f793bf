"""What laptops know differently: both claims side by side, and a choice that settles it."""
