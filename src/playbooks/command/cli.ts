import { resolve } from "node:path"
import { runPlaybookCommand } from "./run-command.ts"

/** Runs `npm run playbook -- COMMAND`. npm starts it in the package's folder; INIT_CWD is the person's own. */
const [command = "", ...files] = process.argv.slice(2)
const from = process.env["INIT_CWD"] ?? process.cwd()
process.exitCode = runPlaybookCommand([command, ...files.map((file) => resolve(from, file))], {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text)
})
