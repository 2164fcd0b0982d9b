import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { LISTS } from "replywright/lexicon/interface"
import type { Message, Person, Ticket } from "../../ticket/ticket.ts"
import { baseLanguage } from "./page-language.ts"

/**
 * Returns a ticket in which nobody is called "you". Many helpdesks write a pronoun of the interface's language in the
 * place of the signed-in agent's name. Taken for a name, it would be masked wherever the thread says "you".
 * @param document the page, whose language is the interface's
 */
export function withoutPronouns(ticket: Ticket, document: Document): Ticket {
  const pronouns = pronounsOf(document)
  const nameOf = (name: string) => withoutPronoun(name, pronouns)
  const { agent, people, requester } = ticket
  const named = (person: Person): Person => {
    const { name, ...rest } = person
    const own = name === undefined ? "" : nameOf(name)
    return own === "" ? rest : { ...rest, name: own }
  }
  const signedIn = agent && named(agent)
  const messages = ticket.messages.map((message): Message => {
    const author = nameOf(message.author)
    // Whoever it is, they are the one who is signed in; a customer's name is never guessed.
    return { ...message, author: author || (message.role === "agent" && message.author ? (signedIn?.name ?? "") : "") }
  })
  return {
    ...ticket,
    requester: named(requester),
    ...(people ? { people: people.map(named).filter(({ name, email }) => name || email) } : {}),
    ...(signedIn ? { agent: signedIn } : {}),
    messages
  }
}

/** Returns the words of the page's language, or of the browser's where the page names none, and of English. */
function pronounsOf({ documentElement, defaultView }: Document): ReadonlySet<string> {
  const language = documentElement.lang || defaultView?.navigator.language || "en"
  const words = [baseLanguage(language), "en"].flatMap((code) => optionalEntriesOf(LISTS, code, "self") ?? [])
  return new Set(words.map(folded))
}

/** Returns what is left of a name such as "You", "Dana (you)" or "You (Dana)" when the pronoun is left out. */
function withoutPronoun(name: string, pronouns: ReadonlySet<string>): string {
  const isName = (part: string) => !pronouns.has(folded(part))
  if (!isName(name)) return ""
  const [, outer = "", inner = ""] = /^([^([（]*)[([（]([^)\]）]*)[)\]）]\s*$/.exec(name) ?? []
  if (folded(outer) === "" || folded(inner) === "" || (isName(outer) && isName(inner))) return name
  return (isName(outer) ? outer : isName(inner) ? inner : "").trim()
}

const folded = (word: string) =>
  word
    .normalize()
    .toLowerCase()
    // Of a Turkish capital.
    .replaceAll("\u0307", "")
    .replace(/^[\s\p{P}\p{S}\p{Cf}]+|[\s\p{P}\p{S}\p{Cf}]+$/gu, "")
    .replace(/\s+/g, " ")
