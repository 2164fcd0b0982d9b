import { distance } from "fastest-levenshtein"

/**
 * Returns the known name that a misspelt one probably means: of those with few enough edits, the one with the fewest. A
 * name that begins alike is likelier than a shorter one: RELAY_PROXY means RELAY_PROXIES, not RELAY_PORT.
 * @param mostEdits how many edits a known name may take
 */
export function nearestName(
  written: string,
  names: readonly string[],
  mostEdits: (name: string) => number
): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, edits: editsBetween(name, written) }))
    .filter(({ name, edits }) => edits <= mostEdits(name))
    .toSorted((a, b) => a.edits - sharedStart(a.name, written) - (b.edits - sharedStart(b.name, written)))
  return nearest?.name
}

/** Returns with how many letters both begin. */
function sharedStart(one: string, other: string): number {
  const length = [...one].findIndex((letter, at) => letter !== other[at])
  return length === -1 ? one.length : length
}

/** Returns how many letters must be put in, taken out or replaced; two that changed places count as one. */
function editsBetween(one: string, other: string): number {
  const at = [...one].findIndex((letter, place) => letter !== other[place])
  const turned = one.slice(0, at) + (one[at + 1] ?? "") + (one[at] ?? "") + one.slice(at + 2)
  return at >= 0 && turned === other ? 1 : distance(one, other)
}
