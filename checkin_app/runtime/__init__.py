"""How work runs: lanes, settings, keys, logs, crash reports, single instance."""
