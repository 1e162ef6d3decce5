using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class KeyWithDuplicatesTests
{
    [Fact]
    public void An_id_with_a_duplicate_beats_a_note_that_happens_to_be_unique()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "id,age,note\n1,20,x\n2,21,y\n3,22,z\n3,23,w\n4,24,v\n5,25,u\n");

        var guesses = ColumnDetection.Guess(path, CsvDetection.Detect(path));

        Assert.Equal("id", Assert.Single(guesses, g => g.Role == ColumnRole.Key).Name);
        File.Delete(path);
    }
}
