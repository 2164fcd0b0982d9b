import type { SourceItem } from "../../../src/ingest/source/source.ts"

export const reasons = (items: SourceItem[]) => items.flatMap((item) => (item.type === "failed" ? [item.reason] : []))
