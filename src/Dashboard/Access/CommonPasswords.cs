namespace Dashboard.Access;

/// <summary>
/// Passwords of twelve characters and more that are tried first: two of the words that people choose most, such a word with figures or a year
/// behind it, a walk over the keyboard, or anything said twice. Capitals, blanks and figures in place of letters ("P4ssw0rd") change nothing.
/// </summary>
public static class CommonPasswords
{
    private const int Shortest = 12;

    private static readonly string[] Words =
    [
        .. """
        password passwort secret welcome hello letmein login access master admin administrator root user guest test demo changeme default system server
        computer internet windows office company business money freedom summer winter spring autumn monday friday sunday january december sunshine rainbow
        flower princess angel baby lovely loveme iloveyou forever together friends family mother father daddy mommy sister brother jesus christ heaven
        dragon monkey tiger eagle falcon horse dolphin panther lion wolf bear puppy kitten chicken turtle spider buttercup butterfly football baseball
        basketball hockey soccer tennis golf champion player winner runner ranger hunter killer shadow thunder lightning phoenix batman superman starwars
        pokemon matrix mustang ferrari porsche mercedes corvette harley yamaha michael jordan thomas charlie andrew daniel robert matthew joshua jessica
        jennifer michelle ashley amanda nicole london paris berlin america chelsea liverpool arsenal diamond silver golden orange purple yellow chocolate
        cookie cheese coffee pepper ginger banana apple cherry peanut whatever trustno qwerty qwertz asdfgh zxcvbn blahblah marketing customer
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly string[] Endings =
    [
        "1", "11", "12", "123", "321", "1234", "4321", "12345", "54321", "123456", "654321", "1234567", "12345678", "123456789", "1234567890", "007", "69", "99", "777", "111", "1111", "000", "0000",
        .. Enumerable.Range(1950, 90).Select(year => year.ToString()),
    ];

    private static readonly string[] Walks =
    [
        .. new[]
        {
            "01234567890123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "poiuytrewqlkjhgfdsamnbvcxz",
            "qwertyuiop[]asdfghjkl;'zxcvbnm,./", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qazwsxedcrfvtgbyhnujmikolp", "a1b2c3d4e5f6g7h8i9j0",
        }.SelectMany(walk => new[] { Folded(walk), new string([.. Folded(walk).Reverse()]) }),
    ];

    public static IReadOnlySet<string> All { get; } = Words
        .SelectMany(word => Words.Concat(Endings).Concat(Endings.Select(ending => ending + "!")).Append("!").Select(end => word + end))
        .Where(password => password.Length >= Shortest).Select(Folded).ToHashSet(StringComparer.Ordinal);

    public static bool Contain(string password)
    {
        var folded = Folded(password);
        return All.Contains(folded) || IsSaidTwice(folded) || Walks.Any(walk => walk.Contains(folded, StringComparison.Ordinal));
    }

    /// <summary>A text that is one piece, repeated, stands in itself again when it is written twice.</summary>
    private static bool IsSaidTwice(string text) => text.Length == 0 || (text + text).IndexOf(text, 1, StringComparison.Ordinal) < text.Length;

    private static string Folded(string text) => string.Concat(text.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c)).Select(Letter));

    private static char Letter(char c) => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c };
}
