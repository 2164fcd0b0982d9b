// This file is plain JavaScript, because a Node that is too old for the rest must be able to read it. TypeScript runs
// directly from 22.18 on.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6)) {
  console.error(
    `Replywright runs on Node 24, which "npm ci" brings along, but npm's install scripts are off here and this is Node ${process.versions.node}: ` +
      'run "npm rebuild node --ignore-scripts=false", or use Node 24.'
  )
  process.exit(1)
}
