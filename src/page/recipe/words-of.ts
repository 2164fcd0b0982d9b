/** Splits names such as "message--internalNote" into lower-case words. */
export function wordsOf(name: string): string[] {
  return (
    name
      .normalize("NFC")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .toLowerCase()
      // Of the Turkish capital "İ" the dot is left.
      .replaceAll("i\u0307", "i")
      .split(/[^\p{L}\p{M}]+/u)
      .filter((word) => word !== "")
  )
}
