import type { Fact } from "./facts.ts"

/**
 * Finds links and mail addresses. A link's value is its host and path in lower case, without scheme, www and closing
 * slash, and its unit is the host.
 */
export function linkFacts(text: string): Fact[] {
  const links: Fact[] = []
  for (const match of text.matchAll(LINK)) {
    const raw = match[0].replace(/[.,;:!?'"’”»)\]}>*。、」』）]+$/, "")
    const at = { start: match.index, end: match.index + raw.length, text: raw }
    if (/^[^/?#]*@/.test(raw) && !raw.includes("://")) {
      const address = raw.replace(/^mailto:/i, "").toLowerCase()
      links.push({ kind: "email", value: address, unit: address.slice(address.indexOf("@") + 1), ...at })
    } else {
      const value = raw
        .replace(/^[a-z][a-z0-9+.-]*:\/*/i, "")
        .replace(/^www\./i, "")
        .replace(/\/$/, "")
        .toLowerCase()
      // Phishing links put "user@" before the host. The real host is what follows it.
      const host = (value.split(/[/?#]/)[0] ?? "").replace(/^.*@/, "").replace(/:\d+$/, "")
      links.push({ kind: "link", value, unit: host, ...at })
    }
  }
  return links
}

/**
 * Matches a link with a scheme, a mail address, or a bare host with a usual ending. All repetitions are bounded, so
 * that no text is slow.
 */
const LINK =
  /\b(?:https?|ftp):\/\/[^\s<>"'「」『』（）、。]{1,2000}|\b(?:javascript|data|file):[^\s<>]{1,200}|(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,5}|(?<![\p{L}\p{N}@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?:com|net|org|io|dev|app|shop|store|info|biz|eu|de|fr|es|pt|br|jp|uk|us|ch|at|it|nl|be|ca|au|example|xyz|top|site|online|link|click|ru|cn)\b(?:[/?#][^\s<>"'「」『』（）、。]{0,2000})?/giu
