import { IntlMessageFormat } from "intl-messageformat"

export type MessageData = Record<string, string | number>
export type Translate<K extends string> = (key: K, data: MessageData) => string

/**
 * Formats the messages of one language, in ICU MessageFormat. Each is parsed when it is first used. A number is shown
 * as the locale writes it, also in a plain `{name}`. An argument that is missing counts as 0 or stays empty.
 * `whenMissing` words what the language has no message for; by itself, that is an error.
 *
 * @throws SyntaxError where a message isn't valid ICU MessageFormat
 */
export function createTranslate<K extends string>(
  messages: Partial<Record<K, string>>,
  locale: string,
  { whenMissing = notThere, isRightToLeft = false }: { whenMissing?: Translate<K>; isRightToLeft?: boolean } = {}
): Translate<K> {
  const numbers = new Intl.NumberFormat(locale)
  const compiled = new Map<K, Compiled>()
  const compile = (key: K, message: string) => {
    // Text between < and > is never markup here, for every message is shown as text.
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    const entry = { format, args: argumentsOf(format.getAst()) }
    compiled.set(key, entry)
    return entry
  }
  return (key, data) => {
    const message = messages[key]
    if (message === undefined) return whenMissing(key, data)
    const { format, args } = compiled.get(key) ?? compile(key, message)
    const values: MessageData = {}
    for (const [name, kind] of args) {
      const value = data[name]
      values[name] =
        isRightToLeft && typeof value === "string" && kind === "text" && value !== ""
          ? isolated(value)
          : valueOf(value, kind, numbers)
    }
    return String(format.format(values))
  }
}

function notThere(key: string): never {
  throw new Error(`There is no message "${key}".`)
}

/** `text` is put in as it is, `choice` selects a branch by a word, and `number` is counted or formatted. */
export type ArgumentKind = "text" | "choice" | "number"
interface Compiled {
  format: IntlMessageFormat
  args: Map<string, ArgumentKind>
}
type Ast = ReturnType<IntlMessageFormat["getAst"]>

/** The arguments of a parsed message, those in its branches too. */
export function argumentsOf(ast: Ast, found = new Map<string, ArgumentKind>()): Map<string, ArgumentKind> {
  for (const element of ast) {
    const kind = KINDS[element.type]
    if (kind !== undefined && "value" in element) found.set(element.value, kind)
    if ("options" in element) for (const { value } of Object.values(element.options)) argumentsOf(value, found)
  }
  return found
}

// The parser numbers the kinds of elements so (its enum TYPE): 1 argument, 2 number, 5 select, 6 plural.
const KINDS: Partial<Record<number, ArgumentKind>> = { 1: "text", 2: "number", 5: "choice", 6: "number" }

/**
 * In a sentence from right to left, names, addresses and titles keep their own direction, and their signs their places
 * (FIRST STRONG ISOLATE).
 */
const isolated = (text: string): string => `\u2068${text}\u2069`

function valueOf(value: string | number | undefined, kind: ArgumentKind, numbers: Intl.NumberFormat): string | number {
  if (kind === "number") return Number(value ?? 0)
  return typeof value === "number" && kind === "text" ? numbers.format(value) : (value ?? "")
}
