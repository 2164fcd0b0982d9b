/** Returns whether a pattern covers this origin: an origin itself, or one with "*." for any host below the named one. */
export function coversSite(pattern: string, { protocol, host }: URL): boolean {
  const [, scheme = "", below, rest = ""] = /^(https?:)\/\/(\*\.)?([^/*]+)\/?$/i.exec(pattern.trim()) ?? []
  if (scheme.toLowerCase() !== protocol) return false
  // As the browser writes it: in ASCII, and without the usual port.
  const base = URL.parse(`${scheme}//${rest}`)?.host
  if (base === undefined) return false
  return below ? host.endsWith(`.${base}`) : host === base
}
