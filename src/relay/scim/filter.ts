import { sql, type RawBuilder } from "kysely"
import { scimProblem } from "./scim-problem.ts"

/** One comparison of a filter. The attribute is in lower case and without the name of its schema. */
export interface Comparison {
  attribute: string
  operator: "eq" | "ne" | "co" | "sw" | "ew" | "pr"
  /** Undefined for `pr`, which asks whether there is a value. */
  value: string | boolean | undefined
}

/**
 * Reads a filter of comparisons that all have to hold, such as `userName eq "ada" and active eq true`.
 * @throws Problem 400 "invalidFilter" for anything else, `or`, `not` and brackets among it
 */
export function parseFilter(filter: string): Comparison[] {
  const comparisons: Comparison[] = []
  const comparison = new RegExp(COMPARISON)
  for (let at = 0; at < filter.length; at = comparison.lastIndex) {
    comparison.lastIndex = at
    const [whole, attribute = "", operator = "pr", literal, conjunction] = comparison.exec(filter) ?? []
    if (whole === undefined) throw invalidFilter()
    comparisons.push({
      attribute: withoutSchema(attribute).toLowerCase(),
      operator: operator.toLowerCase() as Comparison["operator"],
      value: literal === undefined ? undefined : valueOf(literal)
    })
    if ((conjunction === undefined) !== (comparison.lastIndex === filter.length)) throw invalidFilter()
  }
  if (comparisons.length === 0) throw invalidFilter()
  return comparisons
}

const COMPARISON =
  /\s*([A-Za-z][\w:.-]*)\s+(?:pr|(eq|ne|co|sw|ew)\s+("(?:[^"\\]|\\.)*"|true|false))(?:\s+(and)\s+(?=\S)|\s*$)/iy

/** `urn:ietf:params:scim:schemas:core:2.0:User:userName` is `userName`. */
export const withoutSchema = (attribute: string): string => attribute.slice(attribute.lastIndexOf(":") + 1)

function valueOf(literal: string): string | boolean {
  if (!literal.startsWith('"')) return literal.toLowerCase() === "true"
  try {
    return String(JSON.parse(literal))
  } catch (cause) {
    throw invalidFilter(cause)
  }
}

const invalidFilter = (cause?: unknown) =>
  Object.assign(
    scimProblem(
      400,
      "invalidFilter",
      'This filter is not understood: give comparisons such as userName eq "ada@example.com", with "and" between them.'
    ),
    { cause }
  )

/** What a filter may compare: a column, whether its case counts, or a condition of its own. */
export type FilterColumns = Record<
  string,
  | { column: RawBuilder<unknown>; exact?: boolean; isBoolean?: boolean }
  | { equals: (value: string) => RawBuilder<boolean> }
>

/** Returns the filter as conditions of SQL. Values are parameters, never parts of the statement. */
export function conditionsOf(filter: string | undefined, columns: FilterColumns): RawBuilder<boolean>[] {
  if (filter === undefined) return []
  return parseFilter(filter).map(({ attribute, operator, value }) => {
    const described = Object.hasOwn(columns, attribute) ? columns[attribute] : undefined
    if (!described) throw scimProblem(400, "invalidFilter", "Users and groups can't be filtered by this attribute.")
    if ("equals" in described) {
      if (operator !== "eq" || typeof value !== "string") throw invalidFilter()
      return described.equals(value)
    }
    const { column, exact = false, isBoolean = false } = described
    if (operator === "pr") return sql<boolean>`${column} is not null`
    if (typeof value !== (isBoolean ? "boolean" : "string")) throw invalidFilter()
    if (isBoolean && operator !== "eq" && operator !== "ne") throw invalidFilter()
    if (isBoolean || exact) return compare(column, operator, sql`${value}`)
    return compare(sql`lower(${column})`, operator, sql`lower(${value})`)
  })
}

function compare(
  column: RawBuilder<unknown>,
  operator: Exclude<Comparison["operator"], "pr">,
  value: RawBuilder<unknown>
): RawBuilder<boolean> {
  switch (operator) {
    case "eq":
      return sql<boolean>`${column} = ${value}`
    case "ne":
      return sql<boolean>`${column} is distinct from ${value}`
    case "co":
      return sql<boolean>`position(${value} in ${column}) > 0`
    case "sw":
      return sql<boolean>`starts_with(${column}, ${value})`
    case "ew":
      return sql<boolean>`right(${column}, length(${value})) = ${value}`
  }
}
