import { Bloom } from "../basis/bloom.ts"
import type { Lists } from "../names/knowledge.ts"
import type { Weights } from "../names/score.ts"
import { UNLISTED_BUCKETS, type UnlistedWeights } from "../names/unlisted.ts"

/**
 * The format of the trained file `lexicon/weights/names.bin`: the length of the header (32 bits, little endian), the
 * header as JSON, and the bytes of the parts in the order of the header.
 */
interface Header {
  /** The number of bytes of each part. */
  lengths: number[]
  /** The factor that turns the weights into log odds. */
  scale: number
}

/** Returns the results of training as the bytes of the file. */
export function packTrained(lists: Lists, { personal, scale, kinds }: Weights): Uint8Array<ArrayBuffer> {
  const { given, family, towns, countries, ordinary, letters } = lists
  const blooms = [given, family, towns, countries, ...ordinary]
  const parts = [letters, personal, kinds, ...blooms.map(({ bits }) => bits)].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)
  )
  const header: Header = { lengths: parts.map(({ length }) => length), scale }
  const written = new TextEncoder().encode(JSON.stringify(header))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, written.length, true)
  const all = [length, written, ...parts]
  const file = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of all) {
    file.set(part, at)
    at += part.length
  }
  return file
}

/** Reads the lists and weights from the bytes of the file. @throws SyntaxError, RangeError when they are no such file */
export function unpackTrained(file: Uint8Array): { lists: Lists; weights: Weights } {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  const header: Header = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length)))
  let at = 4 + length
  const parts = header.lengths.map((size) => file.slice(at, (at += size)))
  const [letters, personal, kinds, ...blooms] = parts
  const [given, family, towns, countries, ...ordinary] = blooms.map((bits) => new Bloom(bits))
  if (!letters || !personal || !kinds || !given || !family || !towns || !countries)
    throw new RangeError("The trained file of names lacks a part.")
  return {
    lists: { ordinary, given, family, towns, countries, letters: signed(letters) },
    weights: { personal: signed(personal), scale: header.scale, kinds: signed(kinds) }
  }
}

/** Returns the weights for words in no list as the bytes of `lexicon/weights/unlisted.bin`: scale (32 bits), weights. */
export function packUnlisted({ weights, scale }: UnlistedWeights): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(4 + weights.length)
  new DataView(file.buffer).setFloat32(0, scale, true)
  file.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 4)
  return file
}

/** Reads those weights. @throws RangeError when the file has another length */
export function unpackUnlisted(file: Uint8Array): UnlistedWeights {
  if (file.length !== 4 + UNLISTED_BUCKETS)
    throw new RangeError("The file of weights for words in no list is not whole.")
  const scale = new DataView(file.buffer, file.byteOffset).getFloat32(0, true)
  return { weights: signed(file.slice(4)), scale }
}

const signed = ({ buffer, byteOffset, byteLength }: Uint8Array) => new Int8Array(buffer, byteOffset, byteLength)
