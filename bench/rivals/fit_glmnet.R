# glmnet: its objective, mean loss + lambda (alpha |theta|_1 + (1 - alpha) / 2 |theta|^2), is F. A path goes through all of its lambdas;
# a cross-validation has workers of its own for more than one thread. The talk is that of serving.py.
suppressPackageStartupMessages({
    library(Matrix)
    library(glmnet)
})

given <- commandArgs(trailingOnly = TRUE)
lambda <- as.numeric(strsplit(given[2], ",")[[1]])
bias <- given[3] == "1"
type <- c(glmnet = "Newton", modified = "modified.Newton")[[given[4]]]
more <- sub("^[^=]*=", "", given[-(1:4)])
names(more) <- sub("=.*", "", given[-(1:4)])
l1 <- if ("l1" %in% names(more)) as.numeric(more[["l1"]]) else 0
folds <- if ("folds" %in% names(more)) as.integer(more[["folds"]]) else 0L
threads <- as.integer(more[["threads"]])
glmnet.control(fdev = 0, devmax = 1)
if (folds > 0 && threads > 1) {
    suppressPackageStartupMessages(library(doParallel))
    registerDoParallel(cores = threads)
}
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

fit <- function(thresh) {
    if (folds == 0) {
        return(glmnet(x, y, family = "binomial", alpha = l1, lambda = lambda, standardize = FALSE, intercept = bias, thresh = thresh,
            maxit = 1e8, type.logistic = type))
    }
    foldid <- rep_len(seq_len(folds), length(y))
    cv.glmnet(x, y, family = "binomial", alpha = l1, lambda = lambda, standardize = FALSE, intercept = bias, thresh = thresh,
        maxit = 1e8, type.logistic = type, foldid = foldid, parallel = threads > 1)
}

say(sprintf('{"version": "glmnet %s, R %s"}', packageVersion("glmnet"), getRversion()))
input <- base::file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
    words <- strsplit(line, " ")[[1]]
    seconds <- numeric(0)
    for (k in seq_len(as.integer(words[2]))) {
        begin <- proc.time()[["elapsed"]]
        model <- suppressWarnings(fit(as.numeric(words[1])))
        seconds <- c(seconds, proc.time()[["elapsed"]] - begin)
    }
    remark <- ""
    if (folds > 0) {
        remark <- sprintf("lambda.min %.4g, lambda.1se %.4g, deviance %.5f", model$lambda.min, model$lambda.1se, min(model$cvm))
        model <- model$glmnet.fit
    }
    v <- as.matrix(model$beta)
    if (bias) v <- rbind(v, model$a0)
    writeBin(as.numeric(v), words[3], endian = "little")
    say(sprintf('{"seconds": [%s], "extra": "%s"}', paste(sprintf("%.6f", seconds), collapse = ", "), remark))
}
