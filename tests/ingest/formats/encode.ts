/** Encodes a text in an old encoding. It reverses what the platform's decoder knows. */
export function encodeAs(charset: string, text: string): Buffer {
  if (charset === "utf-16le" || charset === "utf-16be") {
    const bytes = Buffer.from(text, "utf16le")
    return charset === "utf-16be" ? bytes.swap16() : bytes
  }
  const letters = lettersOf(charset)
  return Buffer.from([...text].flatMap((letter) => letters.get(letter) ?? [0x3f]))
}

const known = new Map<string, Map<string, number[]>>()

function lettersOf(charset: string): Map<string, number[]> {
  const made = known.get(charset)
  if (made) return made
  const letters = new Map<string, number[]>()
  const decoder = new TextDecoder(charset)
  const add = (bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    if (!letter.includes("\uFFFD") && [...letter].length === 1 && !letters.has(letter)) letters.set(letter, bytes)
  }
  for (let byte = 0; byte < 256; byte++) add([byte])
  if (!/^windows|^iso/.test(charset))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail])
  known.set(charset, letters)
  return letters
}
