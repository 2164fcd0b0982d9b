import { composerContract } from "./contract.ts"
import { editors } from "./editors.ts"

composerContract(editors.filter((_, n) => n % 2 === 1))
