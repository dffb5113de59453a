/** The fit over a cluster: an estimator for pipelines of Spark, its summary, its models as files, and a program for the shell. */
package dev.odds.spark;
