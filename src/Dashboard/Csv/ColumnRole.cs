namespace Dashboard.Csv;

public enum ColumnRole { Key, Number, Category, Date, Text, Consent, Ignore }
