import { checks } from "../checks.tsx"
import { draftCard } from "../draft-card.tsx"
import { sources } from "../sources.tsx"
import { summary } from "../summary.tsx"
import { macros } from "./macros/card.tsx"
import { outcomes } from "./outcomes/card.tsx"
import type { PanelCard } from "./panel-card.ts"
import { search } from "./search/card.tsx"
import { similar } from "./similar/card.tsx"
import { tone } from "./tone/card.tsx"

/**
 * Every card of the panel, in the order of their `order`.
 * Written by `npm run registries` from the files: don't edit.
 */
export const cards: readonly PanelCard[] = [macros, outcomes, search, similar, tone, checks, draftCard, sources, summary]
