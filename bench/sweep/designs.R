# Random designs for bench/inference_sweep: one CSV each, and a line in designs.tsv that says what its columns are.
#
#   Rscript designs.R FOLDER COUNT SEED

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
count <- as.integer(arguments[2])
set.seed(as.integer(arguments[3]))

kinds <- c("plain", "weights", "offset", "counts", "collinear", "sampling", "cluster", "small", "mixture", "separated", "scales")

factor_of <- function(n, levels) sample(letters[seq_len(levels)], n, replace = TRUE)

# Up to four numeric columns, up to two of levels; rounded, so that the file holds the very numbers.
features <- function(n, kind) {
  numeric <- sample(if (kind == "small") 1:2 else 1:4, 1)
  table <- as.data.frame(matrix(round(rnorm(n * numeric), 3), n))
  names(table) <- paste0("x", seq_len(numeric))
  if (numeric > 1) table$x2 <- rpois(n, 2)
  if (kind == "scales") table$x1 <- 1e6 + round(1e4 * table$x1)
  if (kind == "scales" && numeric > 2) table$x3 <- table$x3 / 1e5
  if (kind == "separated" || (kind != "small" && runif(1) < 0.7)) table$g <- factor_of(n, sample(2:4, 1))
  if (kind != "small" && runif(1) < 0.3) table$h <- factor_of(n, 3)
  if (kind == "collinear") table <- with_collinear(table)
  table
}

with_collinear <- function(table) {
  table$a1 <- 2 * table$x1 + 1
  if (!is.null(table$x2)) table$a2 <- table$x1 - 3 * table$x2
  if (!is.null(table$g)) table$a3 <- as.numeric(table$g == "a")
  table$a4 <- 5
  table
}

# Columns beside the features; NULL where the kind has none.
others <- function(n, kind) {
  both <- kind == "mixture"
  list(
    w = if (kind == "weights" || both) sample(0:4, n, replace = TRUE),
    s = if (kind == "sampling") round(rexp(n) + 0.1, 2),
    o = if (kind %in% c("offset", "mixture")) round(rnorm(n), 2),
    c = if (kind == "cluster" || (kind == "sampling" && runif(1) < 0.5)) sample(seq_len(max(8, n %/% 6)), n, replace = TRUE),
    t = if (kind == "counts" || both) sample(0:9, n, replace = TRUE))
}

logits <- function(table) {
  z <- rep(rnorm(1, 0, 0.5), nrow(table))
  for (column in table) {
    values <- if (is.character(column)) match(column, letters) else column
    if (sd(values) > 0) z <- z + rnorm(1, 0, 0.6) * (values - mean(values)) / sd(values)
  }
  z
}

# Whether some coefficient runs away.
runs_away <- function(table, y, w, offset) {
  x <- model.matrix(~ ., table)
  split <- qr(x[w > 0, , drop = FALSE])
  x <- x[, split$pivot[seq_len(split$rank)], drop = FALSE]
  fit <- suppressWarnings(glm.fit(x, y, w, offset = offset, family = binomial(), control = glm.control(1e-14, 40)))
  !fit$converged || max(abs(fit$linear.predictors - offset)[w > 0]) > 12 || ncol(x) >= sum(w > 0)
}

draw <- function(kind) {
  n <- if (kind == "small") sample(12:25, 1) else sample(c(40, 80, 200, 400), 1)
  table <- features(n, kind)
  extra <- others(n, kind)
  offset <- if (is.null(extra$o)) rep(0, n) else extra$o
  p <- plogis(logits(table) + offset)
  t <- if (is.null(extra$t)) rep(1, n) else extra$t
  y <- rbinom(n, t, p)
  if (kind == "separated") y[table$g == "b"] <- 1
  rest <- if (kind == "separated") table$g != "b" else rep(TRUE, n)
  w <- t * (if (is.null(extra$w)) 1 else extra$w) * (if (is.null(extra$s)) 1 else extra$s)
  whole <- table
  if (kind == "separated") table <- constant_dropped(table[rest, , drop = FALSE])
  proportion <- ifelse(t > 0, y / t, 0)
  if (runs_away(table, proportion[rest], w[rest], offset[rest])) return(draw(kind))
  as.data.frame(c(whole, extra[!sapply(extra, is.null)], list(y = y)))
}

constant_dropped <- function(table) table[sapply(table, function(v) length(unique(v)) > 1)]

lines <- sapply(seq_len(count), function(i) {
  kind <- kinds[(i - 1) %% length(kinds) + 1]
  table <- draw(kind)
  id <- sprintf("%03d-%s", i, kind)
  write.csv(table, file.path(folder, paste0(id, ".csv")), row.names = FALSE, quote = FALSE)
  role <- function(name) if (name %in% names(table)) name else "-"
  paste(id, if ("t" %in% names(table)) "y / t" else "y", role("w"), role("s"), role("c"), role("o"), sep = "\t")
})
writeLines(lines, file.path(folder, "designs.tsv"))
