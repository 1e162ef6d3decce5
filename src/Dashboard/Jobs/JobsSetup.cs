using Dashboard.Batches;
using Dashboard.Models;
using Quartz;

namespace Dashboard.Jobs;

public static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.AddModels();
        builder.AddBatches();
        var services = builder.Services;
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<Worker>();
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(2);
            // When the site stops, jobs are told: their rows wait for the next start instead of counting as crashed.
            quartz.ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.AddJob<ImportJob>(job => job.WithIdentity(nameof(ImportJob)).StoreDurably());
            quartz.AddJob<CheckJob>(job => job.WithIdentity(nameof(CheckJob)).StoreDurably());
            quartz.AddJob<RunJob>(job => job.WithIdentity(nameof(RunJob)).StoreDurably());
            quartz.AddJob<SelectionJob>(job => job.WithIdentity(nameof(SelectionJob)).StoreDurably());
            quartz.AddJob<ClassifierJob>(job => job.WithIdentity(nameof(ClassifierJob)).StoreDurably());
            quartz.AddJob<BatchJob>(job => job.WithIdentity(nameof(BatchJob)).StoreDurably());
            quartz.AddJob<RetentionJob>(job => job.WithIdentity(nameof(RetentionJob)).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(nameof(RetentionJob)).WithCronSchedule("0 0 3 * * ?"));
            quartz.AddTrigger(trigger => trigger.ForJob(nameof(RetentionJob)).StartAt(DateTimeOffset.UtcNow.AddMinutes(10)));
            quartz.AddJob<DriftJob>(job => job.WithIdentity(nameof(DriftJob)).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(nameof(DriftJob)).WithCronSchedule(DriftJob.EveryNight));
            quartz.ScheduleJob<SweepJob>(trigger => trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }
}
