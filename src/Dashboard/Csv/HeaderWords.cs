namespace Dashboard.Csv;

/// <summary>What a header says by its words: CustomerID, customer_no and "Kundennummer" name people, newsletter and opt-in name consent.</summary>
internal static class HeaderWords
{
    private static readonly HashSet<string> Ids =
        ["id", "no", "nr", "number", "num", "key", "code", "uuid", "guid", "nummer", "azonosító", "azonosito", "szám", "szam", "kód", "kod", "numero", "número"];
    private static readonly HashSet<string> People =
        ["customer", "cust", "client", "user", "member", "person", "contact", "account", "subscriber", "shopper", "buyer", "loyalty",
         "kunde", "kunden", "kund", "klient", "cliente", "ügyfél", "ugyfel", "vevő", "vevo", "card"];
    private static readonly string[] Mails = ["email", "emailaddress", "mail", "mailaddress"];
    private static readonly string[] Telephones = ["phone", "phonenumber", "phoneno", "mobile", "mobilenumber", "mobileno", "telephone", "telephonenumber", "telefon", "telefonnummer", "handy", "handynummer", "cell", "cellphone", "tel"];
    private static readonly string[] Consents = ["optin", "newsletter", "consent", "subscribed", "permission", "gdpr", "einwilligung",
        "hozzájárulás", "hozzajarulas", "hírlevél", "hirlevel", "marketingallowed", "emailallowed", "smsallowed", "acceptsmarketing", "acceptsemail", "acceptssms"];
    // In these columns yes means no, so they are never taken for a consent by themselves.
    private static readonly string[] Refusals = ["optout", "optedout", "unsub", "donot", "objection", "widerspruch", "leiratkoz", "abgemeldet", "désabonn", "desabonn"];
    private static readonly HashSet<string> SensitiveWords = ["gender", "genre", "sex", "geschlecht", "nem", "ethnicity", "ethnic", "race", "religion", "religious", "confession", "faith",
        "nationality", "citizenship", "disability", "disabled", "health", "illness", "diagnosis", "gesundheit", "marital", "pregnant", "pregnancy", "orientation", "union", "political", "vallás"];
    private static readonly string[] Indexes = ["", "index", "unnamed0", "rownames", "row", "rownumber"];

    /// <summary>3 for a person's id, 2 for any id, 1 for an e-mail address, 0 for the rest.</summary>
    public static int IdStrength(string header)
    {
        var words = Split(header);
        var whole = string.Concat(words);
        if (IsPersonsId(whole) || (words.Any(People.Contains) && words.Any(Ids.Contains))) return 3;
        if (words.Count > 0 && (words[^1] is "id" or "uuid" or "guid" || (words.Count <= 2 && Ids.Contains(words[^1])))) return 2;
        return Mails.Contains(whole) ? 1 : 0;
    }

    /// <summary>"E-mail", "Customer email": words before it say whose.</summary>
    public static bool IsMail(string header) => string.Concat(Split(header)) is var whole && Mails.Any(mail => whole.EndsWith(mail, StringComparison.Ordinal));

    public static bool IsTelephone(string header) => Split(header) is var words && (Telephones.Contains(string.Concat(words)) || words.Count > 0 && Telephones.Contains(words[^1]) || words.Count > 1 && Telephones.Contains(words[^2] + words[^1]));

    /// <summary>"customerid", "kundennr", "clientnum": a person and an id in one word.</summary>
    private static bool IsPersonsId(string whole) => People.Any(person => whole.StartsWith(person, StringComparison.Ordinal) && Ids.Contains(whole[person.Length..]));

    public static bool IsConsent(string header)
    {
        var whole = string.Concat(Split(header));
        return Consents.Any(whole.Contains) && !Refusals.Any(whole.Contains);
    }

    public static bool IsRefusal(string header) => Refusals.Any(string.Concat(Split(header)).Contains);

    /// <summary>By which the law or decency forbids to treat people differently.</summary>
    public static bool IsSensitive(string header) => Split(header) is var words && (words.Any(SensitiveWords.Contains) || IsAge(words));

    public static bool IsAge(string header) => IsAge(Split(header));

    private static bool IsAge(List<string> words) => words.Count <= 2 && words.Any(w => w is "age" or "alter" or "életkor" or "eletkor" or "edad");

    public static bool IsIndex(string header) => Indexes.Contains(string.Concat(Split(header)));

    public static bool IsDate(string header) => Split(header).Any(w => w is "date" or "datum" or "dátum" or "datetime" or "timestamp" or "birthday" or "dob");

    internal static List<string> Split(string header)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= header.Length; i++)
        {
            var ends = i == header.Length || !char.IsLetterOrDigit(header[i]);
            var turns = !ends && i > start && char.IsUpper(header[i]) && !char.IsUpper(header[i - 1]);
            if (!ends && !turns) continue;
            if (i > start) words.Add(header[start..i].ToLowerInvariant());
            start = ends ? i + 1 : i;
        }
        return words;
    }
}
