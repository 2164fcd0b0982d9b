import type { IncomingMessage } from "node:http"
import type * as z from "zod/mini"
import { Problem } from "../problem.ts"
import type { RelayContext } from "./context.ts"

/** Bytes. A ticket of 100,000 characters, masked, in any script, is below it. */
export const MAX_BODY = 2_000_000

/**
 * Reads and checks the body of a request.
 * @throws Problem 413, 415 or 400, which names the field but never quotes its value.
 */
export async function readBody<Schema extends z.ZodMiniType>(context: RelayContext, schema: Schema): Promise<z.infer<Schema>> {
  const { incoming } = context.env
  // A page in a browser can post text/plain to any address without asking; JSON needs a permission that the relay never grants.
  if (!/^application\/json\b/i.test(incoming.headers["content-type"] ?? "")) {
    throw new Problem(415, "not-json", "The request must have the content type application/json.")
  }
  return checked(parse((await readBytes(incoming)).toString("utf8")), schema)
}

/** Reads and checks what stands behind the question mark; an empty value counts as none. @throws Problem 400, as above */
export function readQuery<Schema extends z.ZodMiniType>(context: RelayContext, schema: Schema): z.infer<Schema> {
  return checked(Object.fromEntries(Object.entries(context.req.query()).filter(([, value]) => value !== "")), schema)
}

function checked<Schema extends z.ZodMiniType>(given: unknown, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw new Problem(400, "bad-request", read.error.issues.slice(0, 3).map(sentence).join(" "))
}

/**
 * The body as it came. By events: leaving a `for await` early would destroy the socket before the answer is out. What is too much is
 * read and forgotten.
 * @throws Problem 413, 400
 */
export function readBytes(incoming: IncomingMessage, most = MAX_BODY): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    incoming.on("data", (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= most) return chunks.push(chunk)
      chunks.length = 0
      return reject(new Problem(413, "too-big", `The request is larger than ${most / 1_000_000} MB.`))
    })
    incoming.once("end", () => resolve(Buffer.concat(chunks)))
    incoming.once("error", (cause) => reject(new Problem(400, "bad-request", "The request broke off.", { cause, retryable: true })))
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Its message quotes the text around the mistake.
    throw new Problem(400, "bad-request", "The request is not JSON.")
  }
}

function sentence({ path, code, ...issue }: z.core.$ZodIssue): string {
  const field = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("").replace(/^\./, "") || "the request"
  switch (code) {
    case "invalid_type": return `${field}: ${"expected" in issue ? String(issue.expected) : "something else"} expected.`
    case "too_big": return `${field}: more than ${"maximum" in issue ? String(issue.maximum) : "allowed"}.`
    case "too_small": return `${field}: less than ${"minimum" in issue ? String(issue.minimum) : "needed"}.`
    case "invalid_format": return `${field}: not a ${"format" in issue ? String(issue.format) : "value of the right form"}.`
    default: return `${field}: not one of the values that are allowed.`
  }
}
