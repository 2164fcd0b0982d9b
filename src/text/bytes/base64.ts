/** Encodes in pieces, because a file is larger than a call's arguments may be. */
export function toBase64(bytes: Uint8Array): string {
  let letters = ""
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(letters)
}

const PIECE = 8192

/**
 * Decodes base64. It uses a plain loop, because masking's weights are a megabyte and `Uint8Array.from` takes twenty
 * times as long. @throws DOMException if the text isn't base64
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text)
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i)
  return bytes
}
