namespace Charts.Tests;

/// <summary>Names that files and people have been known to bring.</summary>
internal static class Hostile
{
    internal static readonly string[] Names =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</text><script>alert(1)</script>",
        "' onload='alert(1)' style='x",
        "a\u0000b\u000bc\ufffed\uffff",
        "lone \ud800 and \udc00",
        "Z" + new string('\u0301', 1000) + "algo",
        "\u202emirrored\u202c \u200b\u200b",
        "&amp; &#0; ]]>",
        "line\r\nbreak\tand\u00a0blank",
        new string('W', 200),
        string.Join(' ', Enumerable.Repeat("word", 40)),
        "Υψηλό εισόδημα, χαμηλές δαπάνες και μακρύ όνομα",
        "Высокий доход, низкие расходы и длинное название",
        "高收入低消費的客戶群體，非常長的名稱測試，再長一點",
        "دخل مرتفع وإنفاق منخفض",
        "👩‍👩‍👧‍👦🎉🇬🇷 family",
        "",
        new string('x', 100_000),
    ];
}
