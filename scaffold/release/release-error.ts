/** Why a release can't be made, in a sentence a mistake, each of which says what to do. */
export class ReleaseError extends Error {
  override name = "ReleaseError"

  constructor(sentences: string[], options?: ErrorOptions) {
    super(sentences.join("\n"), options)
  }
}
