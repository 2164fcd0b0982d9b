/** Whom a mail's head names as writer and as further reader: names and addresses, "" where one is missing. */
export function sendersIn(headers: string): { name: string; email: string }[] {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, " ")
  return [...unfolded.matchAll(/^(?:from|reply-to|sender|cc):(.*)$/gim)].flatMap(
    ([, value = ""]) => value.slice(0, LONGEST).match(MAILBOX)?.map(mailboxOf) ?? []
  )
}

/** Characters of a line with names that are read. */
const LONGEST = 2_000

/** Up to the comma that parts it from the next; a comma between quotes doesn't. */
const MAILBOX = /(?:"(?:[^"\\]|\\.)*"|[^,"])+/g

function mailboxOf(text: string): { name: string; email: string } {
  const [, said, address] = /^(.*?)<([^<>\s]+@[^<>\s]+)>/.exec(text) ?? []
  if (address === undefined) return { name: "", email: /[^\s<>"']+@[^\s<>"']+/.exec(text)?.[0] ?? "" }
  return {
    name: (said ?? "")
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replace(/\\(.)/g, "$1")
      .replace(/\s+via RT$/i, "")
      .trim(),
    email: address
  }
}
