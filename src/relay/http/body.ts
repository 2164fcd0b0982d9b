import type { IncomingMessage } from "node:http"
import type * as z from "zod/mini"
import { MAX_REQUEST_CHARACTERS } from "../../protocol/relay.ts"
import { mistakesIn } from "../../protocol/routes/describe/mistakes.ts"
import { Problem } from "../../runtime/problem.ts"
import { nextEventLoopTurn } from "../../runtime/event-loop.ts"
import type { RelayContext } from "./context.ts"

/** In bytes. A masked ticket of 100,000 characters stays below this bound in any script. */
export const MAX_BODY = 2_000_000

/** A body of this many bytes takes some milliseconds to read. */
const LARGE = 20_000
/**
 * How many values a JSON body may hold altogether. The largest ticket that is allowed has fewer. A body with more is
 * refused before its values are checked one by one.
 */
export const MAX_VALUES = 30_000

/**
 * Reads and checks the body of a request.
 * @throws Problem 413 "too-large" if the body exceeds a bound, 415 if it isn't JSON, or 400, which names the field but
 * never quotes its value.
 */
export async function readBody<Schema extends z.ZodMiniType>(
  context: RelayContext,
  schema: Schema
): Promise<z.infer<Schema>> {
  const { incoming } = context.env
  // A page in a browser can post text/plain to any address without asking. For JSON it needs a permission (CORS), which
  // the relay never grants.
  if (!/^application\/(?:scim\+)?json\b/i.test(incoming.headers["content-type"] ?? "")) {
    throw new Problem(415, "not-json", "The request must have the content type application/json.")
  }
  const bytes = await readBytes(incoming)
  if (bytes.length > LARGE) await nextEventLoopTurn()
  if (hasTooManyCommas(bytes)) throw tooManyValues()
  const given = parse(bytes.toString("utf8"))
  refuseTooMuch(given)
  if (bytes.length > LARGE) await nextEventLoopTurn()
  return checked(given, schema)
}

/** Reads and checks the query string. An empty value counts as absent. @throws Problem 400, as `readBody` does */
export function readQuery<Schema extends z.ZodMiniType>(context: RelayContext, schema: Schema): z.infer<Schema> {
  return checked(Object.fromEntries(Object.entries(context.req.query()).filter(([, value]) => value !== "")), schema)
}

/** Reads and checks the parameters of the path. @throws Problem 400, as `readBody` does */
export function readPath<Schema extends z.ZodMiniType>(context: RelayContext, schema: Schema): z.infer<Schema> {
  return checked(context.req.param(), schema)
}

function checked<Schema extends z.ZodMiniType>(given: unknown, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const tooMuch = read.error.issues.filter(isTooMuch)
  if (tooMuch.length > 0) throw new Problem(413, "too-large", `${mistakesIn(tooMuch)} ${LESS}`)
  throw new Problem(400, "bad-request", mistakesIn(read.error.issues))
}

/**
 * Refuses a body with too many values or characters. This comes before the schema, because a schema takes longer the
 * more it finds wrong, and 2 MB have room for a million wrong values. It doesn't recurse, because lists can be nested
 * as deep as the body is long.
 * @throws Problem 413
 */
function refuseTooMuch(given: unknown): void {
  const rest: unknown[] = [given]
  let [values, characters] = [0, 0]
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value === "string") characters += value.length
    if (typeof value !== "object" || value === null) continue
    const names = Array.isArray(value) ? undefined : Object.keys(value)
    values += names?.length ?? Object.values(value).length
    if (values > MAX_VALUES) throw tooManyValues()
    for (const name of names ?? []) characters += name.length
    for (const one of Object.values(value)) rest.push(one)
  }
  if (characters > MAX_REQUEST_CHARACTERS) {
    throw new Problem(
      413,
      "too-large",
      `The texts of the request have ${characters} characters together, and ${MAX_REQUEST_CHARACTERS} are allowed. ${LESS}`
    )
  }
}

/**
 * Whether a body has more commas between values than it may have values. Taking two megabytes of short values apart
 * would keep everybody waiting for a tenth of a second, and counting these takes a few milliseconds.
 */
function hasTooManyCommas(bytes: Buffer): boolean {
  if (bytes.length < 2 * MAX_VALUES) return false
  let commas = 0
  let isInText = false
  for (let at = 0; at < bytes.length && commas <= MAX_VALUES; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) isInText = !isInText
    else if (isInText && byte === BACKSLASH) at++
    else if (!isInText && byte === COMMA) commas++
  }
  return commas > MAX_VALUES
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]

const tooManyValues = () => new Problem(413, "too-large", `The request holds more than ${MAX_VALUES} values. ${LESS}`)

const LESS = "Nothing of it was stored: send less."

/**
 * Whether the issue is a list with too many entries. A single text that is too long, or a number out of its range, is a
 * mistake in its field and is answered 400.
 */
function isTooMuch({ code, ...issue }: z.core.$ZodIssue): boolean {
  return code === "too_big" && "origin" in issue && ["array", "record", "texts"].includes(issue.origin)
}

/**
 * Reads the bytes of the body. It listens to events, because leaving a `for await` early would destroy the socket
 * before the answer is sent. Bytes beyond `most` are read and dropped.
 * @throws Problem 413 for too many bytes, 400 when the request breaks off
 */
export function readBytes(incoming: IncomingMessage, most = MAX_BODY): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= most) return chunks.push(chunk)
      chunks.length = 0
      return reject(new Problem(413, "too-big", `The request is larger than ${most / 1_000_000} MB.`))
    }
    const breakOff = (cause: Error) =>
      reject(new Problem(400, "bad-request", "The request broke off.", { cause, retryable: true }))
    incoming.on("data", take).once("error", breakOff)
    incoming.once("end", () => {
      resolve(Buffer.concat(chunks))
      // The request lives as long as its answer, and its listeners would keep the body for as long.
      incoming.off("data", take).off("error", breakOff)
    })
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message isn't passed on, because it quotes the text around the mistake.
    throw new Problem(400, "bad-request", "The request is not JSON.")
  }
}
