import { visibleReply } from "../../text/mail/visible-reply.ts"

/**
 * Returns what an agent wrote in a message, and what stands around it: quoted and forwarded mail and a signature. That
 * is most likely the customer's, and binds the team no more than the customer's own mail.
 */
export function ownAndQuoted(message: string): { own: string; quoted: string } {
  const { visible, quoted, signature } = visibleReply(message)
  const [theirs, own] = partition(visible.split("\n"), (line) => /^\s*>/.test(line))
  return { own: own.join("\n").trim(), quoted: [...theirs, quoted, signature].join("\n").trim() }
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))]
}
