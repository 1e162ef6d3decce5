namespace Dashboard.Predictions;

/// <summary>How sure a placement is: a customer unlike all others is placed, but on thin ground.</summary>
public enum Certainty { Sure, Unsure, Unlike }
