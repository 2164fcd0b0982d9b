import { DocumentError } from "../common/format.ts"

/**
 * Yields the objects of a JSON text as they arrive, each as its own text. They are the elements of the outermost list,
 * of the first list of objects under a name that is usual for lists, or one object a line. Only one object is in memory
 * at a time.
 * @throws DocumentError if one is larger than 5 MB, and at the end if the text is cut
 */
export async function* jsonObjects(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  const scanner = new Scanner()
  for await (const text of texts) yield* scanner.take(text)
  scanner.end()
}

const LISTS =
  /^(?:products?|items|entries|data|results|offers|records|feed|articles|articulos|artikel|produkte|produits|productos|produtos)$/i
const LARGEST = 5_000_000
/** Lists and objects may be nested this deeply. A feed has ten levels. */
const DEEPEST = 10_000

class Scanner {
  /** This holds what is open: "[" and "{", and "list" for the list whose objects are the records. */
  #open: ("[" | "{" | "list")[] = []
  /** This is the record that is being read, and the depth at which it began. */
  #record = ""
  #depth = -1
  #inText = false
  #escaped = false
  /** This is the last string, because it may be the name before a list. */
  #name = ""
  #count = 0

  end(): void {
    if (this.#open.length > 0 || this.#inText)
      throw new DocumentError(
        this.#count === 0
          ? "It ends in the middle, before its first item does."
          : `It ends in the middle, after ${this.#count} items.`
      )
  }

  *take(text: string): Generator<string, void> {
    // The characters of the record that aren't in `#record` yet begin here.
    let from = this.#depth < 0 ? -1 : 0
    for (let at = 0; at < text.length; at++) {
      const letter = text.charAt(at)
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false
        else if (letter === "\\") this.#escaped = true
        else if (letter === '"') this.#inText = false
        if (this.#inText && this.#name.length < 40) this.#name += letter
        continue
      }
      if (letter === '"') {
        this.#inText = true
        this.#name = ""
      } else if (letter === "[" || letter === "{") {
        if (letter === "{" && this.#depth < 0 && this.#mayBeRecord()) {
          this.#depth = this.#open.length
          from = at
        }
        // An object that turns out to hold the list isn't a record itself.
        const isList =
          letter === "[" &&
          (this.#open.length === 0 ||
            (this.#open.length === 1 && this.#depth === 0 && this.#count === 0 && LISTS.test(this.#name)))
        if (isList && this.#open.length === 1) [this.#depth, this.#record, from] = [-1, "", -1]
        this.#open.push(isList ? "list" : letter)
        if (this.#open.length > DEEPEST) throw new DocumentError("Its lists are nested too deeply to be read.")
      } else if (letter === "]" || letter === "}") {
        this.#open.pop()
        if (letter === "}" && this.#depth >= 0 && this.#open.length === this.#depth) {
          yield this.#record + text.slice(from, at + 1)
          ;[this.#depth, this.#record, from] = [-1, "", -1]
          this.#count++
        }
      }
    }
    if (from < 0) return
    this.#record += text.slice(from)
    if (this.#record.length > LARGEST) throw new DocumentError(`Item ${this.#count + 1} is larger than 5 MB.`)
  }

  #mayBeRecord(): boolean {
    return this.#open.length === 0 || this.#open.at(-1) === "list"
  }
}
