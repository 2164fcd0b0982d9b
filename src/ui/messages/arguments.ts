/** The data that a message in ICU MessageFormat needs, read by the compiler from the literal text of the message. */
export type ArgumentsOf<Message extends string> = {
  [A in InText<Unquoted<Message>> as A[0]]: A[1] extends "number" ? number : string | number
}

/**
 * A literal brace is quoted alone, as in \d'{'4,10'}'. One brace after the other: matched as one union, each half of a
 * message would be combined with each, without an end.
 */
type Unquoted<S extends string> = Without<Without<S, "'{'">, "'}'">
type Without<S extends string, Quoted extends string> = S extends `${infer Before}${Quoted}${infer After}`
  ? Without<`${Before}${After}`, Quoted>
  : S

/** Text: the next brace begins an argument, or ends the branch that this text is. */
type InText<S extends string, Found extends Argument = never> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${infer _}`
    ? AfterBranch<S, Found>
    : InArgument<Rest, Found>
  : AfterBranch<S, Found>
type AfterBranch<S extends string, Found extends Argument> = S extends `${string}}${infer Rest}`
  ? InBranches<Rest, Found>
  : Found

/** The branches of a plural or select: the next brace begins another one, or ends them all. */
type InBranches<S extends string, Found extends Argument> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}}${infer _}`
    ? AfterArgument<S, Found>
    : InText<Rest, Found>
  : AfterArgument<S, Found>
type AfterArgument<S extends string, Found extends Argument> = S extends `${string}}${infer Rest}`
  ? InText<Rest, Found>
  : Found

/** Just behind the brace that begins an argument. `Head` reaches to the first closing brace. */
type InArgument<S extends string, Found extends Argument> = S extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind}`
    ? Kind extends `${infer Choice extends "plural" | "selectordinal" | "select"},${string}`
      ? S extends `${Name}, ${Choice},${infer Branches}`
        ? InBranches<Branches, Found | [Name, Choice extends "select" ? "text" : "number"]>
        : never
      : InText<Rest, Found | [Name, "number"]>
    : InText<Rest, Found | [Head, "text"]>
  : never

type Argument = [name: string, kind: "text" | "number"]
