namespace Dashboard.Targets;

/// <summary>What the site itself can say of a segment, as a score, where the team has not said otherwise.</summary>
public enum Measure { None, Size, Worth, Reach }
