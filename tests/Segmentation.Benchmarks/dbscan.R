#!/usr/bin/Rscript
# Times R's dbscan on a file of numbers: dbscan.R hdbscan FILE K STARTS EPSILON MIN_POINTS; prints milliseconds and the noise.
if (!requireNamespace("dbscan", quietly = TRUE)) stop("dbscan is missing: apt-get install r-cran-dbscan")
arguments <- commandArgs(TRUE)
data <- as.matrix(read.csv(arguments[2], header = FALSE))
times <- sapply(1:3, function(run) 1000 * system.time(found <<- dbscan::hdbscan(data, minPts = as.integer(arguments[6])))["elapsed"])
cat(sort(times)[2], sum(found$cluster == 0), "\n")
