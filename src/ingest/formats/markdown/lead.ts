/** Writes a title in bold before the text that follows, wherever that begins: "**Windows:** Press Ctrl." */
export const leadOf = (title: string): string => `\n\n**${title}${/[.?!:。？！：]$/.test(title) ? "" : ":"}**${JOINT}`

/** Joins the titles with their texts. A list or heading below a title stays below it. */
export const joinLeads = (text: string): string =>
  text.includes(JOINT)
    ? text.replace(/\uF8F2\s*\n(?=[ \t]*(?!\d+[.)][ \t])[\p{L}\p{N}"“(\uF8F0])[ \t]*/gu, " ").replaceAll(JOINT, " ")
    : text

/** A private character, which no text uses. */
const JOINT = "\uF8F2"
