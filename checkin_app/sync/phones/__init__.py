"""The page that a hub serves for coordinators' phones: read only, made of text on the hub, with nothing from elsewhere."""
