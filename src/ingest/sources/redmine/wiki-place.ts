import * as z from "zod/mini"
import { savedState } from "../../source/saved-state.ts"

/** Up to which page a read has come: project by project, titles in order. */
export interface WikiPlace {
  /** When it began, by the server's clock. Milliseconds since 1970. */
  began: number
  project: number
  page: string
}

const shape = z.object({ began: z.number(), project: z.number(), page: z.string() })

export const writePlace = (place: WikiPlace): string => JSON.stringify(place)

export const placeIn = (text: string | undefined): WikiPlace | undefined => savedState(text, shape)
