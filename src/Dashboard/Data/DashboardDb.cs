using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Data;

public sealed class DashboardDb(DbContextOptions<DashboardDb> options, WriteGate gate)
    : IdentityDbContext<User, IdentityRole<int>, int>(options)
{
    private bool _insideWrite;

    public DbSet<Dataset> Datasets => Set<Dataset>();
    public DbSet<Column> Columns => Set<Column>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();
    public DbSet<RejectedRow> RejectedRows => Set<RejectedRow>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<Selection> Selections => Set<Selection>();
    public DbSet<Segment> Segments => Set<Segment>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Classifier> Classifiers => Set<Classifier>();
    public DbSet<TargetSheet> TargetSheets => Set<TargetSheet>();
    public DbSet<Nickname> Nicknames => Set<Nickname>();
    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<Batch> Batches => Set<Batch>();
    public DbSet<DriftCheck> DriftChecks => Set<DriftCheck>();
    public DbSet<Activation> Activations => Set<Activation>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<ConsentWording> ConsentWordings => Set<ConsentWording>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>What was made while this was the same, from what was asked later, still holds.</summary>
    public long Writes => gate.Writes;

    /// <summary>The only way to write: behind the gate and in one transaction, begun as a writer so that it never upgrades a read.</summary>
    public Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => WriteAsync(work, isNews: true, cancellation);

    public Task WriteAsync(Func<Task> work, CancellationToken cancellation = default) =>
        WriteAsync(async () => { await work(); return true; }, cancellation);

    /// <summary>Writes what makes no answer old that is kept until something is written.</summary>
    public Task WriteAsideAsync(Func<Task> work, CancellationToken cancellation) =>
        WriteAsync(async () => { await work(); return true; }, isNews: false, cancellation);

    private async Task<T> WriteAsync<T>(Func<Task<T>> work, bool isNews, CancellationToken cancellation)
    {
        if (_insideWrite)
        {
            return await work();
        }
        using var _ = await gate.EnterAsync(isNews, cancellation);
        _insideWrite = true;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellation);
            var result = await work();
            await transaction.CommitAsync(cancellation);
            return result;
        }
        finally
        {
            _insideWrite = false;
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        WriteAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<Utc>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Dataset>().HasMany(d => d.Columns).WithOne().HasForeignKey(c => c.DatasetId);
        builder.Entity<Dataset>().HasMany(d => d.Imports).WithOne(i => i.Dataset);
        builder.Entity<Dataset>().HasMany(d => d.Runs).WithOne(r => r.Dataset);
        builder.Entity<Import>().HasMany(i => i.Rejects).WithOne().HasForeignKey(r => r.ImportId);
        builder.Entity<Import>().OwnsOne(i => i.Rows);
        builder.Entity<Import>().HasIndex(i => i.Status);
        builder.Entity<ImportDraft>().HasIndex(d => d.Status);
        builder.Entity<ImportDraft>().HasOne(d => d.Dataset).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ImportDraft>().HasOne(d => d.Import).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.Entity<Run>().HasMany(r => r.Segments).WithOne(s => s.Run);
        builder.Entity<Run>().HasIndex(r => r.Status);
        builder.Entity<Selection>().HasIndex(s => s.Status);
        builder.Entity<Classifier>().HasIndex(c => c.Status);
        builder.Entity<TargetSheet>().HasKey(t => t.RunId);
        builder.Entity<TargetSheet>().HasOne<Run>().WithOne().HasForeignKey<TargetSheet>(t => t.RunId);
        builder.Entity<Batch>().HasIndex(b => b.Status);
        builder.Entity<Segment>().HasIndex(s => new { s.RunId, s.Index }).IsUnique();
        builder.Entity<Assignment>().HasKey(a => new { a.RunId, a.CustomerRow });
        builder.Entity<Assignment>().HasIndex(a => new { a.RunId, a.SegmentIndex });
        builder.Entity<Suppression>().HasIndex(s => s.Pseudonym);
        builder.Entity<Suppression>().HasOne(s => s.Dataset).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ApiKey>().HasIndex(k => k.Hash).IsUnique();
        builder.Entity<OneTimeLink>().HasIndex(l => l.Hash).IsUnique();
        builder.Entity<OneTimeLink>().HasOne(l => l.User).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.Entity<ApiKey>().HasIndex(k => k.PublicId).IsUnique();
        builder.Entity<Session>().HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        builder.Entity<ConsentWording>().HasOne<Column>().WithMany().HasForeignKey(w => w.ColumnId);
        builder.Entity<AuditEntry>().Property(e => e.Id).ValueGeneratedNever();
        builder.Entity<AuditEntry>().HasIndex(e => e.What);
    }

    private sealed class Utc() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
