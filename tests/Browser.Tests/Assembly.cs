// Each class has a site and a browser of its own; one after the other they have the machine to themselves.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
