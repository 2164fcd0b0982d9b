import { sentences } from "../../../../text/sentences.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"
import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../../../../lexicon/lexicon.ts"
import { onceEach } from "../../../../text/memo/text-memory.ts"

/** Two neighbouring sentences of a page, one for those in a group of customers and one for everybody else. */
export interface GroupPair {
  group: number
  /** The sentence for those in the group, and the words by which it says so. */
  inside: Quotable
  insideWords: string
  outside: Quotable
  outsideWords: string
}

/**
 * Finds the sentences for members where the customer is none, and the other way round. A customer is a member where the
 * ticket says so in plain words ("I'm a member"), in a field or in a tag.
 */
export function decideByGroup(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const pairs = groupPairs(quotable, language)
  if (pairs.length === 0) return []
  const told = toldGroups(ticket, language)
  return pairs.flatMap(({ group, inside, outside }): OtherCase[] => {
    const own = told.get(group)
    if (!own || own.isIn === undefined) return []
    const [applies, other] = own.isIn ? [inside, outside] : [outside, inside]
    return [{ other, applies, because: own.text }]
  })
}

/** Finds the rules that a page gives for members and for others in neighbouring sentences. */
export function groupPairs(quotable: Quotable[], language: string): GroupPair[] {
  const rules = quotable.map((one) => ({ one, mentions: groupsOfRule(one.text, language) }))
  return rules.flatMap(({ one: inside, mentions }) =>
    mentions
      .filter(({ isIn }) => isIn)
      .flatMap(({ group, text: insideWords }): GroupPair[] =>
        rules.flatMap(({ one: outside, mentions: theirs }): GroupPair[] => {
          if (outside.source !== inside.source || Math.abs(outside.at - inside.at) !== 1) return []
          const without = theirs.find((mention) => mention.group === group && !mention.isIn)
          const others = outside.at > inside.at && isForOthers(outside.text, language)
          if (!without && !others) return []
          return [{ group, inside, insideWords, outside, outsideWords: without?.text ?? firstWords(outside.text) }]
        })
      )
  )
}

/** Returns in which groups the ticket says that the customer is. Without `isIn` it says both. */
export function toldGroups(
  ticket: MaskedTicket,
  language: string
): ReadonlyMap<number, { isIn: boolean | undefined; text: string }> {
  const said = [
    ticket.subject,
    ...writtenByCustomer(ticket).flatMap((text) => sentences(text, language).map((one) => one.text))
  ].flatMap((sentence) => groupsOfCustomer(sentence, language))
  const shown = [
    ...Object.entries(ticket.fields ?? {}).flatMap(([name, value]) => groupsOfField(name, value, language)),
    ...ticket.tags.flatMap((tag) => groupsOfField("", tag, language))
  ]
  return new Map(
    [...Map.groupBy([...said, ...shown], ({ group }) => group)].map(([group, all]) => {
      const isOne = new Set(all.map(({ isIn }) => isIn)).size === 1
      return [group, { isIn: isOne ? all[0]?.isIn : undefined, text: all[0]?.text ?? "" }]
    })
  )
}

const firstWords = (text: string) => text.split(" ").slice(0, 2).join(" ")

/** That a text speaks of those who are in a group of customers (members, subscribers, with an account) or aren't. */
interface GroupMention {
  /** The place of the group in the word list. */
  group: number
  isIn: boolean
  /** The words that say so. */
  text: string
}

/** Returns for which groups a sentence of a page is: "Members pay nothing", "Without an account you pay £5". */
function groupsOfRule(sentence: string, language: string): GroupMention[] {
  return groupsOf(language).flatMap(({ group, out, rule }) => mention(sentence, group, out, rule))
}

/** Returns in which groups customers say that they are, or aren't: "I'm a member", "I don't have an account". */
function groupsOfCustomer(sentence: string, language: string): GroupMention[] {
  return groupsOf(language).flatMap(({ group, out, own }) => mention(sentence, group, out, own))
}

/**
 * Returns what a field or a tag of a ticket says: "Member: yes", "Customer group: members", "non-member". Fields and
 * tags are often in English, whatever the ticket's language.
 */
function groupsOfField(name: string, value: string, language: string): GroupMention[] {
  const text = value.trim()
  return [language, "en"].flatMap((of) =>
    groupsOf(of).flatMap(({ group, whole, wholeOut }): GroupMention[] => {
      if (whole.test(name) && NO.test(text)) return [{ group, isIn: false, text: `${name}: ${text}` }]
      if (whole.test(name) && YES.test(text)) return [{ group, isIn: true, text: `${name}: ${text}` }]
      const plain = text.replace(/_/g, "-")
      if (wholeOut.test(plain)) return [{ group, isIn: false, text }]
      return whole.test(plain) ? [{ group, isIn: true, text }] : []
    })
  )
}

/** Returns whether a sentence is for everybody who isn't in the group of the sentence before: "Everyone else pays £5". */
function isForOthers(sentence: string, language: string): boolean {
  const others = listOf(language, "others")
  return new RegExp(language === "ja" ? `^(?:${others})` : `^(?:${others})(?!\\p{L})`, "iu").test(sentence)
}

/** A sentence that speaks of both those in the group and those who aren't decides nothing. */
function mention(sentence: string, group: number, out: RegExp, inside: RegExp): GroupMention[] {
  const [outside] = out.exec(sentence) ?? []
  const [own] = inside.exec(outside === undefined ? sentence : sentence.replaceAll(new RegExp(out, "giu"), "#")) ?? []
  if ((outside === undefined) === (own === undefined)) return []
  return [{ group, isIn: own !== undefined, text: (own ?? outside ?? "").trim() }]
}

interface Group {
  group: number
  /** Matches what speaks of those who aren't in it. */
  out: RegExp
  /** Matches a rule for those who are. */
  rule: RegExp
  /** Matches how customers say that they are. */
  own: RegExp
  whole: RegExp
  wholeOut: RegExp
}

const listOf = (language: string, list: string) => (optionalEntriesOf(LISTS, language, list) ?? ["(?!)"]).join("|")

function readGroups(language: string): Group[] {
  const of = (list: string) => listOf(language, list)
  const [without, forThose, isOne] = [of("without"), of("for-those"), of("is-one")]
  return (optionalEntriesOf(LISTS, language, "group") ?? []).map((entry, group) => {
    const name = `(?:${entry})`
    const whole = new RegExp(`^${name}$`, "iu")
    const wholeOut = new RegExp(`^(?:${without})[ -]?${name}$`, "iu")
    if (language === "ja") {
      const out = `(?:${without})${name}|${name}(?:${of("without-behind")})`
      return {
        group,
        out: new RegExp(out, "u"),
        rule: new RegExp(`${name}(?:${of("for-those-behind")})`, "u"),
        own: new RegExp(`${name}(?:${of("is-one-behind")})`, "u"),
        whole,
        wholeOut
      }
    }
    const word = `(?:\\p{L}+ )?${name}(?!\\p{L})`
    const isIf = `(?<!(?<!\\p{L})(?:${of("if")}|whether|ob) )`
    return {
      group,
      out: new RegExp(`(?<!\\p{L})(?:${without})(?:[ -]?${name}|[ ]\\p{L}+ ${name})(?!\\p{L})`, "iu"),
      rule: new RegExp(`(?:^|(?<=[;,:(] )|(?<!\\p{L})(?:${forThose}) ?)${name}(?!\\p{L})`, "iu"),
      own: new RegExp(
        `${isIf}(?<!\\p{L})(?:${isOne}) ?${word}|(?<!\\p{L})${name}[ -]?(?:${of("is-one-behind")})(?!\\p{L})`,
        "iu"
      ),
      whole,
      wholeOut
    }
  })
}

const groupsOf = onceEach(readGroups)

const YES = /^(?:yes|true|active|ja|aktiv|oui|actif|sí|si|activo|sim|ativo|はい|有)$/iu
const NO = /^(?:no|none|false|nein|keine?|non|aucun|não|いいえ|無|なし)$/iu
