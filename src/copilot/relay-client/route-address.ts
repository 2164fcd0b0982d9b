import type { PlainParts } from "../../protocol/routes/calls/route-types.ts"

/**
 * Returns the method of a route and the address of a call: the route's path with its parameters, and the query.
 * @returns undefined if a parameter would lead to another path than the route's
 */
export function addressOf(
  route: string,
  { path = {}, query = {} }: Pick<PlainParts, "path" | "query">
): { method: string; address: string } | undefined {
  const [method = "", template = ""] = route.split(" ")
  const values = [...template.matchAll(/:(\w+)/g)].map(([, name = ""]) => path[name] ?? "")
  // An address has "." and ".." taken out of its path, also where they are escaped.
  if (values.some((value) => value === "" || value === "." || value === "..")) return undefined
  const filled = template.replace(/:\w+/g, () => encodeURIComponent(values.shift() ?? ""))
  return { method, address: filled + queryString(query) }
}

/** Returns "?order=newest&limit=40", or "" if nothing is set. */
function queryString(query: object): string {
  const set = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    value === undefined ? [] : [[name, String(value)]]
  )
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`
}
