import { NO_PLACEHOLDERS } from "../../../masking/basis/placeholder-table.ts"
import { maskText } from "../../../masking/index.ts"
import { isCompany, isRoleMailbox, personBeside, TITLED } from "../../../masking-rules/people-words.ts"
import { isCommonGivenName } from "../../../masking-rules/plain-words.ts"
import { readRules } from "../../../masking-rules/rules.ts"
import { isPublicPage, sentencesOf, type Corpus, type CorpusDocument } from "../corpus/corpus.ts"
import { findingDocument, type FindContext, type Finder, type NewFinding } from "../corpus/finding.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/**
 * Finds personal data in public pages: full names, mailboxes of persons, phone numbers beside a name, accounts and
 * cards. It uses the finders of masking.
 */
export const personalData: Finder = { kind: "personal-data", find }

async function find({ db, docs }: Corpus, { signal }: FindContext): Promise<NewFinding[]> {
  // The articles' own words are no evidence here, and names in running text only count if they are nearly certain.
  const { keep, names, version } = await readRules(db)
  const rules = { keep, names, version, mode: "balanced" as const }
  const findings: NewFinding[] = []
  await forEachYielding(docs.filter(isPublicPage), signal, (doc) => {
    const reported = new Set<string>()
    return forEachYielding(sentencesOf(doc), signal, ({ text }) => {
      if (!MAY_HOLD.test(text)) return
      for (const { what, word } of peopleIn(
        text,
        doc,
        (one) => maskText(one, NO_PLACEHOLDERS, [], { locale: doc.locale, rules }).spans
      )) {
        if (reported.has(word.toLowerCase())) continue
        reported.add(word.toLowerCase())
        findings.push({
          about: word.toLowerCase(),
          documents: [findingDocument(doc, text)],
          says: `A public page holds ${what}: ${word}.`,
          fix:
            what === "a person's name"
              ? "Name the team or the role instead; people leave, and the page stays."
              : "Put the team's own mailbox or number there."
        })
      }
    })
  })
  return findings
}

/** Matches two consecutive words with a capital, a title, a mailbox, a number, or Japanese forms of address. */
const MAY_HOLD =
  /\p{Lu}[\p{L}'’-]+ \p{Lu}|@|(?:\d[ ()./-]{0,3}){7}|\p{Lu}{2}\d{2}|\b(?:Mrs?|Ms|Dr|Herr|Frau|Sra?|Mme)\b|さん|様|氏/u

function peopleIn(
  text: string,
  { language, title }: CorpusDocument,
  spansOf: (text: string) => { start: number; end: number; type: string }[]
): { what: string; word: string }[] {
  return spansOf(text).flatMap(({ start, end, type }) => {
    const word = text.slice(start, end)
    const [before, after] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 30)]
    if (type === "PERSON")
      return isPerson(word, before, after, language) && !title.includes(word) ? { what: "a person's name", word } : []
    if (type === "EMAIL") return isPersonsMailbox(word) ? { what: "the mailbox of a person", word } : []
    if (type === "PHONE")
      return word.replace(/\D/g, "").length >= 7 && personBeside(before + " " + after) !== undefined
        ? { what: "a number beside a person's name", word }
        : []
    return type === "CARD" ? { what: "a card number", word } : []
  })
}

function isPerson(word: string, before: string, after: string, language: string | null): boolean {
  if (EXAMPLE.test(word) || isCompany(word + after.slice(0, 12))) return false
  if (language === "ja") return /^(?:さん|様|氏)/u.test(after) || word.length >= 4
  // The first word of a sentence is capitalised anyway: "Elija Cancelar pedido".
  if (/^\W*(?:\d+[.)]\s*)?$/u.test(before) && !isCommonGivenName(word.split(" ")[0] ?? "")) return false
  return TITLED.test(before) ? /^\p{Lu}/u.test(word) : /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)+$/u.test(word)
}

function isPersonsMailbox(address: string): boolean {
  const [mailbox = "", host = ""] = address.toLowerCase().split("@")
  return (
    /^[\p{L}]{2,}[._-][\p{L}]{2,}$|^[\p{L}]{3,}$/u.test(mailbox) &&
    host.includes(".") &&
    !/(?:^|\.)example(?:\.|$)|^(?:domain|yourdomain|mail|email)\./.test(host) &&
    !isRoleMailbox(mailbox, host) &&
    !EXAMPLE.test(mailbox)
  )
}

/** Matches names that stand for anybody. */
const EXAMPLE =
  /^(?:john|jane|max|erika|maria)[ ._-](?:doe|smith|mustermann|musterfrau|sample|exemplo|ejemplo)$|^(?:name|you|your|user|someone|somebody|firstname|vorname|prénom|nombre|nome)\b|山田[ 　]?(?:太郎|花子)/iu
