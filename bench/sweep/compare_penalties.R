# Compares the elastic nets of Odds with glmnet's: bench/penalty_sweep.
#
#   Rscript compare_penalties.R FOLDER

folder <- commandArgs(trailingOnly = TRUE)[1]
fits <- readRDS(file.path(folder, "glmnet.rds"))
odds <- read.delim(file.path(folder, "odds.tsv"), header = FALSE, col.names = c("design", "way", "point", "gap", "kind", "converged", "estimates"))

softplus <- function(z) pmax(z, 0) + log1p(exp(-abs(z)))

compare <- function(id, way) {
  m <- fits[[id]]
  w <- rowSums(m$y)
  W <- sum(w)
  centre <- colSums(w * m$x) / W
  sd <- sqrt(colSums(w * sweep(m$x, 2, centre)^2) / W)
  u <- if (m$standardize) sd else 1
  f <- m$f * length(m$f) / sum(m$f)
  logits <- function(theta, b) drop(m$x %*% theta) + b + m$offset
  objective <- function(theta, b, lambda) {
    z <- logits(theta, b)
    loss <- sum(m$y[, "success"] * softplus(-z) + m$y[, "failure"] * softplus(z)) / W
    loss + lambda * sum(f * (m$alpha * abs(u * theta) + (1 - m$alpha) / 2 * (u * theta)^2))
  }
  own <- odds[odds$design == id & odds$way == way, ]
  stopifnot(nrow(own) == length(m$lambda))
  do.call(rbind, lapply(seq_along(m$lambda), function(k) {
    e <- as.numeric(strsplit(own$estimates[own$point == k], ",")[[1]])
    theta <- e[seq_along(m$f)]
    b <- if (m$bias) e[length(e)] else 0
    mine <- objective(theta, b, m$lambda[k])
    its <- objective(m$theta[, k], m$bias_of[k], m$lambda[k])
    data.frame(kind = m$kind, way, design = id, point = k, alpha = m$alpha, coefficient = max(abs(theta - m$theta[, k]) * sd),
               logit = max(abs(logits(theta, b) - logits(m$theta[, k], m$bias_of[k]))), worse = mine - its,
               zeros = sum((theta == 0) != (m$theta[, k] == 0)), gap = own$gap[own$point == k], proof = own$kind[own$point == k],
               converged = own$converged[own$point == k])
  }))
}

all <- do.call(rbind, lapply(c("alone", "path"), function(way) do.call(rbind, lapply(names(fits), compare, way))))
write.csv(all, file.path(folder, "compared.csv"), row.names = FALSE)
worst <- do.call(rbind, lapply(split(all, paste(all$kind, all$way)), function(s) {
  at <- which.max(s$logit)
  data.frame(kind = s$kind[1], way = s$way[1], fits = nrow(s), coefficient = max(s$coefficient), logit = s$logit[at], design = s$design[at], point = s$point[at],
             alpha = s$alpha[at], F.above = max(s$worse), F.below = max(-s$worse), zeros = sum(s$zeros), unproved = sum(is.nan(s$gap)),
             open = sum(!s$converged))
}))
options(width = 180)
print(worst[order(-worst$logit), ], row.names = FALSE, digits = 2, right = FALSE)
cat(length(fits), "designs,", nrow(all), "fits; of twins only sums of coefficients are determined by a lasso\n")
