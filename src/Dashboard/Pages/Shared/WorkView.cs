using Dashboard.Data;

namespace Dashboard.Pages.Shared;

/// <summary>Work under way, for the partial that shows it.</summary>
public sealed record WorkView(Work Work, string EventsUrl, string Advice);
