import { guardOwn } from "./guard-own.ts"
import { maskNames } from "./mask-names.ts"
import { maskOwn } from "./mask-own.ts"
import { overMasking } from "./over.ts"
import { restoreOwn } from "./restore-own.ts"
import { retrieval } from "./retrieval.ts"
import type { ReportSet } from "./row.ts"

/** Training brings lists of words along that no other task needs: it is loaded when it is asked for. */
const presidio: ReportSet = { folder: "presidio", files: ["dev.jsonl"], own: true, rows: async (_folder, how) => (await import("./presidio.ts")).presidioByFolds(how) }

/** In the order of the table. */
export const sets: readonly ReportSet[] = [presidio, maskOwn, maskNames, ...overMasking, restoreOwn, guardOwn, ...retrieval]
