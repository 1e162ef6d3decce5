namespace Dashboard.Data;

/// <summary>Takes the rows of a file one by one: fill <see cref="Row"/>, then call <see cref="Take"/>.</summary>
public interface ICustomerSink : IDisposable
{
    PendingRow Row { get; }

    /// <summary>What the row was before it was updated; meaningful right after <see cref="RowOutcome.Updated"/> alone.</summary>
    PendingRow Before { get; }

    /// <summary>Where the row went that was just taken, if it went anywhere.</summary>
    long LastRow { get; }

    RowOutcome Take();

    /// <summary>Lets the row, which was just a duplicate, win over the earlier one of its key; says what that one was and what it is now.</summary>
    (RowOutcome Was, RowOutcome Is) Replace();

    void Commit();
}
