/**
 * Returns what CHANGELOG.md says about a version, without the heading, or undefined if it has no section for it.
 * @param version such as "1.4.0", or "Unreleased"
 */
export function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^(?=## \[)/m)
  const section = sections.find((text) => text.startsWith(`## [${version}]`))
  return section?.replace(/^.*\n/, "").trim()
}

/**
 * Makes the section "Unreleased" that of a version, and returns the changelog with a new, empty one above it.
 * @param day the day of the release, as 2026-11-24
 */
export function closeUnreleased(changelog: string, version: string, day: string): string {
  return changelog.replace(/^## \[Unreleased\].*$/m, `## [Unreleased]\n\n## [${version}] - ${day}`)
}
