/** The type of a job's field, as far as it is looked at: a list, any other object, or a string. */
type FieldType = "list" | "object" | "string"

/**
 * Distinguishes a job of this kind from anything else in a message from another part of the extension, by the fields
 * that whoever does it reads first.
 */
export function isJob<Job extends { kind: string }>(
  message: unknown,
  kind: Job["kind"],
  fields: Partial<Record<Exclude<keyof Job, "kind">, FieldType>>
): message is Job {
  if (typeof message !== "object" || message === null || !("kind" in message) || message.kind !== kind) return false
  return Object.entries(fields).every(([name, type]) => {
    const value: unknown = Reflect.get(message, name)
    return type === "list" ? Array.isArray(value) : typeof value === type && value !== null
  })
}
