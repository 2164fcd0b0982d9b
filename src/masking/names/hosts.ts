import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Says whether a host is so widely used that a link to it reveals nothing about the writer. The link's personal parts
 * are masked all the same.
 */
export function isWellKnownHost(host: string): boolean {
  const plain = host.toLowerCase().replace(/^www\./, "")
  if (plain === "localhost" || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(plain)) return true
  const parts = plain.split(".")
  const country = parts.length > 2 && /^(?:com?|org|net|gov|ac)$/.test(parts.at(-2) ?? "")
  const name = parts.at(country ? -3 : -2) ?? ""
  return HOSTS.has(name)
}

const HOSTS = wordsOf(LISTS, "hosts")
