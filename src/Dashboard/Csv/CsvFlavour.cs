namespace Dashboard.Csv;

public enum CsvFlavour { Plain, Excel }
