/**
 * What failed. "request": an answer of 500 and above. "draft": a draft that ended with an error. "model": a request to
 * a model, also one after which another model wrote. "import": an import of knowledge. "webhook": an attempt to deliver.
 */
export type ErrorKind = "request" | "draft" | "model" | "import" | "webhook"

/** How often something failed in one way. */
export interface ErrorCount {
  kind: ErrorKind
  /** Such as "model-silent". It never holds a word of a ticket. */
  code: string
  count: number
}

/** A code is one of our own words: nothing that somebody else wrote looks like one by mistake and is kept whole. */
const CODE = /^[a-z]+(?:-[a-z0-9]+){0,7}$/
const MAX_CODE_CHARACTERS = 40
/** At most so many different ones are kept until they are taken. */
const MAX_CODES = 200

let counts = new Map<string, ErrorCount>()

/**
 * Counts an error of this process until `takeErrors` is called. A code that doesn't look like one is counted as
 * "other".
 */
export function noteError(kind: ErrorKind, code: string, count = 1): void {
  const isCode = code.length <= MAX_CODE_CHARACTERS && CODE.test(code)
  const countedCode = isCode && (counts.size < MAX_CODES || counts.has(`${kind} ${code}`)) ? code : "other"
  const key = `${kind} ${countedCode}`
  const before = counts.get(key)
  if (before) before.count += count
  else counts.set(key, { kind, code: countedCode, count })
}

/** Returns the errors since the last call. There is one tally for a process, as there is one relay in it. */
export function takeErrors(): ErrorCount[] {
  const taken = [...counts.values()]
  counts = new Map()
  return taken
}
