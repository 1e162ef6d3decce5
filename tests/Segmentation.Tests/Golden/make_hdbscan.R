#!/usr/bin/Rscript
# Golden figures of R's dbscan for the tests: make_hdbscan.R FOLDER > hdbscan.json
# FOLDER holds the bench/*.csv files. Values are rounded to float32 first, because that is what the engine clusters.
if (!requireNamespace("dbscan", quietly = TRUE)) stop("dbscan is missing: apt-get install r-cran-dbscan")
suppressPackageStartupMessages(library(dbscan))

# R lets the rows of pieces below minPts count on in their cluster and takes equal distances one by one. Where there are
# hundreds of such pieces, as in the last two sets with minPts 5, other clusters win than by the definition.
small <- c("fcps_hepta", "fcps_lsun", "fcps_target", "other_iris", "sipu_aggregation", "sipu_compound")
sets <- c(small, "other_hdbscan", "sipu_s1")
float32 <- function(x) matrix(readBin(writeBin(as.numeric(x), raw(), size = 4), "numeric", length(x), size = 4), nrow(x))
list_of <- function(x) paste0("[", paste(sprintf("%.12g", x), collapse = ","), "]")
levels_of <- function(x) list_of(c(sum(x), sort(x)[1 + ((length(x) - 1) * 0:20) %/% 20]))

one <- function(name, min_points) {
  table <- as.matrix(read.csv(file.path(commandArgs(TRUE)[1], paste0(name, ".csv"))))
  found <- hdbscan(float32(table[, -ncol(table)]), minPts = min_points)
  sprintf('{"name":"%s","minPoints":%d,"labels":%s,"coreDistances":%s,"heights":%s}', name, min_points,
    list_of(found$cluster - 1), levels_of(found$coredist), levels_of(found$hc$height))
}

runs <- c(lapply(small, one, 5), lapply(sets, one, 15))
cat(sprintf('{"dbscan":"%s","sets":[%s]}\n', packageVersion("dbscan"), paste(runs, collapse = ",\n")))
