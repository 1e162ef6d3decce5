namespace Dashboard.Data;

/// <summary>Why a customer is left out of all that is done with the others.</summary>
[Flags]
public enum LeftOut { No, OptedOut = 1, Listed = 2 }
