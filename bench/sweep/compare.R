# Compares what Odds says of random designs with what R says: bench/inference_sweep.
#
#   Rscript compare.R FOLDER

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "reference.R"))
folder <- commandArgs(trailingOnly = TRUE)[1]

# Columns in the order of the file, the bias first; a column of levels gives NAME=LEVEL.
model_matrix <- function(table) {
  x <- matrix(1, nrow(table), 1, dimnames = list(NULL, "(bias)"))
  terms <- ""
  for (name in names(table)) {
    values <- table[[name]]
    levels <- if (is.character(values)) sort(unique(values), method = "radix")[-1]
    added <- if (is.null(levels)) matrix(values, dimnames = list(NULL, name)) else outer(values, levels, "==") + 0
    if (!is.null(levels)) colnames(added) <- paste0(name, "=", levels)
    x <- cbind(x, added)
    terms <- c(terms, rep(name, ncol(added)))
  }
  list(x = x, terms = terms, categorical = sapply(table, is.character))
}

read_design <- function(fields) {
  table <- read.csv(file.path(folder, paste0(fields[1], ".csv")))
  column <- function(name, other) if (name == "-") other else table[[name]]
  one <- rep(1, nrow(table))
  t <- if (fields[2] == "y") one else table$t
  w <- column(fields[3], one) * column(fields[4], one)
  features <- table[!names(table) %in% c("y", "t", fields[3:6])]
  # A level that only rows of weight 0 have gets no coefficient.
  m <- model_matrix(features)
  m$success <- w * table$y
  m$failure <- w * (t - table$y)
  grouped <- fields[2] != "y"
  sampled <- fields[4] != "-"
  m$repeats <- if (sampled) one else if (grouped) ifelse(t > 0, w, 0) else w
  m$choices <- if (grouped) sum(w * lchoose(t, table$y)) else 0
  m$offset <- column(fields[6], 0 * one)
  m$cluster <- column(fields[5], NULL)
  m$sampled <- sampled
  m
}

compare_design <- function(fields) {
  told <<- list()
  tell <- function(statistic, name, value, of = 0) {
    told[[length(told) + 1]] <<- data.frame(statistic, name, value = unname(value), of, row.names = NULL)
  }
  all <- read_design(fields)
  there <- weight(all) > 0
  whole <- independent(rows_of(all, there))
  separated <- grepl("separated", fields[1])
  # Of separated designs all rows of level b have label 1: its coefficient is infinite, the others are those of the rows without.
  sure <- if (separated) whole$x[, "g=b"] == 1 else rep(FALSE, nrow(whole$x))
  open <- which(colnames(whole$x) != "g=b" | !separated)
  m <- fit(rows_of(columns_of(whole, open), !sure))
  names <- colnames(all$x)
  place <- match(colnames(m$x), names)
  spread <- function(values, infinite = NA, absent = NA) {
    out <- rep(absent, length(names))
    if (separated) out[names == "g=b"] <- infinite
    out[place] <- values
    out
  }
  error <- errors(m$C)
  scale <- spread(error, 1, 1)
  tell("estimate", names, spread(m$b, Inf), scale)
  V <- usual(m)
  tell("usual error", names, spread(errors(V)))
  z <- m$b / errors(V)
  tell("p", names, spread(2 * pnorm(-abs(z))))
  for (side in c(-1, 1)) {
    name <- paste(names, if (side < 0) "lower" else "upper")
    tell("Wald interval", name, spread(m$b + side * qnorm(0.975) * errors(V)), scale)
  }
  labels <- unique(m$terms[-1])
  for (label in labels) {
    own <- m$terms == label
    if (separated && label == "g") next
    tell("Wald test of a term", label, wald(m$b[own], V[own, own, drop = FALSE]), 1)
  }

  # The model as a whole, with every row.
  only <- fit(columns_of(whole, 1))
  l <- log_likelihood(m)
  l0 <- log_likelihood(only)
  k <- ncol(whole$x)
  tell("deviance", "", m$deviance)
  tell("null deviance", "", only$deviance)
  tell("log-likelihood", "", l + all$choices)
  # Sampling weights make no likelihood.
  tell("AIC", "", if (all$sampled) NA else 2 * k - 2 * (l + all$choices))
  tell("BIC", "", if (all$sampled) NA else k * log(sum(all$repeats)) - 2 * (l + all$choices))
  effects <- function(statistic, x, offset, w) {
    for (j in seq_along(m$b)[-1]) {
      f <- effect(m, j, x, offset, w)
      g <- gradient_of(f, m$b, 1e-3 / apply(abs(m$x), 2, max))
      e <- sqrt(drop(g %*% V %*% g))
      tell(statistic, colnames(m$x)[j], f(m$b), e)
      tell(paste("error of", statistic), colnames(m$x)[j], e)
    }
    rest <- setdiff(names[-1], colnames(m$x))
    if (length(rest) > 0) for (part in c("", "error of ")) tell(paste0(part, statistic), rest, NA)
  }
  w <- weight(m)
  effects("average effect", m$x, m$offset, w)
  effects("effect at means", t(colSums(w * m$x) / sum(w)), sum(w * m$offset) / sum(w), 1)
  if (all$sampled) return(do.call(rbind, told))

  w <- weight(whole)
  W <- sum(w)
  a <- rep(1, length(w))
  a[!sure] <- m$a
  cox <- 1 - exp(2 * (l0 - l) / W)
  tell("McFadden", "", 1 - l / l0)
  tell("Nagelkerke", "", cox / (1 - exp(2 * l0 / W)))
  tell("Tjur", "", sum(whole$success * a) / sum(whole$success) - sum(whole$failure * a) / sum(whole$failure))
  q <- only$a
  u <- drop(crossprod(whole$x, whole$success * (1 - q) - whole$failure * q))
  tell("score test", "", wald_inverse(u, whole$x, w * q * (1 - q)), 1)
  tell("LR test of the model", "", only$deviance - m$deviance, 1)
  tell("df of the model", "", k - 1)
  for (label in unique(all$terms[-1])) {
    # Without g nothing is separated.
    without <- if (separated && label != "g") columns_of(m, m$terms != label) else independent(rows_of(columns_of(all, all$terms != label), there))
    df <- k - separated * (label != "g") - ncol(without$x)
    statistic <- fit(without)$deviance - m$deviance
    tell("df of a term", label, df)
    tell("LR test of a term", label, if (df > 0) statistic else 0, 1)
    tell("p of a term", label, if (df > 0) pchisq(statistic, df, lower.tail = FALSE) else NA)
  }
  for (side in c(-1, 1)) {
    ends <- sapply(seq_along(m$b), function(j) profile_end(m, j, side))
    infinite <- if (side > 0) Inf else if (separated) {
      profile_end(whole, which(colnames(whole$x) == "g=b"), side, 12, 1, m$deviance)
    }
    tell("profile interval", paste(names, if (side < 0) "lower" else "upper"), spread(ends, infinite), scale)
  }
  diagnose(tell, m, which(there)[!sure], which(there)[sure], nrow(all$x))
  tell("fisher error", names, spread(error))
  tell("hc0 error", names, spread(errors(hc0(m))))
  tell("hc1 error", names, spread(errors(hc1(m))))
  firth_figures(tell, whole, rows_of(all, there))
  do.call(rbind, told)
}

wald_inverse <- function(u, x, v) {
  r <- qr.R(qr(x * sqrt(v)))
  sum(backsolve(r, u, transpose = TRUE)^2)
}

diagnose <- function(tell, m, rest, sure, n) {
  w <- weight(m)
  v <- w * m$a * (1 - m$a)
  pearson <- (m$success - w * m$a) / sqrt(v)
  deviance <- sign(m$success - w * m$a) * sqrt(2 * pmax(0, parts(m)))
  h <- v * rowSums((m$x %*% m$C) * m$x)
  cook <- pearson^2 * h / (1 - h)^2 / ncol(m$x)
  change <- deviance^2 + pearson^2 * h / (1 - h)
  dfbetas <- drop(m$x %*% m$C)[, 1] / sqrt(m$C[1, 1]) * (m$success - w * m$a) / (1 - h)
  row <- function(statistic, values, of) {
    out <- rep(NA_real_, n)
    out[sure] <- 0
    out[rest] <- values
    tell(statistic, as.character(seq_along(out)), out, of)
  }
  row("Pearson residual", pearson, 1)
  row("deviance residual", deviance, 1)
  row("leverage", h, 0.001)
  row("Cook's distance", cook, 0.001)
  row("change of deviance", change, 0.01)
  row("DFBETAS", dfbetas, 0.01)
  lengths <- sqrt(colSums(m$x^2 * v))
  singular <- svd(sweep(m$x * sqrt(v), 2, lengths, "/"))$d
  tell("condition number", "", max(singular) / min(singular))
  R <- cov2cor(m$C[-1, -1, drop = FALSE])
  for (label in unique(m$terms[-1])) {
    own <- m$terms[-1] == label
    rest <- if (all(own)) 1 else det(R[!own, !own, drop = FALSE])
    tell("VIF", label, det(R[own, own, drop = FALSE]) * rest / det(R))
  }
}

firth_figures <- function(tell, m, all) {
  names <- colnames(all$x)
  full <- firth(m)
  error <- errors(inverse_information(m$x, full$v))
  place <- match(colnames(m$x), names)
  spread <- function(values, absent = NA) replace(rep(absent, length(names)), place, values)
  tell("Firth estimate", names, spread(full$b), spread(error, 1))
  tell("Firth fisher error", names, spread(error))
  tell("Firth augmented error", names, spread(errors(inverse_information(m$x, full$v * (1 + full$h)))))
  # The columns of a term last, so that of collinear ones the others stay; the penalty is that of the whole model.
  test <- function(own) {
    m <- independent(columns_of(all, order(own)))
    free <- which(!own[order(own)][attr(m, "kept")])
    list(df = ncol(m$x) - length(free), statistic = 2 * (firth(m)$value - firth(m, free)$value))
  }
  model <- test(all$terms != "")
  tell("Firth LR test of the model", "", model$statistic, 1)
  tell("Firth df of the model", "", model$df)
  for (label in unique(all$terms[-1])) {
    one <- test(all$terms == label)
    tell("Firth df of a term", label, one$df)
    tell("Firth LR test of a term", label, if (one$df > 0) one$statistic else 0, 1)
    tell("Firth p of a term", label, if (one$df > 0) pchisq(one$statistic, one$df, lower.tail = FALSE) else NA)
  }
  for (side in c(-1, 1)) {
    ends <- sapply(seq_along(full$b), function(j) firth_end(m, full, j, side))
    tell("Firth profile interval", paste(names, if (side < 0) "lower" else "upper"), spread(ends), spread(error, 1))
  }
}

difference <- function(odds, r, of) {
  same <- is.na(odds) & is.na(r) | !is.na(odds) & !is.na(r) & odds == r
  ifelse(same, 0, ifelse(is.finite(odds) & is.finite(r), abs(odds - r) / pmax(abs(r), of), Inf))
}

odds <- read.delim(file.path(folder, "odds.tsv"), header = FALSE, col.names = c("design", "statistic", "name", "odds"), quote = "")
odds$name[is.na(odds$name)] <- ""
designs <- strsplit(readLines(file.path(folder, "designs.tsv")), "\t")
figures <- do.call(rbind, lapply(designs, function(fields) {
  r <- tryCatch(compare_design(fields), error = function(e) stop(fields[1], ": ", conditionMessage(e), " in ", deparse(conditionCall(e))[1]))
  cbind(design = fields[1], r)
}))
both <- merge(figures, odds, all = TRUE)
both$difference <- difference(both$odds, both$value, both$of)
alone <- is.na(both$of)
both$difference[alone] <- NA
write.csv(both[order(-both$difference), ], file.path(folder, "compared.csv"), row.names = FALSE)
worst <- do.call(rbind, lapply(split(both[!alone, ], both$statistic[!alone]), function(s) {
  at <- which.max(s$difference)
  data.frame(statistic = s$statistic[1], figures = nrow(s), worst = s$difference[at], design = s$design[at], name = s$name[at],
             odds = s$odds[at], R = s$value[at])
}))
options(width = 160)
print(worst[order(-worst$worst), ], row.names = FALSE, digits = 9, right = FALSE)
cat(length(designs), "designs,", sum(!alone), "figures; only one side has", sum(alone & !is.na(both$odds)), "others\n")
