# What R says of a design: fits by R's own glm.fit, all else written out. A model is a list: x with a column for each coefficient
# (Odds's names), terms (the column of the file of each), success and failure (weighted), repeats (equal observations in a row),
# offset; cluster, sampled; and coefficients b, probabilities a, covariance C and deviance once fitted.

standstill <- glm.control(epsilon = 1e-15, maxit = 200)
weight <- function(m) m$success + m$failure

rows_of <- function(m, rows) {
  for (part in c("success", "failure", "repeats", "offset", "cluster")) m[[part]] <- m[[part]][rows]
  m$x <- m$x[rows, , drop = FALSE]
  m
}

columns_of <- function(m, columns) {
  m$b <- m$C <- NULL
  m$x <- m$x[, columns, drop = FALSE]
  m$terms <- m$terms[columns]
  m
}

# Without the columns that those before them determine.
independent <- function(m) {
  split <- qr(m$x)
  kept <- sort(split$pivot[seq_len(split$rank)])
  m <- columns_of(m, kept)
  attr(m, "kept") <- kept
  m
}

# Column j held at a value, the others starting from where the information says that they go.
held <- function(m, j, value) {
  m$start <- if (!is.null(m$b)) beside(m$b, m$C, j, value)[-j]
  m$offset <- m$offset + value * m$x[, j]
  columns_of(m, -j)
}

beside <- function(b, C, j, value) replace(b + C[, j] / C[j, j] * (value - b[j]), j, value)

inverse_information <- function(x, v) chol2inv(qr.R(qr(x * sqrt(v))))

fit <- function(m) {
  w <- weight(m)
  if (ncol(m$x) == 0) {
    m$a <- plogis(m$offset)
    m$deviance <- 2 * sum(parts(m))
    return(m)
  }
  r <- suppressWarnings(glm.fit(m$x, ifelse(w > 0, m$success / w, 0), w, offset = m$offset, family = binomial(), control = standstill))
  start <- at(m, if (is.null(m$start)) rep(0, ncol(m$x)) else m$start)
  end <- at(m, r$coefficients)
  m <- if (r$converged && isTRUE(end$deviance <= start$deviance)) end else climbed(start)
  m$C <- inverse_information(m$x, w * m$a * (1 - m$a))
  m
}

at <- function(m, b) {
  m$b <- b
  m$a <- plogis(drop(m$x %*% b) + m$offset)
  m$deviance <- 2 * sum(parts(m))
  m
}

# Newton's method with halved steps, where glm.fit has lost its way, as it may from offsets far off.
climbed <- function(m) {
  for (step in 1:200) {
    gradient <- colSums(score(m))
    move <- drop(inverse_information(m$x, weight(m) * m$a * (1 - m$a)) %*% gradient)
    if (sum(move * gradient) < 1e-22) return(m)
    to <- at(m, m$b + move)
    while (!isTRUE(to$deviance <= m$deviance + 1e-13) && max(abs(move)) > 1e-12) to <- at(m, m$b + (move <- move / 2))
    m <- to
  }
  m
}

times_log <- function(w, p) ifelse(w > 0, w * log(p), 0)

# Half of what each row adds to the deviance.
parts <- function(m) {
  w <- weight(m)
  times_log(m$success, m$success / (w * m$a)) + times_log(m$failure, m$failure / (w * (1 - m$a)))
}

errors <- function(V) sqrt(diag(V))
score <- function(m) m$x * (m$success * (1 - m$a) - m$failure * m$a)
log_likelihood <- function(m) sum(times_log(m$success, m$a) + times_log(m$failure, 1 - m$a))
sandwich <- function(m, M, factor = 1) factor * m$C %*% M %*% m$C
clustered <- function(m) crossprod(rowsum(score(m), m$cluster))

hc0 <- function(m) {
  there <- m$repeats > 0
  sandwich(m, crossprod((score(m) / sqrt(m$repeats))[there, , drop = FALSE]))
}

hc1 <- function(m) hc0(m) * sum(m$repeats) / (sum(m$repeats) - ncol(m$x))

# The covariance that suits the data.
usual <- function(m) {
  if (!is.null(m$cluster)) {
    G <- length(unique(m$cluster))
    return(sandwich(m, clustered(m), G / (G - 1)))
  }
  n <- sum(weight(m) > 0)
  if (m$sampled) sandwich(m, crossprod(score(m)), n / (n - 1)) else m$C
}

wald <- function(b, V) drop(crossprod(b / errors(V), solve(cov2cor(V), b / errors(V))))

# Where a function that rises from below 0 at the estimate is 0; in steps of a standard error, then by bisection and secants.
crossing <- function(f, estimate, step) {
  far <- estimate + step
  while (f(far) < 0) far <- far + step
  uniroot(f, sort(c(far, far - step)), tol = 1e-13 * abs(step))$root
}

profile_end <- function(m, j, side, from = m$b[j], step = errors(m$C)[j], least = m$deviance) {
  crossing(function(c) sqrt(max(0, fit(held(m, j, c))$deviance - least)) - sqrt(qchisq(0.95, 1)), from, side * step)
}

# Firth's penalised likelihood l + 1/2 log det I over the coefficients `free`, the others held at b; scoring with halved steps.
firth <- function(m, free = seq_len(ncol(m$x)), b = rep(0, ncol(m$x))) {
  now <- firth_at(m, b)
  for (step in 1:500) {
    gradient <- now$gradient[free]
    if (length(free) == 0) break
    move <- drop(inverse_information(m$x[, free, drop = FALSE], now$v) %*% gradient)
    if (sum(move * gradient) < 1e-24) break
    size <- 1
    repeat {
      b[free] <- now$b[free] + size * move
      to <- firth_at(m, b)
      if (isTRUE(to$value >= now$value - 1e-13 * abs(now$value)) || size < 1e-6) break
      size <- size / 2
    }
    now <- to
  }
  now
}

firth_at <- function(m, b) {
  w <- weight(m)
  a <- plogis(drop(m$x %*% b) + m$offset)
  v <- w * a * (1 - a)
  split <- qr(m$x * sqrt(v))
  h <- rowSums(qr.qy(split, diag(1, nrow(m$x), ncol(m$x)))^2)
  list(b = b, v = v, h = h,
       gradient = drop(crossprod(m$x, m$success * (1 - a) - m$failure * a + h * (0.5 - a))),
       value = log_likelihood(c(m, list(a = a))) + sum(log(abs(diag(qr.R(split))))))
}

firth_end <- function(m, full, j, side) {
  C <- inverse_information(m$x, full$v)
  root <- function(c) {
    at <- firth(m, seq_along(full$b)[-j], beside(full$b, C, j, c))
    sqrt(max(0, 2 * (full$value - at$value))) - sqrt(qchisq(0.95, 1))
  }
  crossing(root, full$b[j], side * errors(C)[j])
}

# Five-point differences of a function of the coefficients, in steps h.
gradient_of <- function(f, b, h) {
  sapply(seq_along(b), function(j) {
    at <- function(k) { b[j] <- b[j] + k * h[j]; f(b) }
    (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h[j])
  })
}

# The effect of column j on the probability, as a function of the coefficients, averaged over rows of x: the derivative by a numeric
# column, the change from the reference to a level.
effect <- function(m, j, x, offset, w) {
  own <- m$terms == m$terms[j]
  off <- on <- x
  if (m$categorical[m$terms[j]]) {
    off[, own] <- on[, own] <- 0
    on[, j] <- 1
    change <- function(b) plogis(drop(on %*% b) + offset) - plogis(drop(off %*% b) + offset)
    return(function(b) sum(w * change(b)) / sum(w))
  }
  function(b) {
    a <- plogis(drop(x %*% b) + offset)
    sum(w * a * (1 - a) * b[j]) / sum(w)
  }
}
