using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace Dashboard.Api;

/// <summary>An answer written into memory that the next one uses again: a new large array for each would keep the collector at work.</summary>
internal sealed class PooledJson : IResult
{
    private const int AtFirst = 1 << 16;
    private const int LargestKept = 1 << 20;
    private static readonly ObjectPool<ArrayBufferWriter<byte>> Pool = ObjectPool.Create(new Policy());
    private readonly ArrayBufferWriter<byte> _output = Pool.Get();

    /// <summary>To be disposed of before the answer is sent.</summary>
    public Utf8JsonWriter Writer() => new(_output, new() { SkipValidation = true });

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            (httpContext.Response.ContentType, httpContext.Response.ContentLength) = ("application/json", _output.WrittenCount);
            await httpContext.Response.BodyWriter.WriteAsync(_output.WrittenMemory, httpContext.RequestAborted);
        }
        finally
        {
            Pool.Return(_output);
        }
    }

    private sealed class Policy : PooledObjectPolicy<ArrayBufferWriter<byte>>
    {
        public override ArrayBufferWriter<byte> Create() => new(AtFirst);

        public override bool Return(ArrayBufferWriter<byte> obj)
        {
            obj.ResetWrittenCount();
            return obj.Capacity <= LargestKept;
        }
    }
}
