namespace Charts;

/// <summary>The area of the data inside its axes, and the way from values to places.</summary>
internal readonly record struct Frame(Box Area, LinearScale X, LinearScale Y);
