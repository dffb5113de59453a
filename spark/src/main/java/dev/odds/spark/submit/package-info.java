/** What the words of the shell's user and the columns of a table become: vectors, labels and notes. */
package dev.odds.spark.submit;
