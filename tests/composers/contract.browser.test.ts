import { composerContract } from "./contract.ts"
import { editors } from "./editors.ts"

composerContract(editors)
