# Regenerates the figures of core/src/test/resources/reference that R can compute, from R's own glm where there is no
# penalty and from the Newton iteration below where there is one. Run it in the project's root folder:
#
#   Rscript bench/reference.R [FOLDER]
#
# FOLDER holds ucla-admit/binary.csv and detectseparation/lizards.csv, which are not ours to ship; where it is not given
# the figures of these two sets stay as they are. Last run with R 4.2.2.

folder <- commandArgs(trailingOnly = TRUE)
checked <- "bench/reference_check.py repeats it in 50 digits: all agree to a relative 1e-13."

number <- function(x) sprintf("%.17g", x)

entry <- function(key, values) {
  lines <- tapply(values, (seq_along(values) - 1) %/% 5, paste, collapse = ", ")
  paste0(key, " = ", paste(lines, collapse = ", \\\n    "))
}

write_figures <- function(file, origin, names, estimates, errors = NULL, scalars, fitted) {
  lines <- c(
    paste("#", c(origin, checked)), "",
    entry("names", names),
    entry("estimates", number(estimates)),
    if (!is.null(errors)) entry("standardErrors", number(errors)),
    paste0("scalar.", names(scalars), " = ", number(unlist(scalars))),
    entry("fitted", number(fitted)))
  writeLines(lines, file.path("core/src/test/resources/reference", paste0(file, ".properties")))
}

# The names of Odds: (bias), and race=white where R says racewhite.
odds_names <- function(fit) {
  names <- names(coef(fit))
  for (factor in names(fit$xlevels)) {
    levels <- fit$xlevels[[factor]]
    names[match(paste0(factor, levels), names, nomatch = 0)] <- paste0(factor, "=", levels[-1])
  }
  sub("^\\(Intercept\\)$", "(bias)", names)
}

# sum w log p over label 1 plus sum w log(1 - p) over label 0, by success and failure weights.
log_likelihood <- function(success, failure, p) {
  sum(ifelse(success > 0, success * log(p), 0)) + sum(ifelse(failure > 0, failure * log1p(-p), 0))
}

# glm iterates until the deviance stands still.
standstill <- list(epsilon = 1e-300, maxit = 25)

# From the inverse of X diag(w p (1 - p)) X^T at the last estimate; glm's own are those of the last but one.
standard_errors <- function(fit, weight, p) {
  root <- qr.R(qr(model.matrix(fit) * sqrt(weight * p * (1 - p))))
  sqrt(diag(chol2inv(root)))
}

# R's own rank and distribution tests on one row per unit of weight.
ranks <- function(success, failure, p) {
  one <- rep(p, success)
  zero <- rep(p, failure)
  list(auc = wilcox.test(one, zero, exact = FALSE)$statistic / length(one) / length(zero),
       kolmogorovSmirnov = suppressWarnings(ks.test(one, zero)$statistic),
       brier = (sum((1 - one)^2) + sum(zero^2)) / (length(one) + length(zero)))
}

# One fit without a penalty; success and failure are the two weights of each row.
unpenalised <- function(file, origin, fit, success, failure) {
  fit <- suppressWarnings(fit)
  p <- predict(fit, type = "response")
  weight <- sum(success) + sum(failure)
  k <- length(coef(fit))
  l <- log_likelihood(success, failure, p)
  null <- log_likelihood(success, failure, rep(sum(success) / weight, length(p)))
  scalars <- list(
    rows = length(p), weight = weight, loss = -l / weight, logLikelihood = l, nullLogLikelihood = null,
    deviance = fit$deviance, nullDeviance = fit$null.deviance, aic = 2 * k - 2 * l, bic = k * log(weight) - 2 * l)
  write_figures(file, origin, odds_names(fit), coef(fit), standard_errors(fit, success + failure, p),
                c(scalars, ranks(success, failure, p)), p)
}

# Minimises mean loss + lambda / 2 sum (theta_j scale_j)^2 by Newton, the bias (first column of x) free.
ridge <- function(x, y, lambda, scale) {
  penalty <- lambda * c(0, scale^2)
  theta <- numeric(ncol(x))
  for (step in 1:50) {
    p <- plogis(drop(x %*% theta))
    gradient <- crossprod(x, p - y) / length(y) + penalty * theta
    hessian <- crossprod(x * sqrt(p * (1 - p))) / length(y) + diag(penalty)
    theta <- theta - drop(solve(hessian, gradient))
  }
  z <- drop(x %*% theta)
  loss <- -mean(plogis(ifelse(y == 1, z, -z), log.p = TRUE))
  list(estimates = theta, loss = loss, objective = loss + sum(penalty * theta^2) / 2, fitted = plogis(z))
}

population_sd <- function(column) sqrt(mean((column - mean(column))^2))

ridge_figures <- function(data, lambda, standardize) {
  x <- model.matrix(low ~ ., data)
  scale <- if (standardize) apply(x[, -1], 2, population_sd) else rep(1, ncol(x) - 1)
  fit <- ridge(x, data$low, lambda, scale)
  names <- odds_names(glm(low ~ ., binomial, data))
  origin <- c(
    paste0("examples/birthwt.csv, low against all others, ridge of lambda = ", lambda,
           if (standardize) " on theta_j sd_j, sd_j the population's." else " on theta, not standardised."),
    "Minimum of mean loss + lambda / 2 * squared norm, bias free, by Newton: bench/reference.R.")
  file <- paste0("birthwt-ridge-", lambda, if (standardize) "-standardized")
  write_figures(file, origin, names, fit$estimates, NULL, fit[c("loss", "objective")], fit$fitted)
}

glm_note <- "glm(family = binomial) of R 4.2.2, iterated to a standstill: bench/reference.R."

birthwt <- read.csv("examples/birthwt.csv")
unpenalised("birthwt", c("examples/birthwt.csv, low against all others; race=black is the reference.", glm_note),
            glm(low ~ ., binomial, birthwt, control = standstill), birthwt$low, 1 - birthwt$low)
for (lambda in c(0.01, 0.1)) for (standardize in c(FALSE, TRUE)) ridge_figures(birthwt, lambda, standardize)

spector <- read.csv("examples/spector.csv")
unpenalised("spector", c("examples/spector.csv, grade against all others.", glm_note),
            glm(grade ~ ., binomial, spector, control = standstill), spector$grade, 1 - spector$grade)

titanic <- read.csv("examples/titanic.csv")
unpenalised("titanic", c("examples/titanic.csv, survived = yes, weighted by count; n is the sum of weights.", glm_note),
            glm(I(survived == "yes") ~ class + sex + age, binomial, titanic, weights = count, control = standstill),
            titanic$count * (titanic$survived == "yes"), titanic$count * (titanic$survived == "no"))

berkeley <- read.csv("examples/berkeley.csv")
unpenalised("berkeley", c("examples/berkeley.csv, admitted = yes, weighted by count; n is the sum of weights.", glm_note),
            glm(I(admitted == "yes") ~ gender + department, binomial, berkeley, weights = count, control = standstill),
            berkeley$count * (berkeley$admitted == "yes"), berkeley$count * (berkeley$admitted == "no"))

if (length(folder) == 1) {
  admit <- read.csv(file.path(folder, "ucla-admit/binary.csv"))
  admit$rank <- factor(admit$rank)
  unpenalised("admit", c("UCLA's graduate admissions (400 rows), rank as a category, 1 the reference.", glm_note),
              glm(admit ~ ., binomial, admit, control = standstill), admit$admit, 1 - admit$admit)

  lizards <- read.csv(file.path(folder, "detectseparation/lizards.csv"))
  unpenalised("lizards", c(
                "Perching lizards (T. W. Schoener, Ecology 51, 1970), 23 rows of counts: grahami against opalinus.",
                "Deviances are those of grouped counts (against the saturated model), log-likelihoods those of single",
                "lizards (without the binomial coefficients), and so are aic and bic.", glm_note),
              glm(cbind(grahami, opalinus) ~ ., binomial, lizards, control = standstill), lizards$grahami, lizards$opalinus)
}
