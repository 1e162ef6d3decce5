using System.Globalization;

namespace Segmentation.Formulas;

/// <summary>
/// Recursive descent: sum = product { (+|−) product }, product = factor { (×|÷) factor }, factor = − factor | number | [column] |
/// function ( sum, … ) | ( sum ). A closing bracket inside a column's name is written twice.
/// </summary>
internal sealed class FormulaParser(string text, Func<string, string?> columnOf)
{
    private const int MaxDepth = 50;
    private readonly List<string> _columns = [];
    private int _at;
    private int _depth;

    public IReadOnlyList<string> Columns => _columns;

    private char Here => _at < text.Length ? text[_at] : '\0';

    public Term Parse()
    {
        if (text.Length > Formula.MaxLength)
            throw new FormulaException($"A formula has at most {Formula.MaxLength} characters.", Formula.MaxLength);
        var term = Sum();
        return Here == '\0' && _at >= text.Length ? term : throw Unexpected("an operation such as + or the end");
    }

    private Term Sum()
    {
        if (++_depth > MaxDepth)
            throw new FormulaException("The brackets lie too deep inside each other.", _at);
        var left = Product();
        while (Takes("+-−") is { } sign)
            left = new Operation(sign == '+' ? '+' : '-', left, Product());
        _depth--;
        return left;
    }

    private Term Product()
    {
        var left = Factor();
        while (Takes("*/×÷·") is { } sign)
            left = new Operation(sign is '/' or '÷' ? '/' : '*', left, Factor());
        return left;
    }

    private Term Factor()
    {
        int signs = 0;
        while (Takes("-−") is not null)
            signs++;
        var term = Operand();
        return signs % 2 == 1 ? new Negation(term) : term;
    }

    private Term Operand()
    {
        if (Takes("(") is not null)
        {
            var inside = Sum();
            Require(')');
            return inside;
        }
        if (Takes("[") is not null)
            return Column();
        if (char.IsAsciiDigit(Here) || Here == '.')
            return Value();
        return char.IsLetter(Here) ? Function() : throw Unexpected("a number, a [column] or a bracket");
    }

    private Number Value()
    {
        int from = _at;
        while (char.IsAsciiDigit(Here) || Here == '.')
            _at++;
        bool isNumber = double.TryParse(text.AsSpan(from, _at - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
        SkipBlanks();
        return isNumber ? new Number(value) : throw new FormulaException($"“{text[from.._at].Trim()}” is not a number. Decimals are written with a point.", from);
    }

    private ColumnValue Column()
    {
        int from = _at;
        var name = new System.Text.StringBuilder();
        for (; Here != ']' || _at + 1 < text.Length && text[_at + 1] == ']'; _at++)
        {
            if (_at >= text.Length)
                throw new FormulaException("A ] is missing after the name of a column.", from);
            if (Here == ']')
                _at++;
            name.Append(Here);
        }
        _at++;
        SkipBlanks();
        string column = columnOf(name.ToString().Trim()) ?? throw new FormulaException($"There is no number column “{name}”.", from);
        int index = _columns.IndexOf(column);
        if (index < 0)
        {
            index = _columns.Count;
            _columns.Add(column);
        }
        return new ColumnValue(index);
    }

    private Call Function()
    {
        int from = _at;
        while (char.IsLetter(Here))
            _at++;
        string name = text[from.._at].ToLowerInvariant();
        SkipBlanks();
        if (!Call.Functions.TryGetValue(name, out var takes))
            throw new FormulaException($"“{name}” is not known. Columns stand between [ and ]; functions are {string.Join(", ", Call.Functions.Keys)}.", from);
        Require('(');
        List<Term> arguments = [Sum()];
        while (Takes(",;") is not null)
            arguments.Add(Sum());
        Require(')');
        return arguments.Count >= takes.Least && arguments.Count <= takes.Most ? new Call(name, arguments)
            : throw new FormulaException($"{name} takes {(takes.Most == 1 ? "one value" : $"{takes.Least} to {takes.Most} values")}.", from);
    }

    private void Require(char wanted)
    {
        if (Takes(wanted.ToString()) is null)
            throw Unexpected($"“{wanted}”");
    }

    /// <summary>The character here when it is one of those, and goes on; null when not.</summary>
    private char? Takes(string any)
    {
        SkipBlanks();
        if (_at >= text.Length || !any.Contains(Here))
            return null;
        char taken = text[_at++];
        SkipBlanks();
        return taken;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private FormulaException Unexpected(string wanted) => new(
        _at >= text.Length ? $"The formula ends where {wanted} should come." : $"“{Here}” at character {_at + 1} is not understood: {wanted} should come there.", _at);
}
