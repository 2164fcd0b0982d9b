/** Returns the variable from which an endpoint's key is read: `key: ${NAME}` or `key-env: NAME`. */
export function keyVariable(endpoint: {
  key?: string | undefined
  "key-env"?: string | undefined
}): string | undefined {
  return endpoint["key-env"]?.trim() ?? /^\$\{\s*(\w+)\s*\}$/.exec(endpoint.key?.trim() ?? "")?.[1]
}
