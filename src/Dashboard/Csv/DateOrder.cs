namespace Dashboard.Csv;

public enum DateOrder { YearFirst, DayFirst, MonthFirst }
