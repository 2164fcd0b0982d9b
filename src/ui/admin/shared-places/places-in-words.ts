import { NOTE_COLOUR, type MessagePlaces, type PageRecipe, type RoleMark } from "../../../ticket/page-recipe.ts"
import { LOCALE } from "../../messages/locale.ts"
import { t } from "../../messages/t.ts"

/** Says what is read at the places of a page, and whether something is written there. */
export function placesInWords({ subject, messages, reply }: PageRecipe): { name: string; value: string }[] {
  const plain = plainWordsOf(messages)
  return [
    { name: t("shared.subject"), value: t(subject ? "shared.read" : "shared.not-read") },
    { name: t("shared.messages"), value: t(messages.newestFirst ? "shared.read.newest-first" : "shared.read") },
    { name: t("shared.customer"), value: markInWords(messages.customer) },
    { name: t("shared.agent"), value: messages.agent ? markInWords(messages.agent) : t("shared.mark.none") },
    { name: t("shared.notes"), value: plain ? t("shared.notes.except", { words: plain }) : t("shared.notes.all") },
    { name: t("shared.reply"), value: t(reply ? "shared.reply.yes" : "shared.reply.no") }
  ]
}

/** Names the signs of a note that say nothing on this site, or returns undefined if there are none. */
export function plainWordsOf({ plainWords = [] }: MessagePlaces): string | undefined {
  if (plainWords.length === 0) return undefined
  const words = plainWords.map((word) => (word === NOTE_COLOUR ? t("shared.notes.colour") : `“${word}”`))
  return new Intl.ListFormat(LOCALE, { type: "disjunction" }).format(words)
}

function markInWords(mark: RoleMark): string {
  switch (mark.kind) {
    case "side":
      return t(`shared.mark.${mark.side}`)
    case "author":
      return t(`shared.mark.${mark.is}`)
    case "word":
      return t("shared.mark.word", { word: mark.word })
    default:
      return t("shared.mark.name")
  }
}
