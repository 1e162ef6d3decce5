using System.Globalization;

namespace Dashboard.Csv;

/// <summary>What may stand round a number: blanks, one sign (also trailing, or as parentheses), one currency sign or one percent sign.</summary>
internal readonly ref struct NumberDress
{
    public NumberDress(ReadOnlySpan<char> cell)
    {
        var body = cell.Trim();
        int signs = 0, units = 0;
        if (body.Length > 2 && body[0] == '(' && body[^1] == ')')
        {
            (Negative, signs) = (true, 1);
            body = body[1..^1].Trim();
        }
        for (; units < 2 && body.Length > 0 && !IsBody(body[0]); body = body[1..].TrimStart())
            if (IsSign(body[0])) (Negative, signs) = (Negative || body[0] != '+', signs + 1);
            else units += IsCurrency(body[0]) ? 1 : 2;
        for (; units < 2 && body.Length > 0 && !IsBody(body[^1]); body = body[..^1].TrimEnd())
            if (IsMinus(body[^1])) (Negative, signs) = (true, signs + 1);
            else units += IsCurrency(body[^1]) || body[^1] == '%' ? 1 : 2;
        Body = body;
        Fits = body.Length > 0 && signs <= 1 && units <= 1;
    }

    public ReadOnlySpan<char> Body { get; }
    public bool Negative { get; }
    public bool Fits { get; }

    private static bool IsBody(char c) => char.IsAsciiDigit(c) || c is '.' or ',';
    private static bool IsMinus(char c) => c is '-' or '\u2212';
    private static bool IsSign(char c) => c == '+' || IsMinus(c);
    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;
}
