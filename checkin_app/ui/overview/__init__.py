"""The overview for whoever leads: arrivals against plan, desks, buses by route, laptops, and what needs a person."""
