"""Who sits on which bus: the planning of one route.  Pure: no clock, no thread, no randomness but a seed's."""
