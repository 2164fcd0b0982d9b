import { isFront } from "../../ticket/helpdesk-api/front-conversation.ts"
import { isHubspot } from "../../ticket/helpdesk-api/hubspot-conversation.ts"
import { NOTE_WORDS, PART_WORDS } from "./structure-words.ts"
import { wordsOf } from "./words-of.ts"

/** The sign for a comment, where comments are notes. */
export const COMMENT = "comment"

/** The word of the list in place of a whole phrase. */
export const TEAM_ONLY = "teamonly"

const TEAM =
  "(?:agents?|staff|teams?|team ?mates?|team members?|colleagues|employees|mitarbeiter|agenten|kollegen|agentes?|" +
  "l équipe|équipe|equipo|equipe|medewerkers)"
const CUSTOMER =
  "(?:customers?|clients?|requesters?|end ?users?|public|visitors?|kunden?|kundin|clientes?|demandeurs?|klant(?:en)?)"
const ARTICLE = "(?:the |your |our |den |die |das |dein |ihr |le |la |les |el |los |las |o |os |a |de )?"

/** Phrases that say the same, in lower case and without anything but letters. */
const PHRASES = new RegExp(
  [
    `(?:only )?(?:visible|shown|shared) (?:only )?(?:to|with|for) (?:only )?${ARTICLE}${TEAM}(?: only)?`,
    `(?:for )?${TEAM} only`,
    `only (?:for )?${ARTICLE}${TEAM}`,
    `(?:not visible|not shown|invisible|hidden) (?:to|from|for) ${ARTICLE}${CUSTOMER}`,
    `(?:comment|note|message|reply) (?:to|for|with) ${ARTICLE}team`,
    `mention ${ARTICLE}${TEAM}`,
    `nur für ${ARTICLE}${TEAM}(?: sichtbar)?`,
    `(?:nicht für ${ARTICLE}${CUSTOMER}|für ${ARTICLE}${CUSTOMER} nicht) sichtbar`,
    `(?:non visible|invisible|masqué) (?:par|pour) ${ARTICLE}${CUSTOMER}`,
    `(?:réservé aux|visible (?:seulement |uniquement )?par) ${ARTICLE}${TEAM}`,
    `${TEAM} (?:seulement|uniquement)`,
    `(?:no visible|oculto) (?:para|al) ${ARTICLE}${CUSTOMER}`,
    `(?:sólo|solo|só|apenas|somente) (?:para )?${ARTICLE}${TEAM}`,
    `(?:não visível|invisível|oculto) (?:para|ao) ${ARTICLE}${CUSTOMER}`,
    `alleen (?:voor )?${ARTICLE}${TEAM}`,
    "(?:ghi chú )?nội bộ"
  ]
    .map((phrase) => `(?<!\\p{L})${phrase}(?!\\p{L})`)
    .concat(
      "(?:スタッフ|担当者|社員|チーム)(?:専用|のみ|限定)",
      "(?:お客様|顧客)には?(?:非表示|表示されません|見えません)"
    )
    .join("|"),
  "gu"
)

/**
 * Returns the words of the note list that a name or a label holds. Japanese, Chinese and Thai have no blanks to go by.
 * @param site the origin of the page
 */
export function noteWordsIn(text: string, site: string): string[] {
  const words = wordsOf(text)
  const found = words.flatMap((word) =>
    UNSPACED.test(word) ? UNSPACED_NOTES.filter((note) => word.includes(note)) : NOTES.has(word) ? [word] : []
  )
  if (hasPhrase(words)) found.push(TEAM_ONLY)
  if (words.some((word) => word === "comment" || word === "comments") && isCommentSite(site)) found.push(COMMENT)
  return found
}

/** Names of classes are nearly all of one word, and no phrase of a language with blanks is. */
const hasPhrase = (words: string[]) =>
  words.some((word, n) => n > 0 || UNSPACED.test(word)) && withoutPhrases(words) !== words.join(" ")

/** Returns whether a short text is nothing but the label of a note: "Internal note", "Staff only · Internal note". */
export function isNoteLabel(text: string, site: string): boolean {
  if (text.length > MAX_LABEL || noteWordsIn(text, site).length === 0) return false
  // "Internal note by Sam": any name may follow.
  const own = BY_NAME.exec(text)?.[1] ?? text
  return wordsOf(withoutPhrases(wordsOf(own))).every((word) => isLabelWord(word))
}

/** HubSpot and Front call what the team says among itself a comment. Elsewhere a comment may be the public reply. */
const isCommentSite = (site: string) => isHubspot(new URL(site)) || isFront(new URL(site))

const MAX_LABEL = 60
const BY_NAME = /^(.+?)\s(?:by|from|von|par|de|por|van|door)\s\p{Lu}/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const NOTES = new Set(NOTE_WORDS)
const UNSPACED_NOTES = NOTE_WORDS.filter((note) => UNSPACED.test(note))
const ONLY = ["only", "nur", "seulement", "uniquement", "solo", "sólo", "só", "apenas", "somente", "alleen"]

const withoutPhrases = (words: string[]) => words.join(" ").replace(PHRASES, "")

function isLabelWord(word: string): boolean {
  const isKnown = (one: string) => NOTE_WORDS.includes(one) || PART_WORDS.includes(one) || ONLY.includes(one)
  if (isKnown(word) || !UNSPACED.test(word)) return isKnown(word)
  const known = [...NOTE_WORDS, ...PART_WORDS].filter((one) => UNSPACED.test(one))
  return known.reduce((rest, one) => rest.replaceAll(one, ""), word).replace(/の|専用|用/g, "") === ""
}
