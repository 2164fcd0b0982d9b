/** What a client of PostgreSQL's wire protocol 3 sends, cut into its messages. */
export interface ClientMessage {
  /** The letter of the message; "start", "cancel" and "tls", the question for encryption, have none on the wire. */
  type: string
  bytes: Buffer
}

/**
 * Answers the whole messages in what has come so far, and keeps the rest for the next call. A new reader for each
 * connection.
 */
export function messageReader(): (received: Buffer) => ClientMessage[] {
  let kept = Buffer.alloc(0)
  let started = false
  return (received) => {
    kept = Buffer.concat([kept, received])
    const messages: ClientMessage[] = []
    for (;;) {
      // The letter, and the length, which doesn't count the letter; of a first message what it is as well.
      const letter = started ? 1 : 0
      if (kept.length < (started ? 5 : 8)) return messages
      const length = letter + kept.readInt32BE(letter)
      // Somebody who speaks another language.
      if (length < letter + 4) return [{ type: "X", bytes: kept }]
      if (kept.length < length) return messages
      const type = started ? String.fromCharCode(kept[0] ?? 0) : (UNTYPED.get(kept.readInt32BE(4)) ?? "start")
      if (type === "start") started = true
      messages.push({ type, bytes: kept.subarray(0, length) })
      kept = kept.subarray(length)
    }
  }
}

const UNTYPED = new Map([
  [80_877_102, "cancel"],
  [80_877_103, "tls"]
])

/** Whether the client now waits for an answer: a simple query, or the end of an extended one. */
export const endsTurn = (type: string) => type === "Q" || type === "S" || type === "F"

/** How many bytes ReadyForQuery has, with which each answer to a turn ends. */
export const END = 6

/** Whether a turn leaves a transaction open: the last byte of its answer's end says so. */
export function leavesTransaction(end: Buffer): boolean {
  if (end.length !== END || end[0] !== 0x5a) throw new Error("PGlite's answer has no end.")
  return end.at(-1) !== 0x49
}

export const simpleQuery = (text: string) => message("Q", `${text}\0`)
export const noTls = Buffer.from("N")

/** What a client waits for after its start: that it is in, how values are written, and that it may ask. */
export const welcome = () =>
  Buffer.concat([
    message("R", int32(0)),
    ...[
      "server_encoding\0UTF8\0",
      "client_encoding\0UTF8\0",
      "DateStyle\0ISO, MDY\0",
      "TimeZone\0UTC\0",
      "integer_datetimes\0on\0",
      "standard_conforming_strings\0on\0"
    ].map((told) => message("S", told)),
    message("K", Buffer.concat([int32(process.pid), int32(0)])),
    message("Z", "I")
  ])

function message(type: string, content: Buffer | string): Buffer {
  const body = Buffer.from(content)
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
