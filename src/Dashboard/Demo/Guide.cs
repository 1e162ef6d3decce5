using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Demo;

/// <summary>Says where everything is, for whoever started the demo.</summary>
public sealed class Guide(DashboardDb db, DatabaseFile file, IServer server, SetUpToken token)
{
    private string Site => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";

    public async Task<string> TextAsync(IReadOnlyList<Run> runs, string reports)
    {
        var lines = runs.Select(run => $"  {Algorithms.Title(run.Algorithm),-9} {Site}/runs/{run.Id}  {run.Segments.Count(s => !s.IsNoise)} segments of {run.RowsUsed:N0} customers");
        return $"""

            The demo is ready. No person in it is real.
              Site      {Site}
              Sign in   {await SignInAsync()}
            {string.Join('\n', lines)}
              Reports   {reports}
              Database  {file.Path}
              Remove    "Delete" at {Site}/datasets/{runs[0].DatasetId}

            """;
    }

    private async Task<string> SignInAsync() =>
        await db.Users.AnyAsync() ? "with the e-mail address and password chosen at the first start"
        : token.IsNeeded() ? "enter the token above, then choose an e-mail address and a password"
        : "open the site and choose an e-mail address and a password; no token is needed";
}
