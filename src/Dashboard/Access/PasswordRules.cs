using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>What a password of twelve characters may still not be. Figures and signs are not asked for: they make people predictable, not safe.</summary>
public sealed class PasswordRules : IPasswordValidator<User>
{
    public const int Longest = 128;
    private const int ShortestWord = 4;
    private static readonly string[] OfTheProduct = ["dashboard", "segmentation"];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        password?.Length >= manager.Options.Password.RequiredLength && WhyNot(user, password) is { } problem ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = problem }) : IdentityResult.Success);

    private static string? WhyNot(User user, string password) =>
        password.Length > Longest ? $"A password has at most {Longest} characters."
        : CommonPasswords.Contain(password) ? "This password is among the first that are tried. Choose another: four words that have nothing to do with each other are good."
        : WordsOf(user).FirstOrDefault(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word
            ? $"A password with “{word}” in it is easily guessed here. Choose one without." : null;

    /// <summary>What a stranger who knows the site and the person would try.</summary>
    private static IEnumerable<string> WordsOf(User user) =>
        $"{user.Email} {user.DisplayName}".Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord).Concat(OfTheProduct);
}
