using Dashboard.Data;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>Identity asks this of everyone who would sign in.</summary>
public sealed class NotDisabled : IUserConfirmation<User>
{
    public Task<bool> IsConfirmedAsync(UserManager<User> manager, User user) => Task.FromResult(user.DisabledAt is null);
}
