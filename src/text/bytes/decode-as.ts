/**
 * Returns the text that bytes are in an encoding, or undefined if they aren't valid in it or there is none of this name.
 * @param isCut the end may lack a part of its last character
 */
export function decodeAs(charset: string, bytes: Uint8Array, isCut = false): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: isCut })
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
