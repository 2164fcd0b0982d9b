import type { Task } from "../task.ts"
import { answerSpan } from "./answer-span.ts"
import { check } from "./check.ts"
import { clean } from "./clean.ts"
import { draft } from "./draft.ts"
import { guard } from "./guard.ts"
import { intent } from "./intent.ts"
import { language } from "./language.ts"
import { mask } from "./mask.ts"
import { rankReplies } from "./rank-replies.ts"
import { report } from "./report.ts"
import { restore } from "./restore.ts"
import { retrieve } from "./retrieve.ts"
import { summarise } from "./summarise.ts"
import { support } from "./support.ts"

/** The tasks by name. */
export const tasks: Record<string, Task> = {
  mask,
  restore,
  retrieve,
  "answer-span": answerSpan,
  "rank-replies": rankReplies,
  clean,
  language,
  intent,
  draft,
  check,
  guard,
  support,
  summarise,
  report
}
