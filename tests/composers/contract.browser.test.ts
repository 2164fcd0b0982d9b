import { composerContract } from "./contract.ts"
import { editors } from "./editors.ts"

/** Every second editor; the others are in a file of their own, so that both halves run beside each other. */
composerContract(editors.filter((_, n) => n % 2 === 0))
