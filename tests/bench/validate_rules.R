# Runs rules over many schools with the R package validate.
#
# usage: Rscript validate_rules.R FOLDER RUNS
#
# FOLDER holds data.csv and rules.json. Prints JSON: the median of CPU seconds
# that a table of all findings takes, and how many there are.
suppressPackageStartupMessages({library(validate); library(jsonlite)})
arguments <- commandArgs(TRUE)
folder <- arguments[1]
rules <- fromJSON(file.path(folder, "rules.json"), simplifyVector = FALSE)
data <- read.csv(file.path(folder, "data.csv"))
earlier <- data
earlier$year <- earlier$year + 1
earlier <- earlier[c("school", "year",
                     unique(unlist(lapply(rules, function(r) r$col))))]
names(earlier)[-(1:2)] <- paste0("last_", names(earlier)[-(1:2)])
data <- merge(data, earlier, by = c("school", "year"), all.x = TRUE)

expression_of <- function(r) switch(r$kind,
  sum = sprintf("abs(%s - %s) <= 0.005", paste(unlist(r$parts), collapse = " + "),
                r$total),
  rate = sprintf("abs(%s * %s / %s - %s) <= %s", r$scale, r$num, r$den, r$rate,
                 r$tol),
  yoy = sprintf("abs(%s - last_%s) / abs(last_%s) <= %s", r$col, r$col, r$col,
                r$limit),
  le = sprintf("%s <= %s", r$a, r$b),
  range = sprintf("in_range(%s, %s, %s)", r$col, r$lo, r$hi),
  per = sprintf("in_range(%s / %s, %s, %s)", r$num, r$den, r$lo, r$hi))

checks <- validator(.data = data.frame(
  rule = sapply(rules, expression_of), name = sapply(rules, function(r) r$id)))
taken <- c()
for (run in seq_len(as.integer(arguments[2]))) {
  before <- proc.time()
  found <- as.data.frame(confront(data, checks))
  found <- found[!is.na(found$value) & !found$value, ]
  taken <- c(taken, sum((proc.time() - before)[1:2]))
}
cat(toJSON(list(seconds = median(taken), findings = nrow(found)),
           auto_unbox = TRUE, digits = 6), "\n")
