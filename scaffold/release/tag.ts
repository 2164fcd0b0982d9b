/**
 * Returns the message of a release's tag: the sums of its files too, so that whoever signs the tag signs them.
 * @param sums what SHA256SUMS holds
 */
export function tagMessage(version: string, sums: string): string {
  return `Replywright ${version}\n\nSHA-256 sums of the files that this commit makes:\n\n${sums}`
}

export const tagOf = (version: string) => `v${version}`
