import * as z from "zod/mini"
import { parseSavedState } from "../../source/saved-state.ts"

/** Up to which page a read has come: project by project, titles in order. */
export interface WikiPosition {
  /** When it began, by the server's clock. Milliseconds since 1970. */
  began: number
  project: number
  page: string
}

const shape = z.object({ began: z.number(), project: z.number(), page: z.string() })

export const writeWikiPosition = (place: WikiPosition): string => JSON.stringify(place)

export const readWikiPosition = (text: string | undefined): WikiPosition | undefined => parseSavedState(text, shape)
