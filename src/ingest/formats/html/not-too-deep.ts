import { DocumentError } from "../common/format.ts"

/** Tens of thousands of elements in each other end the stack. @throws DocumentError */
export function notTooDeep<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep(cause)
    throw cause
  }
}

export const tooDeep = (cause?: unknown): DocumentError =>
  new DocumentError("Its elements are nested too deeply to be read.", { cause })
