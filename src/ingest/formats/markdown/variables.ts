import { leadOf } from "./html-blocks.ts"

/**
 * Writes the variables of other template languages as `{{ name }}`, so that their sentences aren't quoted, and does the
 * same for files that a page includes. It runs before any sign is removed, because `<price>` would vanish as a tag.
 * @param isMdx whether braces hold expressions, which are read elsewhere
 */
export function readVariables(text: string, { isMdx = false, hasTags = true } = {}): string {
  const withNames = VARIABLES.reduce((left, [sign, pattern]) => {
    return left.includes(sign) ? left.replace(pattern, (_, name: string) => gapOf(name)) : left
  }, text)
  const braced = isMdx ? withNames : withNames.replace(BRACED, (_, name: string) => gapOf(name))
  const included = /^[ \t]*(?:!include|@import|<<<|\.\. include)|\[!INCLUDE/im.test(braced)
    ? braced.replace(
        INCLUDES,
        (_, path: string | undefined, other = "") => `\n${gapOf(`include ${path ?? String(other)}`)}\n`
      )
    : braced
  return hasTags ? readAngles(included) : included
}

const gapOf = (name: string) =>
  `{{ ${name
    .replace(/[{}<>]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 60)} }}`

/** Each form has a sign by which most texts are passed over. */
const VARIABLES: [sign: string, pattern: RegExp][] = [
  ["%%", /%%([A-Za-z][\w.-]{1,40})%%/g],
  ["${", /\$\{(?!toc\})([\w.[\]'"() -]{1,60})\}/g],
  ["$(", /\$\(([A-Za-z_][\w.]{1,40})\)/g],
  ["{$", /\{(\$[\w.>[\]-]{1,60})\}/g],
  ["#{", /#\{([\w.]{1,60})\}/g],
  ["{!", /\{!\$?([\w.]{1,60})\}/g],
  ["[%", /\[%[-=]?\s{0,3}([^%\n]{1,80}?)\s{0,3}%\]/g],
  ["@@", /@@([A-Za-z][\w.-]{1,40})@@/g],
  ["*|", /\*\|([A-Za-z][\w:.-]{1,40})\|\*/g],
  ["[[=", /\[\[=\s{0,3}([^\]\n]{1,60}?)\s{0,3}\]\]/g],
  ["<?", /<\?(?:=|php)([^?]{0,200})\?>/g],
  ["{", /\{([a-z]\w{0,40}), ?(?:number|date|time|plural|select)\b[^{}\n]{0,80}\}/g],
  ["{#", /\{#([A-Za-z]\w{1,40})#\}/g],
  // An escaped byte of an address and a folder of Windows are none.
  [
    "%",
    new RegExp(
      String.raw`(?<![\w%])%(?![a-f\d]{2}%|(?:local)?appdata%|te?mp%|user(?:profile|name)%|program|windir%|systemroot%|` +
        String.raw`home)([A-Za-z][A-Za-z_.]{1,40})%(?![\w%])`,
      "gi"
    )
  ]
]

/** "{phone}" or "{order.total}": one name, unlike attributes, roles and boxes. */
const BRACED =
  /(?<![\w$#{\\`~:\]%!]|:::? ?)\{((?!toc\}|color\})[a-z][A-Za-z_]{1,30}(?:\.[A-Za-z_]{1,30}){0,4})\}(?![\w}{\uF8F0`])/g

const INCLUDES = new RegExp(
  [
    String.raw`^[ \t]*(?:!include|@import|<<<|\.\. include::)[ \t]+["']?([^\s"'{}]{1,200})["']?[^\n]{0,80}$`,
    String.raw`\[!INCLUDE[ \t]*\[[^\]\n]{0,100}\]\(([^)\n]{0,200})\)\]`
  ].join("|"),
  "gim"
)

/** Reads `<<name>>`, `<<id,Text>>` and `<price>`: a tag that HTML doesn't know and that closes nowhere is a word. */
function readAngles(text: string): string {
  if (!text.includes("<")) return text
  const closed = new Set([...text.matchAll(/<\/([a-z][\w-]{0,40})/g)].map(([, name = ""]) => name))
  return text
    .replace(
      /<<(?:glossary:([\w -]{1,60})|[\w-]{1,60},[ \t]*([^<>\n]{1,100})|([\w.-]{1,60}))>>/g,
      (_, term, title, name) => (typeof name === "string" ? gapOf(name) : String(term ?? title))
    )
    .replace(/(?<![\\<\w])<([a-z][a-z\d]{0,20}(?:[ _-][a-z\d]{1,20}){0,3})>/g, (all, name: string) => {
      if (ELEMENTS.has(name.split(" ")[0] ?? "") || closed.has(name)) return all
      return KEYS.test(name) ? `\\${all}` : gapOf(name)
    })
}

const ELEMENTS = new Set(
  `
    a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
    cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure
    font footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend
    li link main map mark menu meta meter nav noscript object ol optgroup option output p param picture pre
    progress q rp rt ruby s samp script search section select slot small source span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
  `.match(/\w+/g)
)

/** Keys and choices on a screen, which pages write in angle brackets. */
const KEYS = new RegExp(
  String.raw`^(?:enter|return|tab|esc(?:ape)?|shift|ctrl|control|alt|cmd|command|option|del(?:ete)?|backspace|space|` +
    String.raw`home|end|page ?(?:up|down)|up|down|left|right|insert|pause|print|f\d{1,2}|none|empty|blank|ok|cancel|` +
    String.raw`save|next|back)$`
)

/**
 * Reads blocks in square brackets: ReadMe's `[block:callout]` with its JSON, and
 * `[details="How long?"] ... [/details]`.
 */
export function readBracketBlocks(text: string): string {
  if (!/\[\//.test(text)) return text
  const blocks = text.replace(/\[block:[\w-]{1,30}\]\s*(\{[^]{0,5000}?\})\s*\[\/block\]/g, (_, json: string) => {
    const value = (key: string) => new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\\\n]|\\\\.){0,3000})"`).exec(json)?.[1]
    const words = (value("body") ?? value("code"))?.replace(/\\n/g, "\n").replace(/\\(.)/g, "$1")
    return words === undefined ? "\n{{ block }}\n" : `${value("title") ? leadOf(value("title") ?? "") : ""}\n${words}\n`
  })
  const closed = new Set([...blocks.matchAll(/\[\/([a-z][\w-]{1,30})\](?!\()/gi)].map(([, name = ""]) => name))
  if (closed.size === 0) return blocks
  return blocks.replace(
    /\[(\/?)([a-z][\w-]{1,30})(?:[= ][ \t]*"?([^\]"\n]{0,120})"?[^\]\n]{0,120})?\](?![([:])/gi,
    (all, slash: string, name: string, title: string | undefined) => {
      if (!closed.has(name)) return all
      return slash === "" && title !== undefined && /\p{L}{2}/u.test(title) && !title.includes("=")
        ? leadOf(title)
        : "\n"
    }
  )
}
