/**
 * A library of one function of numbers: no memory crosses, nothing is remembered.
 *
 * Safe to call from any thread.
 */
#ifndef FFI_PRIMES_LIBRARY_H
#define FFI_PRIMES_LIBRARY_H

/**
 * The smallest prime number that is greater than `from`.
 *
 * Returns -1 when `from` is negative, and when no `int` is such a prime: from 2147483647 on, which is the largest `int`
 * and a prime itself. The work is bounded: no two such primes are more than 292 apart, and each number between them takes
 * less than 16,000 divisions.
 */
int next_prime(int from);

#endif
