// Runs the sample helpdesk alone: node demo/helpdesk/run.ts [port]
import { startSampleHelpdesk } from "./server.ts"

const { url } = await startSampleHelpdesk({ port: Number(process.argv[2] ?? 0) })
console.log(`Sample helpdesk: ${url}`)
