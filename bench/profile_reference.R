# Writes the figures NAME-profile.properties of core/src/test/resources/reference: profile-likelihood intervals,
# likelihood-ratio and score tests and measures of whole models, from R's own glm.fit. Run it in the project's root folder:
#
#   Rscript bench/profile_reference.R FOLDER
#
# FOLDER holds ucla-admit/binary.csv, detectseparation/endometrial.csv and detectseparation/lizards.csv, which are not ours
# to ship. R's confint interpolates profiles by splines and has four digits or so; here each end is the root of the
# deviance, a refit for each trial. Last run with R 4.2.2.

folder <- commandArgs(trailingOnly = TRUE)[1]
standstill <- glm.control(epsilon = 1e-15, maxit = 100)

number <- function(x) gsub("Inf", "Infinity", sprintf("%.17g", x))
entry <- function(key, values) {
  lines <- tapply(values, (seq_along(values) - 1) %/% 5, paste, collapse = ", ")
  paste0(key, " = ", paste(lines, collapse = ", \\\n    "))
}

# The deviance of a model of columns x, apart from a constant: y a proportion, w its weight.
deviance_of <- function(x, y, w, offset) {
  suppressWarnings(glm.fit(x, y, w, offset = offset, family = binomial(), control = standstill))$deviance
}

# Where the deviance reaches its least plus the quantile, at `side` of the estimate, one column held.
end <- function(x, y, w, offset, j, estimate, error, least, level, side) {
  root <- function(c) {
    sqrt(max(0, deviance_of(x[, -j, drop = FALSE], y, w, offset + c * x[, j]) - least)) - sqrt(qchisq(level, 1))
  }
  far <- estimate + side * error
  while (root(far) < 0) far <- far + side * error
  uniroot(root, sort(c(far, far - side * error)), tol = 1e-14)$root
}

profile_figures <- function(file, origin, x, y, w, offset = rep(0, length(y)), terms = NULL, level = 0.95) {
  fit <- suppressWarnings(glm.fit(x, y, w, offset = offset, family = binomial(), control = standstill))
  p <- fit$fitted.values
  error <- sqrt(diag(chol2inv(qr.R(qr(x * sqrt(w * p * (1 - p)))))))
  ends <- function(side) sapply(seq_len(ncol(x)), function(j) {
    end(x, y, w, offset, j, fit$coefficients[j], error[j], fit$deviance, level, side)
  })
  only <- suppressWarnings(glm.fit(x[, 1, drop = FALSE], y, w, offset = offset, family = binomial(), control = standstill))
  q <- only$fitted.values
  score <- drop(crossprod(x, w * (y - q)))
  trial <- function(p) sum(ifelse(y > 0, w * y * log(p), 0)) + sum(ifelse(y < 1, w * (1 - y) * log1p(-p), 0))
  l <- trial(p)
  l0 <- trial(q)
  W <- sum(w)
  cox <- 1 - exp(2 * (l0 - l) / W)
  scalars <- list(
    level = level, lr = only$deviance - fit$deviance,
    score = drop(score %*% solve(crossprod(x * sqrt(w * q * (1 - q))), score)),
    mcFadden = 1 - l / l0, coxSnell = cox, nagelkerke = cox / (1 - exp(2 * l0 / W)),
    tjur = sum(w * y * p) / sum(w * y) - sum(w * (1 - y) * p) / sum(w * (1 - y)))
  drops <- sapply(terms, function(columns) {
    deviance_of(x[, -match(columns, colnames(x)), drop = FALSE], y, w, offset) - fit$deviance
  })
  writeLines(c(
    paste("#", c(origin, "Roots of deviances of R 4.2.2's glm.fit: bench/profile_reference.R.")), "",
    entry("names", colnames(x)), entry("lower", number(ends(-1))), entry("upper", number(ends(1))),
    entry("terms", names(terms)), entry("df", sapply(terms, length)), entry("statistics", number(drops)),
    entry("p", number(pchisq(drops, sapply(terms, length), lower.tail = FALSE))),
    paste0("scalar.", names(scalars), " = ", number(unlist(scalars)))),
    file.path("core/src/test/resources/reference", paste0(file, "-profile.properties")))
}

# Names and columns as Odds has them: (bias), race=white; each term with its columns.
columns <- function(formula, data) {
  x <- model.matrix(formula, data)
  assign <- attr(x, "assign")
  labels <- attr(terms(formula, data = data), "term.labels")
  for (factor in names(attr(x, "contrasts"))) {
    of <- assign == match(factor, labels)
    colnames(x)[of] <- sub(paste0("^", factor), paste0(factor, "="), colnames(x)[of])
  }
  colnames(x)[1] <- "(bias)"
  list(x = x, terms = sapply(labels, function(l) colnames(x)[assign == match(l, labels)], simplify = FALSE))
}

figures <- function(file, origin, formula, data, y, w = rep(1, nrow(data)), offset = rep(0, nrow(data))) {
  c <- columns(formula, data)
  profile_figures(file, origin, c$x, y, w, offset, c$terms)
}

birthwt <- read.csv("examples/birthwt.csv")
figures("birthwt", "examples/birthwt.csv, low against all others.", low ~ ., birthwt, birthwt$low)
figures("birthwt-offset", "examples/birthwt.csv without lwt and age; offset (lwt - 130) / 100, weight age.",
        low ~ . - lwt - age, birthwt, birthwt$low, birthwt$age, (birthwt$lwt - 130) / 100)
spector <- read.csv("examples/spector.csv")
figures("spector", "examples/spector.csv, grade against all others.", grade ~ ., spector, spector$grade)
titanic <- read.csv("examples/titanic.csv")
figures("titanic", "examples/titanic.csv, survived = yes, weighted by count; n is the sum of weights.",
        survived ~ class + sex + age, titanic, as.numeric(titanic$survived == "yes"), titanic$count)
admit <- read.csv(file.path(folder, "ucla-admit/binary.csv"))
admit$rank <- factor(admit$rank)
figures("admit", "UCLA's graduate admissions (400 rows), rank as a category, 1 the reference.", admit ~ ., admit, admit$admit)
lizards <- read.csv(file.path(folder, "detectseparation/lizards.csv"))
trials <- lizards$grahami + lizards$opalinus
figures("lizards", c("Perching lizards (T. W. Schoener, Ecology 51, 1970), 23 rows of counts: grahami against opalinus.",
                     "Measures of the whole model are those of single lizards."),
        grahami ~ height + diameter + light + time, lizards, lizards$grahami / trials, trials)

# Every woman with NV has HG: the likelihood is largest in the limit, where NV is infinite and the others are fitted to the
# women without. Held, NV has a finite lower end.
endometrial <- read.csv(file.path(folder, "detectseparation/endometrial.csv"))
x <- cbind("(bias)" = 1, as.matrix(endometrial[, c("NV", "PI", "EH")]))
y <- endometrial$HG
one <- rep(1, nrow(x))
without <- x[, "NV"] == 0
stopifnot(all(y[!without] == 1))
rest <- x[without, c("(bias)", "PI", "EH")]
fit <- glm.fit(rest, y[without], family = binomial(), control = standstill)
p <- fit$fitted.values
error <- sqrt(diag(solve(crossprod(rest * sqrt(p * (1 - p))))))
ends <- function(side) sapply(1:3, function(j) {
  end(rest, y[without], one[without], 0 * y[without], j, fit$coefficients[j], error[j], fit$deviance, 0.95, side)
})
lower_nv <- end(x, y, one, 0 * y, 2, 10, 10, fit$deviance, 0.95, -1)
drops <- sapply(c("NV", "PI", "EH"), function(j) deviance_of(x[, colnames(x) != j], y, one, 0 * y)) - fit$deviance
writeLines(c(
  "# detectseparation's endometrial study (79 rows), HG against NV, PI and EH: NV is infinite, the others are fitted to NV = 0.",
  "# Roots of deviances of R 4.2.2's glm.fit: bench/profile_reference.R.", "",
  entry("names", c("(bias)", "NV", "PI", "EH")),
  entry("lower", number(append(ends(-1), lower_nv, 1))), entry("upper", number(append(ends(1), Inf, 1))),
  entry("terms", names(drops)), entry("df", c(1, 1, 1)), entry("statistics", number(drops)),
  entry("p", number(pchisq(drops, 1, lower.tail = FALSE)))),
  "core/src/test/resources/reference/endometrial-profile.properties")
