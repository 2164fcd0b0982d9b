import process from "node:process"

/** `npm run audit -- security` reports on this checkout and its installation; every other task is the relay's command. */
if (process.argv[2] === "security") {
  const { runSecurityReport } = await import("./security/report.ts")
  process.exitCode = await runSecurityReport(process.argv.slice(3), process.env, (line) => console.log(line))
} else {
  process.argv.splice(2, 0, "audit")
  await import("../src/relay/cli.mjs")
}
