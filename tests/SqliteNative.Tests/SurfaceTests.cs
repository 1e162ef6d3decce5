using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SqliteNative.Tests;

public sealed class SurfaceTests
{
    [Theory]
    [InlineData(typeof(SqliteConnection), 76)]
    [InlineData(typeof(SqliteDbContextOptionsBuilderExtensions), 1)]
    public void Every_member_that_the_assembly_was_compiled_against_is_there_and_public(Type user, int atLeast)
    {
        using var file = new PEReader(File.OpenRead(user.Assembly.Location));
        var metadata = file.GetMetadataReader();
        var imports = metadata.MemberReferences.Where(member => IsOurs(metadata, metadata.GetMemberReference(member).Parent)).ToList();
        Assert.True(imports.Count >= atLeast, $"only {imports.Count} imports found");
        Assert.All(imports, import => Assert.True(IsPublic(user.Module.ResolveMember(MetadataTokens.GetToken(import))!)));
    }

    [Fact]
    public void The_name_and_version_are_those_of_the_package()
    {
        var wanted = typeof(SqliteConnection).Assembly.GetReferencedAssemblies().Single(name => name.Name == "SQLitePCLRaw.core");
        Assert.Equal(wanted.Version, typeof(SQLitePCL.raw).Assembly.GetName().Version);
    }

    private static bool IsOurs(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind != HandleKind.TypeReference) return false;
        var scope = metadata.GetTypeReference((TypeReferenceHandle)parent).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == "SQLitePCLRaw.core";
    }

    private static bool IsPublic(MemberInfo member) => member.DeclaringType!.IsPublic && member switch
    {
        MethodBase method => method.IsPublic,
        FieldInfo field => field.IsPublic,
        _ => false,
    };
}
