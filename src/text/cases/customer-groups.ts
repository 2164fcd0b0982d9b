import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { onceEach } from "../memo/once.ts"

/** That a text speaks of those who are in a group of customers (members, subscribers, with an account) or aren't. */
export interface GroupMention {
  /** The place of the group in the word list. */
  group: number
  isIn: boolean
  /** The words that say so. */
  text: string
}

/** Returns for which groups a sentence of a page is: "Members pay nothing", "Without an account you pay £5". */
export function groupsOfRule(sentence: string, language: string): GroupMention[] {
  return groupsOf(language).flatMap(({ group, out, rule }) => mention(sentence, group, out, rule))
}

/** Returns in which groups customers say that they are, or aren't: "I'm a member", "I don't have an account". */
export function groupsOfCustomer(sentence: string, language: string): GroupMention[] {
  return groupsOf(language).flatMap(({ group, out, own }) => mention(sentence, group, out, own))
}

/**
 * Returns what a field or a tag of a ticket says: "Member: yes", "Customer group: members", "non-member". Fields and
 * tags are often in English, whatever the ticket's language.
 */
export function groupsOfField(name: string, value: string, language: string): GroupMention[] {
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
export function isForOthers(sentence: string, language: string): boolean {
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
