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
/** The characters of one object. */
const MAX_LENGTH = 5_000_000
/** Lists and objects may be nested this deeply. A feed has ten levels. */
const MAX_DEPTH = 10_000

class Scanner {
  /** What is open: "[" and "{", and "list" for the list whose objects are the records. */
  #open: ("[" | "{" | "list")[] = []
  /** The record that is being read, and the depth at which it began. */
  #record = ""
  #depth = -1
  /** Where the characters of the record begin that aren't in `#record` yet. It is -1 between two records. */
  #from = -1
  #isInText = false
  #isEscaped = false
  /** The last string, because it may be the name before a list. */
  #name = ""
  #count = 0

  end(): void {
    if (this.#open.length > 0 || this.#isInText)
      throw new DocumentError(
        this.#count === 0
          ? "It ends in the middle, before its first item does."
          : `It ends in the middle, after ${this.#count} items.`
      )
  }

  *take(text: string): Generator<string, void> {
    this.#from = this.#depth < 0 ? -1 : 0
    for (let at = 0; at < text.length; at++) {
      const letter = text.charAt(at)
      if (this.#isInText) this.#takeInText(letter)
      else if (letter === '"') {
        this.#isInText = true
        this.#name = ""
      } else if (letter === "[" || letter === "{") this.#opens(letter, at)
      else if (letter === "]" || letter === "}") {
        this.#open.pop()
        if (letter === "}" && this.#depth >= 0 && this.#open.length === this.#depth) {
          yield this.#record + text.slice(this.#from, at + 1)
          this.#dropRecord()
          this.#count++
        }
      }
    }
    if (this.#from < 0) return
    this.#record += text.slice(this.#from)
    if (this.#record.length > MAX_LENGTH) throw new DocumentError(`Item ${this.#count + 1} is larger than 5 MB.`)
  }

  #takeInText(letter: string): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (letter === "\\") this.#isEscaped = true
    else if (letter === '"') this.#isInText = false
    if (this.#isInText && this.#name.length < 40) this.#name += letter
  }

  #opens(letter: "[" | "{", at: number): void {
    if (letter === "{" && this.#depth < 0 && this.#mayBeRecord()) {
      this.#depth = this.#open.length
      this.#from = at
    }
    const isList = letter === "[" && this.#isListOfRecords()
    // An object that turns out to hold the list isn't a record itself.
    if (isList && this.#open.length === 1) this.#dropRecord()
    this.#open.push(isList ? "list" : letter)
    if (this.#open.length > MAX_DEPTH) throw new DocumentError("Its lists are nested too deeply to be read.")
  }

  /** Says whether the list that begins now is the outermost one, or the first under a name that is usual for lists. */
  #isListOfRecords(): boolean {
    if (this.#open.length === 0) return true
    return this.#open.length === 1 && this.#depth === 0 && this.#count === 0 && LISTS.test(this.#name)
  }

  #dropRecord(): void {
    this.#depth = -1
    this.#record = ""
    this.#from = -1
  }

  #mayBeRecord(): boolean {
    return this.#open.length === 0 || this.#open.at(-1) === "list"
  }
}
