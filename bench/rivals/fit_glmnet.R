# glmnet with alpha = 0 and one lambda: its objective, mean loss + lambda / 2 |theta|^2, is F. The talk is that of serving.py.
suppressPackageStartupMessages({
    library(Matrix)
    library(glmnet)
})

given <- commandArgs(trailingOnly = TRUE)
lambda <- as.numeric(given[2])
bias <- given[3] == "1"
file <- function(name) file.path(given[1], name)
size <- function(name, bytes) base::file.size(file(name)) / bytes
doubles <- function(name) readBin(file(name), "double", size(name, 8), endian = "little")
integers <- function(name) readBin(file(name), "integer", size(name, 4), endian = "little")

y <- doubles("y.f64")
if (base::file.exists(file("x.f64"))) {
    x <- matrix(doubles("x.f64"), nrow = length(y), byrow = TRUE)
} else {
    features <- as.integer(sub('.*"features": ([0-9]+).*', "\\1", readLines(file("meta.json"), warn = FALSE)))
    x <- sparseMatrix(j = integers("indices.i32") + 1L, p = integers("starts.i32"), x = doubles("values.f64"),
        dims = c(length(y), features))
    x <- as(x, "CsparseMatrix")
}

say <- function(text) {
    cat("@ ", text, "\n", sep = "")
    flush(stdout())
}

say(sprintf('{"version": "glmnet %s, R %s"}', packageVersion("glmnet"), getRversion()))
input <- base::file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
    words <- strsplit(line, " ")[[1]]
    seconds <- numeric(0)
    for (k in seq_len(as.integer(words[2]))) {
        begin <- proc.time()[["elapsed"]]
        model <- suppressWarnings(glmnet(x, y, family = "binomial", alpha = 0, lambda = lambda, standardize = FALSE,
            intercept = bias, thresh = as.numeric(words[1]), maxit = 1e6))
        seconds <- c(seconds, proc.time()[["elapsed"]] - begin)
    }
    v <- as.numeric(model$beta)
    if (bias) v <- c(v, as.numeric(model$a0))
    writeBin(v, words[3], endian = "little")
    say(sprintf('{"seconds": [%s]}', paste(sprintf("%.6f", seconds), collapse = ", ")))
}
