"""What the services need of the world, by subject, as the adapters must offer it.

Beside each subject's read models stand its protocols: `…Reads` within one state of the store, which a service joins to
what it uses; `…Queries` for screens and commands, each on the reader's own connection.  Every method may raise
StorageProblem.
"""
