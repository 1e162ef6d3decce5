using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Browser.Tests;

public sealed class SignInPathTests(SignInPathTests.PatientSite site, ITestOutputHelper output) : PageTest(site, output), IClassFixture<SignInPathTests.PatientSite>
{
    private const string Mail = "grace@example.com";
    private const string First = "seven green kettles sing";
    private const string Second = "four other words entirely";
    private IPage _ada = null!;
    private IPage _grace = null!;
    private string _secret = "";
    private string[] _recovery = [];

    [SkippableFact]
    public async Task Somebody_is_invited_takes_a_second_factor_and_gets_a_new_password_by_link()
    {
        (_ada, _grace) = (await WindowAsync(), await WindowAsync());
        await _ada.SignInAsync();
        await _ada.WaitForURLAsync(Address + "/");

        await ComeByInvitation();
        await SwitchTheSecondFactorOn();
        await SignInWithACode();
        await SignInWithARecoveryCodeOnce();
        await ChooseANewPasswordByLink();
        await EndTheOtherSession();
    }

    private async Task ComeByInvitation()
    {
        await _ada.GotoAsync("/people");
        await _ada.GetByLabel("E-mail").FillAsync(Mail);
        await _ada.Button("Make an invitation").ClickAsync();
        await _grace.GotoAsync(await LinkAsync());
        await _grace.SeeAsync("has invited you");
        await _grace.GetByLabel("Your name").FillAsync("Grace");
        await _grace.GetByLabel("Password").FillAsync(First);
        await _grace.Button("Save the password").ClickAsync();
        await _grace.SeeAsync("Your password is saved.");
        await SignInAsync(First);
        await _grace.WaitForURLAsync(Address + "/");
    }

    private async Task SwitchTheSecondFactorOn()
    {
        await _grace.GotoAsync("/account");
        await _grace.Locator("#set-up-password").FillAsync(First);
        await _grace.Button("Set it up").ClickAsync();
        _secret = (await _grace.Locator("main code").First.InnerTextAsync()).Replace(" ", "").ToUpperInvariant();
        await _grace.GetByLabel("Code that the app shows").FillAsync(Code(0));
        await _grace.Button("Switch it on").ClickAsync();
        await _grace.SeeAsync("Your recovery codes");
        _recovery = [.. await _grace.Locator("main li code").AllInnerTextsAsync()];
        Assert.Equal(10, _recovery.Length);
        await _grace.ReloadAsync();
        Assert.Equal("/account", new Uri(_grace.Url).AbsolutePath);
    }

    private async Task SignInWithACode()
    {
        await SignOutAsync();
        await SignInAsync(First);
        await CodeAsync("123 456");
        await _grace.SeeAsync("The code is wrong or was used");
        await CodeAsync(Code(1));
        await _grace.WaitForURLAsync(Address + "/");
    }

    private async Task SignInWithARecoveryCodeOnce()
    {
        await SignOutAsync();
        await SignInAsync(First);
        await CodeAsync(_recovery[0]);
        await _grace.WaitForURLAsync(Address + "/");
        await SignOutAsync();
        await SignInAsync(First);
        await CodeAsync(_recovery[0]);
        await _grace.SeeAsync("The code is wrong or was used");
    }

    private async Task ChooseANewPasswordByLink()
    {
        await _ada.GotoAsync("/people");
        await _ada.Link("Grace").ClickAsync();
        await _ada.Button("Make a link for a new password").ClickAsync();
        var link = await LinkAsync();
        await _grace.GotoAsync(link);
        await _grace.GetByLabel("Password").FillAsync(Second);
        await _grace.Button("Save the password").ClickAsync();
        await SignInAsync(Second);
        await CodeAsync(_recovery[1]);
        await _grace.WaitForURLAsync(Address + "/");
        await _ada.GotoAsync(link);
        await _ada.SeeAsync("This link is not good any more");
    }

    private async Task EndTheOtherSession()
    {
        var elsewhere = await WindowAsync();
        await elsewhere.SignInAsync();
        await elsewhere.WaitForURLAsync(Address + "/");
        await _ada.GotoAsync("/account");
        await _ada.GetByRole(AriaRole.Button, new() { NameRegex = new("^Sign out Chrome") }).First.ClickAsync();
        await _ada.SeeAsync("That session is over.");
        await _ada.GetByRole(AriaRole.Button, new() { NameRegex = new("^Sign out Chrome") }).First.ClickAsync();
        await _ada.SeeAsync("That session is over.");
        await elsewhere.GotoAsync("/datasets");
        Assert.Equal("/sign-in", new Uri(elsewhere.Url).AbsolutePath);
    }

    private Task<string> LinkAsync() => _ada.Locator(".copy code").InnerTextAsync();

    private Task SignOutAsync() => _grace.Button("Sign out").ClickAsync();

    private async Task SignInAsync(string password)
    {
        await _grace.GotoAsync("/sign-in");
        await _grace.GetByLabel("E-mail").FillAsync(Mail);
        await _grace.GetByLabel("Password").FillAsync(password);
        await _grace.Button("Sign in").ClickAsync();
    }

    private async Task CodeAsync(string code)
    {
        await _grace.GetByLabel("Code").FillAsync(code);
        await _grace.Button("Sign in").ClickAsync();
    }

    /// <summary>As an authenticator app makes it, so many half minutes from now: RFC 6238.</summary>
    private string Code(int steps)
    {
        var bits = string.Concat(_secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // The apps know no other.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000).ToString("D6");
    }

    /// <summary>Where nobody waits between two attempts to sign in.</summary>
    public sealed class PatientSite : PeopledSite
    {
        protected override (string Key, string Value)[] Settings => [.. base.Settings, ("Access__SignInsPerMinute", "1000")];
    }
}
