/**
 * Reads formulas in TeX. A simple one is written without its dollar signs, and one that nobody could read aloud becomes
 * `{{ formula }}`, so that its sentence isn't quoted.
 */
export function readFormulas(text: string): string {
  if (!/\$|\\[([]/.test(text)) return text
  return text
    .replace(/\$\$([^$]{1,2000})\$\$/g, (_, tex: string) => wordsOf(tex))
    .replace(/\\\(([^\n]{1,500}?)\\\)|\\\[([^$]{1,500}?)\\\]/g, (_, tex: string | undefined, block = "") =>
      wordsOf(tex ?? String(block))
    )
    .replace(/(?<![\w$\\])\$(?![\s$\d])([^$\n]{0,300}[^\s$\\])\$(?![\w$])/g, (all, tex: string) =>
      FORMULA.test(tex) ? wordsOf(tex) : all
    )
}

/** "$HOME and $PATH" and "US$5 or A$6" are no formulas. */
const FORMULA = /[\\^_=+<>]|^\w$/

function wordsOf(tex: string): string {
  const plain = tex
    .replace(/\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}/g, "$1")
    .replace(/\\(?:times|cdot)(?![a-z])/g, "×")
    .replace(/\\div(?![a-z])/g, "÷")
    .replace(/\\(?:leq?)(?![a-z])/g, "≤")
    .replace(/\\(?:geq?)(?![a-z])/g, "≥")
    .replace(/\\approx(?![a-z])/g, "≈")
    .replace(/\\pm(?![a-z])/g, "±")
    .replace(/\^\{?2\}?/g, "²")
    .replace(/\^\{?3\}?/g, "³")
    .replace(/\\[,;: %$]/g, (sign) => (/[%$]/.test(sign) ? sign.slice(1) : " "))
    .trim()
  return /[\\{}^_]/.test(plain) ? "{{ formula }}" : plain
}
