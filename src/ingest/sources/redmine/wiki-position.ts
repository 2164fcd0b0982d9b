import * as z from "zod/mini"
import { parseSavedState } from "../../source/saved-state.ts"

/** How far a read has come: project by project, with the titles in order. */
export interface WikiPosition {
  /** This is when the read began, in milliseconds since 1970 by the server's clock. */
  began: number
  project: number
  page: string
}

const shape = z.object({ began: z.number(), project: z.number(), page: z.string() })

export const writeWikiPosition = (place: WikiPosition): string => JSON.stringify(place)

export const readWikiPosition = (text: string | undefined): WikiPosition | undefined => parseSavedState(text, shape)
