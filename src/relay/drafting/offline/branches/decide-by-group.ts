import { groupsOfCustomer, groupsOfField, groupsOfRule, isForOthers } from "../../../../text/cases/customer-groups.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"

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
