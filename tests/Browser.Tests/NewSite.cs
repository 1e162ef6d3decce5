namespace Browser.Tests;

/// <summary>Started for the first time: nobody can sign in, nothing is there.</summary>
public sealed class NewSite : RunningSite
{
    protected override (string Key, string Value)[] Settings => [];
}
