# Regenerates core/src/test/resources/reference/birthwt-robust.properties: covariances of the birth weights written out in R, from
# estimates by Newton's method. Run it in the project's root folder; last run with R 4.2.2.

table <- read.csv("examples/birthwt.csv", stringsAsFactors = FALSE)
table$race <- factor(table$race)

number <- function(x) sprintf("%.17g", x)

entry <- function(key, values) {
  lines <- tapply(values, (seq_along(values) - 1) %/% 5, paste, collapse = ", ")
  paste0(key, " = ", paste(lines, collapse = ", \\\n    "))
}

# Estimates and the parts of V = C M C: C the inverse information, the score of each row.
solve_logistic <- function(X, success, failure, offset = 0) {
  b <- rep(0, ncol(X))
  for (i in 1:30) {
    a <- plogis(drop(X %*% b) + offset)
    root <- qr.R(qr(X * sqrt((success + failure) * a * (1 - a))))
    score <- X * (success * (1 - a) - failure * a)
    b <- b + backsolve(root, backsolve(root, colSums(score), transpose = TRUE))
  }
  a <- plogis(drop(X %*% b) + offset)
  root <- qr.R(qr(X * sqrt((success + failure) * a * (1 - a))))
  list(b = b, C = chol2inv(root), score = X * (success * (1 - a) - failure * a), a = a)
}

sandwich <- function(fit, M, factor = 1) factor * fit$C %*% M %*% fit$C
clustered <- function(fit, cluster) crossprod(rowsum(fit$score, cluster))
errors <- function(V) number(sqrt(diag(V)))

X <- model.matrix(~ age + lwt + race + smoke + ptl + ht + ui + ftv, table)
n <- nrow(X)
k <- ncol(X)
y <- table$low
cluster <- table$age
G <- length(unique(cluster))
lines <- c()
told <- function(key, values) lines <<- c(lines, entry(key, values))

fit <- solve_logistic(X, y, 1 - y)
M <- crossprod(fit$score)
told("plain.estimates", number(fit$b))
told("plain.fisher", errors(fit$C))
told("plain.hc0", errors(sandwich(fit, M)))
told("plain.hc1", errors(sandwich(fit, M, n / (n - k))))
told("plain.cluster", errors(sandwich(fit, clustered(fit, cluster), G / (G - 1))))

# Frequencies: row i stands for w rows.
w <- 1 + table$age %% 3
fit <- solve_logistic(X, w * y, w * (1 - y))
M <- crossprod(fit$score / sqrt(w))
told("frequency.estimates", number(fit$b))
told("frequency.hc0", errors(sandwich(fit, M)))
told("frequency.hc1", errors(sandwich(fit, M, sum(w) / (sum(w) - k))))
told("frequency.cluster", errors(sandwich(fit, clustered(fit, cluster), G / (G - 1))))

# Sampling weights, as survey::svyglm has them.
v <- table$lwt / 100
fit <- solve_logistic(X, v * y, v * (1 - y))
told("sampling.estimates", number(fit$b))
told("sampling.rows", errors(sandwich(fit, crossprod(fit$score), n / (n - 1))))
told("sampling.cluster", errors(sandwich(fit, clustered(fit, cluster), G / (G - 1))))

# Counts with frequencies and an offset, lwt no feature.
trials <- 2 + table$ftv
success <- pmin(trials, y + table$ptl)
Z <- X[, colnames(X) != "lwt"]
offset <- table$lwt / 200
fit <- solve_logistic(Z, w * success, w * (trials - success), offset)
M <- crossprod(fit$score / sqrt(w))
told("counts.estimates", number(fit$b))
told("counts.fisher", errors(fit$C))
told("counts.hc0", errors(sandwich(fit, M)))
told("counts.hc1", errors(sandwich(fit, M, sum(w) / (sum(w) - ncol(Z)))))
told("scalar.counts.logLikelihood", number(sum(w * dbinom(success, trials, fit$a, log = TRUE))))
told("scalar.counts.coefficients", number(sum(w * lchoose(trials, success))))

# Joint tests of the plain fit: race=other and race=white together, and two equations.
fit <- solve_logistic(X, y, 1 - y)
V <- sandwich(fit, crossprod(fit$score))
wald <- function(R, q) drop(t(R %*% fit$b - q) %*% solve(R %*% V %*% t(R), R %*% fit$b - q))
R <- matrix(0, 2, k, dimnames = list(NULL, colnames(X)))
R[1, "raceother"] <- 1
R[2, "racewhite"] <- 1
told("scalar.wald.race", number(wald(R, c(0, 0))))
told("scalar.wald.race.p", number(pchisq(wald(R, c(0, 0)), 2, lower.tail = FALSE)))
R[] <- 0
R[1, c("raceother", "racewhite")] <- c(1, -1)
R[2, c("smoke", "ht")] <- c(2, -1)
told("scalar.wald.two", number(wald(R, c(0, 0.5))))

writeLines(c(
  "# The birth weights of examples/birthwt.csv by bench/robust.R in R 4.2.2: standard errors in the order of R's columns, the",
  "# intercept first: (bias), age, lwt, race=other, race=white, smoke, ptl, ht, ui, ftv. Clusters are values of age, frequencies",
  "# 1 + age modulo 3, sampling weights lwt / 100; counts are min(trials, low + ptl) of 2 + ftv trials with offset lwt / 200 and without",
  "# lwt. The tests are with HC0: race=other = race=white = 0; and race=other = race=white, 2 smoke - ht = 0.5.", "",
  lines), "core/src/test/resources/reference/birthwt-robust.properties")
