/** Removes the signs that dialects put around or into a line. Their words stay. */
export function removeInlineSigns(text: string): string {
  return RULES.reduce((left, [sign, pattern, replacement]) => {
    return left.includes(sign) ? left.replace(pattern, replacement) : left
  }, text)
}

/** Each rule has a sign by which most texts are passed over, a pattern, and what takes the place of its matches. */
const RULES: [sign: string, pattern: RegExp, replacement: string][] = [
  // Tables of contents, page breaks and abbreviations.
  ["[", /^[ \t]*(?:@?\[toc\]|\[\[_?toc_?\]\])[ \t]*$/gim, ""],
  ["toc", /^(?:[-*+]|\d+\.)[ \t]+[^\n]{0,60}\n[ \t]*\{:[ \t]*toc[^}\n]{0,200}\}[ \t]*$/gim, ""],
  ["${toc}", /^[ \t]*\$\{toc\}[ \t]*$/gim, ""],
  ["\\", /^[ \t]*\\(?:newpage|pagebreak|clearpage)[ \t]*$/gm, ""],
  ["*[", /^\*\[[^\]\n]{1,200}\]:[^\n]*$/gm, ""],
  // Attributes of kramdown and others: {: .class}, {#id}, { .class width=50% }.
  ["{:", /[ \t]?\{:[^}\n]{0,300}\}/g, ""],
  ["{", /[ \t]*\{(?:[ \t]*(?:[#.][\w:.-]+|[\w-]+=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s"'{}]{1,200})))+[ \t]*\}/g, ""],
  // MyST's roles: {doc}`Returns <returns>`. The code span was taken out.
  ["{", /\{[a-z][\w:-]*\}(?=\uF8F0)/g, ""],
  // Footnotes.
  ["[^", /^([ \t]{0,200})\[\^[^\]\s]{1,200}\]:[ \t]*/gm, "\n$1"],
  ["[^", /[ \t]?\[\^[^\]\s]{1,200}\]/g, ""],
  ["^[", /[ \t]?\^\[([^\]\n]{1,200})\]/g, " ($1)"],
  // Wiki links. What is embedded isn't in the file, unless it is a picture.
  ["![[", /!\[\[[^\]\n|]{1,200}\.(?:png|jpe?g|gif|svg|webp|bmp|mp4|mov|webm|mp3|pdf)(?:\|[^\]\n]{0,200})?\]\]/gi, ""],
  ["![[", /!\[\[([^\]\n]{1,200})\]\]/g, "{{ $1 }}"],
  ["[[", /\[\[[^\]\n|]{1,200}\\?\|([^\]\n|]{1,200})\]\]/g, "$1"],
  ["[[", /\[\[(?:[^\]\n|#]{0,200}\/)?([^\]\n|#/]{1,200})(?:#[^\]\n|]{0,200})?\]\]/g, "$1"],
  ["[[", /\[\[#([^\]\n|]{1,200})\]\]/g, "$1"],
  // Directives inside a line: :abbr[HTML]{title="..."}.
  [":", /(?<![\w:]):[a-z][\w-]{0,40}\[([^\]\n]{0,200})\](?:\{[^}\n]{0,200}\})?/g, "$1"],
  // Emoji and icons by name.
  [":", /[ \t]?(?<![\w:/]):[a-z+-][a-z\d_+-]{1,60}:(?![\w:])/g, ""],
  // Task lists, marked and struck text, keys, raised and lowered figures.
  ["[", /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX/-]\][ \t]+/gm, "$1"],
  ["==", /==(?=\S)([^=\n]{1,500}?)(?<=\S)==/g, "$1"],
  ["++", /\+\+(?=\S)([^+\n]{1,100}(?:\+[^+\n]{1,100}){0,4})\+\+/g, "$1"],
  ["~~", /[ \t]?~~(?=\S)[^~\n]{1,500}~~/g, ""],
  ["~", /(?<=\w)~([^~\s]{1,10})~/g, "$1"],
  ["^", /(?<=\w)\^([^\s^]{1,10})\^/g, "$1"],
  // Obsidian's names of blocks.
  ["^", /[ \t]\^[A-Za-z\d-]{2,40}[ \t]*$/gm, ""]
]
