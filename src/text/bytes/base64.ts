/**
 * Returns a text of which each character is one of the bytes. It goes in pieces, because a file is larger than a call's
 * arguments may be.
 */
export function toBinary(bytes: Uint8Array): string {
  let letters = ""
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return letters
}

const PIECE = 8192

/**
 * Returns the bytes of such a text. It uses a plain loop, because masking's weights are a megabyte and
 * `Uint8Array.from` takes twenty times as long.
 */
export function fromBinary(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i)
  return bytes
}

export const toBase64 = (bytes: Uint8Array): string => btoa(toBinary(bytes))

/** @throws DOMException if the text isn't base64 */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => fromBinary(atob(text))
