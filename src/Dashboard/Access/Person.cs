using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>A user as administrators see them.</summary>
public sealed record Person(int Id, string Name, string Email, string Role, bool MayExport, DateTime? LastSignInAt, bool HasSecondFactor, bool IsDisabled)
{
    /// <summary>Whoever can give access to all should not depend on a password alone.</summary>
    public bool LacksSecondFactor => Role == Roles.Administrator && !HasSecondFactor && !IsDisabled;
}

public static class PeopleQueries
{
    /// <summary>All, or one alone.</summary>
    public static IQueryable<Person> People(this DashboardDb db, int? id = null) =>
        from user in db.Users
        join held in db.UserRoles on user.Id equals held.UserId
        join role in db.Roles on held.RoleId equals role.Id
        where id == null || user.Id == id
        orderby user.Email
        select new Person(user.Id, user.DisplayName, user.Email!, role.Name!, user.MayExport ?? Roles.Exports(role.Name!), user.LastSignInAt, user.TwoFactorEnabled, user.DisabledAt != null);

    public static Task<bool> HasAdministratorBesideAsync(this DashboardDb db, int id) =>
        (from user in db.Users
         join held in db.UserRoles on user.Id equals held.UserId
         join role in db.Roles on held.RoleId equals role.Id
         where role.Name == Roles.Administrator && user.DisabledAt == null && user.Id != id
         select user).AnyAsync();
}
