/**
 * Returns the people whom a mail's headers name as sender or further recipient: names and addresses, "" where one is
 * missing.
 */
export function sendersIn(headers: string): { name: string; email: string }[] {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, " ")
  return [...unfolded.matchAll(/^(?:from|reply-to|sender|cc):(.*)$/gim)].flatMap(
    ([, value = ""]) => value.slice(0, LONGEST).match(MAILBOX)?.map(mailboxOf) ?? []
  )
}

/** This many characters of a line with names are read. */
const LONGEST = 2_000

/** A mailbox ends at the comma before the next one. A comma inside quotes doesn't end it. */
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
