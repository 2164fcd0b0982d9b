import { DocumentError } from "../common/format.ts"

/** Catches the stack overflow that tens of thousands of nested elements cause. @throws DocumentError */
export function limitDepth<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeepError(cause)
    throw cause
  }
}

export const tooDeepError = (cause?: unknown): DocumentError =>
  new DocumentError("Its elements are nested too deeply to be read.", { cause })
