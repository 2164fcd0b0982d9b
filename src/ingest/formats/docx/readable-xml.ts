import { UNREADABLE } from "../../markdown/unfilled.ts"

/**
 * Prepares the text of a Word document for mammoth, which reads hidden text as if it were shown, and neither fields in
 * their short form nor formulas. It runs in linear time.
 * @returns the XML, and a sentence on each kind of content that isn't read
 */
export function readableXml(xml: string): { xml: string; notices: string[] } {
  const hidden: string[] = []
  let formulas = 0
  const readable = xml
    .replace(/<\/?w:fldSimple(?:\s[^<>]*)?>/g, "")
    .replace(/<w:r(?:\s[^<>]*)?>(?:(?!<w:r[\s>])[^]){0,20000}?<\/w:r>/g, (run) => {
      if (!VANISH.test(run)) return run
      hidden.push(run.replace(/<[^<>]*>/g, ""))
      return ""
    })
    .replace(/<m:oMath(?:\s[^<>]*)?>((?:(?!<m:oMath[\s>])[^]){0,20000}?)<\/m:oMath>/g, (_, formula: string) => {
      const isPlain = !STRUCTURE.test(formula)
      if (!isPlain) formulas++
      return `<w:r><w:t xml:space="preserve">${isPlain ? formula.replace(/<[^<>]*>/g, "") : UNREADABLE}</w:t></w:r>`
    })
  const text = hidden.join("").replace(/\s+/g, " ").trim()
  return {
    xml: readable,
    notices: [
      ...when(
        /[\p{L}\p{N}]{2}/u.test(text),
        `Hidden text isn't read: "${text.slice(0, 60)}". If customers may read it, switch its hiding off in Word.`
      ),
      ...when(formulas > 0, "A formula can't be read as words: its sentence isn't quoted. Write it as text."),
      ...when(/<w:altChunk\s/.test(xml), "An embedded document isn't read. Copy its text into the page.")
    ]
  }
}

const when = (isSo: boolean, notice: string): string[] => (isSo ? [notice] : [])

/** Matches a run that Word doesn't show, by its own properties. */
const VANISH = /^<w:r(?:\s[^<>]*)?>\s*<w:rPr>(?:(?!<\/w:rPr>)[^]){0,2000}?<w:vanish(?:\s+w:val="(?:true|1|on)")?\s*\/>/
/** Fractions, powers, roots and their like, whose signs stand beside each other in the text. */
const STRUCTURE = /<m:(?:f|sSup|sSub|sSubSup|rad|nary|d|func|m|limLow|limUpp|eqArr|acc|bar)>/
