/**
 * Returns the natural logarithm of the gamma function, right to about 15 digits.
 * @param x greater than 0
 * @see C. Lanczos, A precision approximation of the gamma function, SIAM J. Numer. Anal. B 1 (1964), 86 to 96
 */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const series = LANCZOS.reduce((sum, weight, at) => sum + weight / (x + at), LANCZOS_FIRST)
  const base = x + LANCZOS.length - 1.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series)
}

const LANCZOS_FIRST = 0.99999999999980993
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
]

export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

/** The 97.5 % point of the normal distribution. */
export const Z = 1.959963984540054

/**
 * Returns the 97.5 % point of Student's distribution, right to four digits.
 * @param df degrees of freedom: at least 3, and not necessarily whole
 * @see G. W. Hill, Algorithm 396: Student's t-quantiles, Commun. ACM 13 (1970), 619 to 620
 */
export function studentQuantile(df: number): number {
  const a = 1 / (df - 0.5)
  const b = 48 / a ** 2
  const c0 = (((20700 * a) / b - 98) * a - 16) * a + 96.36
  const d = ((94.5 / (b + c0) - 3) / b + 1) * Math.sqrt(a * Math.PI * 0.5) * df
  const y0 = (d * 0.05) ** (2 / df)
  if (y0 > 0.05 + a) {
    const x = -Z
    const y = x ** 2
    const c1 = df < 5 ? c0 + 0.3 * (df - 4.5) * (x + 0.6) : c0
    const c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c1
    const inner = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    return Math.sqrt(df * Math.expm1(a * inner ** 2))
  }
  const y =
    ((1 / (((df + 6) / (df * y0) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y0 - 1) *
      ((df + 1) / (df + 2)) +
    1 / y0
  return Math.sqrt(df * y)
}
