import { correctable, type Correctable } from "../contract/correctable.ts"

/** What is known of Front's page. Its other names are made anew with each release. */
export const fr = {
  /** The conversation in front, as one public extension finds it (2025). */
  pane: "[data-testid='conversation']"
}

/** What is only read from the page. */
export const frontCorrectable: Correctable = correctable("front", fr, ["pane"])
