namespace Dashboard.Imports;

public sealed class UploadTooLarge(long most) : Exception($"The file is larger than {most / (1 << 20):N0} MB, the most that this site takes.");
