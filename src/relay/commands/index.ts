import type { Command } from "./command.ts"
import { importCommand } from "./import.ts"
import { modelsCommand } from "./models.ts"
import { pairCommand } from "./pair.ts"

/** `npm run relay -- NAME`. */
export const commands: Command[] = [importCommand, modelsCommand, pairCommand]
