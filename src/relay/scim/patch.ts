import type { ScimOperation } from "../../protocol/scim.ts"
import { parseFilter, withoutSchema, type Comparison } from "./filter.ts"
import { scimProblem } from "./scim-problem.ts"

/** A resource by the names of its attributes. */
type Resource = Record<string, unknown>

/** The attributes of a resource that can be changed. Others are accepted and not stored. */
export interface PatchedAttributes {
  /** The schema of the attributes; those of an extension aren't stored, whatever their name. */
  schema: string
  single: readonly string[]
  multiple: readonly string[]
}

/**
 * Applies the operations of a PATCH (RFC 7644, section 3.5.2) and returns the changed resource, which the caller checks.
 * @throws Problem 400 "invalidPath", "noTarget", "invalidValue"
 */
export function patched(
  resource: Resource,
  operations: readonly ScimOperation[],
  attributes: PatchedAttributes
): Resource {
  return operations.reduce((changed, operation) => applyOperation(changed, operation, attributes), resource)
}

function applyOperation(resource: Resource, operation: ScimOperation, attributes: PatchedAttributes): Resource {
  const op = operation.op.toLowerCase()
  const { path, value } = operation
  if (path !== undefined) return applyAt(resource, { op, path, value }, attributes)
  if (op === "remove") throw scimProblem(400, "noTarget", "remove needs a path.")
  if (!isObject(value)) throw scimProblem(400, "invalidValue", "An operation without a path needs an object as value.")
  // Entra and Okta write paths as names of the value's fields.
  return Object.entries(value).reduce(
    (changed, [name, one]) => applyAt(changed, { op, path: name, value: one }, attributes),
    resource
  )
}

interface Change {
  op: string
  path: string
  value: unknown
}

const PATH = /^(urn:[\w:.-]+:)?([A-Za-z$]\w*)(?:\[(.+)\])?(?:\.([A-Za-z]\w*))?$/

function applyAt(resource: Resource, { op, path, value }: Change, attributes: PatchedAttributes): Resource {
  const [whole, schema, attribute = "", filter, part] = PATH.exec(path) ?? []
  if (whole === undefined) throw scimProblem(400, "invalidPath", "The path of an operation is not understood.")
  if (schema !== undefined && schema.toLowerCase() !== `${attributes.schema}:`.toLowerCase()) return resource
  const isNamed = (name: string) => name.toLowerCase() === attribute.toLowerCase()
  const single = attributes.single.find(isNamed)
  if (single !== undefined) {
    if (filter !== undefined || part !== undefined)
      throw scimProblem(400, "invalidPath", `${single} has no parts that could be changed.`)
    return { ...resource, [single]: op === "remove" ? null : value }
  }
  const multiple = attributes.multiple.find(isNamed)
  if (multiple === undefined) return resource
  const items = [resource[multiple] ?? []].flat().filter(isObject)
  return { ...resource, [multiple]: changedItems(items, { op, value, filter, part }) }
}

interface ItemsChange {
  op: string
  value: unknown
  filter: string | undefined
  part: string | undefined
}

function changedItems(items: Resource[], { op, value, filter, part }: ItemsChange): unknown[] {
  if (filter === undefined) {
    if (part !== undefined) throw scimProblem(400, "invalidPath", "Say which of the values is meant.")
    const values = [value ?? []].flat()
    if (op === "add") return [...items, ...values]
    if (op === "replace") return values
    // Entra names the members that go in the value instead of the path.
    const gone = new Set(values.map((one) => (isObject(one) ? one["value"] : one)))
    return gone.size === 0 ? [] : items.filter((item) => !gone.has(item["value"]))
  }
  const comparisons = parseFilter(filter)
  const isMeant = (item: Resource) => comparisons.every((comparison) => holds(item, comparison))
  if (op === "remove" && part === undefined) return items.filter((item) => !isMeant(item))
  const change = part === undefined ? value : { [part]: op === "remove" ? null : value }
  if (!isObject(change)) throw scimProblem(400, "invalidValue", "An object is expected as value.")
  if (items.some(isMeant)) return items.map((item) => (isMeant(item) ? { ...item, ...change } : item))
  // Entra replaces the work address of somebody who has none yet.
  const ofFilter = comparisons.map(({ attribute, value: wanted }) => [attribute, wanted])
  return op === "remove" ? items : [...items, { ...Object.fromEntries(ofFilter), ...change }]
}

function holds(item: Resource, { attribute, operator, value }: Comparison): boolean {
  const own = item[withoutSchema(attribute)]
  if (operator === "pr") return own !== undefined && own !== null
  if (operator === "eq") return String(own ?? "").toLowerCase() === String(value).toLowerCase()
  throw scimProblem(400, "invalidFilter", "A path is filtered by eq.")
}

const isObject = (value: unknown): value is Resource =>
  typeof value === "object" && value !== null && !Array.isArray(value)
