namespace Dashboard.Access;

public static class Roles
{
    public const string Viewer = "Viewer";
    public const string Marketer = "Marketer";
    public const string Administrator = "Administrator";
    public static readonly string[] All = [Viewer, Marketer, Administrator];

    /// <summary>Whether people of this role may take customers away as files, unless something else was said of one of them.</summary>
    public static bool Exports(string role) => role != Viewer;
}

/// <summary>Policies of pages (roles, by cookie) and of the API (scopes, by key).</summary>
public static class Rights
{
    public const string Write = "write";
    public const string Export = "export";
    public const string Administer = "administer";

    /// <summary>For pages that everyone has of their own, and so may post.</summary>
    public const string Own = "own";
    public const string PersonOrKey = "person-or-key";
    public const string ApiRead = "api:read";
    public const string ApiWrite = "api:write";
    public const string ApiExport = "api:export";
    public const string ApiErase = "api:erase";
    public static readonly string[] Scopes = ["read", "write", "export", "erase"];
}
