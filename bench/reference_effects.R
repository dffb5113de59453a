# Regenerates core/src/test/resources/reference/effects-*.properties: marginal effects, diagnostics and collinearity, written out
# on top of R's glm. Run it in the project's root folder:
#
#   Rscript bench/reference_effects.R
#
# Last run with R 4.2.2.

number <- function(x) sprintf("%.17g", x)

entry <- function(key, values) {
  lines <- tapply(values, (seq_along(values) - 1) %/% 5, paste, collapse = ", ")
  paste0(key, " = ", paste(lines, collapse = ", \\\n    "))
}

# glm iterates until the deviance stands still.
standstill <- list(epsilon = 1e-300, maxit = 25)

covariance <- function(fit) {
  p <- fitted(fit)
  chol2inv(qr.R(qr(model.matrix(fit) * sqrt(fit$prior.weights * p * (1 - p)))))
}

# The model matrix with a factor's columns set to one of its levels; the reference is its first.
at_level <- function(X, columns, level) {
  X[, columns] <- 0
  if (!is.na(level)) X[, level] <- 1
  X
}

# Value and gradient of each effect, over rows of X that weigh w; derivative of numbers, change of levels.
effects <- function(fit, X, w, offset) {
  beta <- coef(fit)
  assigned <- attr(model.matrix(fit), "assign")
  terms <- attr(terms(fit), "term.labels")
  mean_of <- function(v) drop(crossprod(w, v)) / sum(w)
  rows <- list()
  for (j in seq_along(beta)[-1]) {
    if (terms[assigned[j]] %in% names(fit$xlevels)) {
      own <- which(assigned == assigned[j])
      off <- at_level(X, own, NA)
      on <- at_level(X, own, j)
      a0 <- plogis(drop(off %*% beta) + offset)
      a1 <- plogis(drop(on %*% beta) + offset)
      rows[[j]] <- c(mean_of(a1 - a0), mean_of(a1 * (1 - a1) * on - a0 * (1 - a0) * off))
    } else {
      a <- plogis(drop(X %*% beta) + offset)
      gradient <- mean_of(a * (1 - a) * (1 - 2 * a) * beta[j] * X)
      gradient[j] <- gradient[j] + mean_of(a * (1 - a))
      rows[[j]] <- c(beta[j] * mean_of(a * (1 - a)), gradient)
    }
  }
  rows <- do.call(rbind, rows)
  gradients <- rows[, -1, drop = FALSE]
  list(value = rows[, 1], error = sqrt(rowSums((gradients %*% covariance(fit)) * gradients)))
}

# Fox and Monette's generalised variance inflation factors, from the correlations of the coefficients without the bias.
inflation <- function(fit) {
  R <- cov2cor(covariance(fit)[-1, -1])
  assigned <- attr(model.matrix(fit), "assign")[-1]
  sapply(unique(assigned), function(term) {
    own <- which(assigned == term)
    det(R[own, own, drop = FALSE]) * det(R[-own, -own, drop = FALSE]) / det(R)
  })
}

# Belsley, Kuh and Welsch: the columns times the root of the curvature, scaled to unit length, the bias among them.
condition <- function(fit) {
  p <- fitted(fit)
  X <- model.matrix(fit) * sqrt(fit$prior.weights * p * (1 - p))
  singular <- svd(sweep(X, 2, sqrt(colSums(X^2)), "/"))$d
  max(singular) / min(singular)
}

write_effects <- function(file, origin, fit) {
  X <- model.matrix(fit)
  w <- fit$prior.weights
  offset <- if (is.null(fit$offset)) rep(0, nrow(X)) else fit$offset
  average <- effects(fit, X, w, offset)
  means <- effects(fit, t(colSums(w * X) / sum(w)), 1, sum(w * offset) / sum(w))
  V <- covariance(fit)
  pearson <- residuals(fit, "pearson")
  leverage <- w * fitted(fit) * (1 - fitted(fit)) * rowSums((X %*% V) * X)
  stopifnot(all.equal(unname(leverage), unname(hatvalues(fit)), tolerance = 1e-6))
  stopifnot(all.equal((pearson / (1 - leverage))^2 * leverage / ncol(X), cooks.distance(fit), tolerance = 1e-6))
  score <- w * (fit$y - fitted(fit)) / (1 - leverage)
  dfbetas <- sweep(X %*% V, 2, sqrt(diag(V)), "/") * score
  writeLines(c(
    paste("#", c(origin, "R 4.2.2's glm iterated to a standstill, the rest written out: bench/reference_effects.R.")), "",
    entry("average", number(average$value)),
    entry("averageErrors", number(average$error)),
    entry("atMeans", number(means$value)),
    entry("atMeansErrors", number(means$error)),
    entry("pearson", number(pearson)),
    entry("deviance", number(residuals(fit, "deviance"))),
    entry("leverage", number(leverage)),
    entry("cooks", number((pearson / (1 - leverage))^2 * leverage / ncol(X))),
    entry("dfbetasFirst", number(dfbetas[, 2])),
    entry("dfbetasBias", number(dfbetas[, 1])),
    entry("lower", number(plogis(fit$linear.predictors - qnorm(0.975) * sqrt(rowSums((X %*% V) * X))))),
    entry("upper", number(plogis(fit$linear.predictors + qnorm(0.975) * sqrt(rowSums((X %*% V) * X))))),
    entry("inflation", number(inflation(fit))),
    paste("scalar.condition =", number(condition(fit)))),
    file.path("core/src/test/resources/reference", paste0("effects-", file, ".properties")))
}

birthwt <- read.csv("examples/birthwt.csv", stringsAsFactors = TRUE)
write_effects("birthwt", "examples/birthwt.csv, low against all others; race=black is the reference.",
              glm(low ~ ., binomial, birthwt, control = standstill))

titanic <- read.csv("examples/titanic.csv", stringsAsFactors = TRUE)
titanic <- titanic[titanic$count > 0, ]
write_effects("titanic", "examples/titanic.csv, survived against class, sex and age, rows weighing count; rows of count 0 left out.",
              glm(survived == "yes" ~ class + sex + age, binomial, titanic, weights = count, control = standstill))

berkeley <- read.csv("examples/berkeley.csv", stringsAsFactors = TRUE)
no <- berkeley[berkeley$admitted == "no", ]
yes <- berkeley[berkeley$admitted == "yes", ]
write_effects("berkeley", "examples/berkeley.csv as grouped counts: admitted of all in the order of its rows, offset 0.1 per row.",
              glm(cbind(yes$count, no$count) ~ gender + department, binomial, no, control = standstill,
                  offset = 0.1 * (seq_len(nrow(no)) - 1)))
