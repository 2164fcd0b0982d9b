/**
 * A set of words that takes a few bits a word and can only be asked whether it contains one. It wrongly reports about
 * one word in fifty as contained (Bloom 1970, with the double hashing of Kirsch and Mitzenmacher 2006).
 */
export class Bloom {
  readonly bits: Uint8Array
  readonly #size: number

  /** @param bits the bits as `Bloom.of` made them; their length decides the places */
  constructor(bits: Uint8Array) {
    this.bits = bits
    this.#size = bits.length * 8
  }

  /** @param bitsPerWord with eight, one answer in forty-five is a wrong yes */
  static of(words: Iterable<string>, bitsPerWord = 8): Bloom {
    const list = [...words]
    const bloom = new Bloom(new Uint8Array(Math.max(8, Math.ceil((list.length * bitsPerWord) / 8))))
    for (const word of list)
      bloom.#places(word, (byte, bit) => {
        bloom.bits[byte] = (bloom.bits[byte] ?? 0) | bit
        return true
      })
    return bloom
  }

  has(word: string): boolean {
    return this.#places(word, (byte, bit) => ((this.bits[byte] ?? 0) & bit) !== 0)
  }

  #places(word: string, see: (byte: number, bit: number) => boolean): boolean {
    let a = 0x811c9dc5
    let b = 5381
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x01000193)
      b = (Math.imul(b, 33) + unit) | 0
    }
    b = Math.imul(b ^ (b >>> 15), 0x2c1b3c6d) | 1
    for (let k = 0; k < HASHES; k++) {
      const place = ((a + Math.imul(k, b)) >>> 0) % this.#size
      if (!see(place >> 3, 1 << (place & 7))) return false
    }
    return true
  }
}

const HASHES = 5
