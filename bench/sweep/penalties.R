# Random designs for bench/penalty_sweep and glmnet's fits of them: one CSV each, a line in designs.tsv, all fits in glmnet.rds.
#
#   Rscript penalties.R FOLDER COUNT SEED

suppressMessages(library(glmnet))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
count <- as.integer(arguments[2])
set.seed(as.integer(arguments[3]))
glmnet.control(fdev = 0, devmax = 1, pmin = 1e-12)

kinds <- c("plain", "weights", "offset", "counts", "sparse", "wide", "collinear", "twins", "factors", "free", "signs", "bounds", "no-bias",
           "scales", "rare", "mixture")

features <- function(n, d, has) {
  x <- matrix(round(rnorm(n * d), 2), n)
  if (has("sparse")) x[runif(n * d) < 0.8] <- 0
  if (has("collinear")) x[, 2] <- x[, 1] + x[, 3] / 8
  if (has("twins")) x[, d] <- x[, 1]
  if (has("scales")) {
    x[, 1] <- 1024 * x[, 1]
    x[, 2] <- x[, 2] / 1024 + 1
  }
  x
}

# Labels by a logistic model of the first five features, as weights of success and failure.
response <- function(x, offset, has) {
  n <- nrow(x)
  z <- drop(scale(x[, seq_len(min(5, ncol(x)))]) %*% rnorm(min(5, ncol(x)), 0, 0.7)) + offset - 3 * has("rare")
  t <- if (has("counts")) sample(1:5, n, replace = TRUE) else rep(1, n)
  w <- if (has("weights")) sample(c(0.5, 1, 2.25), n, replace = TRUE) else rep(1, n)
  s <- rbinom(n, t, plogis(z))
  cbind(failure = w * (t - s), success = w * s)
}

# glmnet's own, but for its rescaling of the factors: it fits factors that sum to d.
draw <- function(kind) {
  has <- function(other) kind == other || (kind == "mixture" && other %in% some)
  some <- sample(kinds, 4)
  n <- if (has("wide")) 50 else sample(c(150, 400), 1)
  d <- if (has("wide")) 120 else sample(5:20, 1)
  x <- features(n, d, has)
  offset <- if (has("offset")) round(rnorm(n), 2) else rep(0, n)
  y <- response(x, offset, has)
  if (min(colSums(y)) < 5) return(draw(kind))
  f <- rep(1, d)
  if (has("factors")) f <- sample(c(0.1, 0.5, 1, 3), d, replace = TRUE)
  if (has("free")) f[4] <- 0
  lower <- rep(-Inf, d)
  upper <- rep(Inf, d)
  if (has("signs")) lower[sample(d, d %/% 2)] <- 0
  if (has("bounds")) {
    lower[1:3] <- -0.2
    upper[2:5] <- 0.1
  }
  list(kind = kind, x = x, y = y, offset = offset, f = f, lower = lower, upper = upper, alpha = sample(c(1, 0.5, 0.05, 0), 1),
       standardize = runif(1) < 0.6 && !has("scales") || has("scales"), bias = !has("no-bias"), sparse = has("sparse"))
}

fit <- function(m, lambda) {
  x <- if (m$sparse) Matrix(m$x, sparse = TRUE) else m$x
  arguments <- list(x, m$y, family = "binomial", alpha = m$alpha, standardize = m$standardize, intercept = m$bias, offset = m$offset,
                    penalty.factor = m$f, lower.limits = m$lower, upper.limits = m$upper, thresh = 1e-20, maxit = 1e7)
  grid <- if (is.null(lambda)) list(nlambda = 20, lambda.min.ratio = 1e-3) else list(lambda = lambda)
  do.call(glmnet, c(arguments, grid))
}

numbers <- function(v) paste(sprintf("%.17g", v), collapse = ",")

fits <- list()
lines <- sapply(seq_len(count), function(i) {
  m <- draw(kinds[(i - 1) %% length(kinds) + 1])
  id <- sprintf("%03d-%s", i, m$kind)
  # Of the ridge the first lambda is not what was fitted.
  lambda <- suppressWarnings(fit(m, NULL))$lambda[-1]
  r <- suppressWarnings(fit(m, lambda))
  m$lambda <- r$lambda
  m$bias_of <- r$a0
  m$theta <- as.matrix(r$beta)
  fits[[id]] <<- m
  table <- cbind(m$y, offset = m$offset, m$x)
  write.table(table, file.path(folder, paste0(id, ".csv")), sep = ",", row.names = FALSE, quote = FALSE)
  paste(id, m$alpha, m$standardize, m$bias, m$sparse, numbers(m$lambda * length(m$f) / sum(m$f)), numbers(m$f), numbers(m$lower),
        numbers(m$upper), sep = "\t")
})
writeLines(lines, file.path(folder, "designs.tsv"))
saveRDS(fits, file.path(folder, "glmnet.rds"))
