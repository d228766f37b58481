import { inspectFiles } from '../inspect.ts'

/** Inspects the files that it is given and prints what became of it, with the most memory that the process ever had. */
const { problems, files, stories } = await inspectFiles(process.argv.slice(2))
const errors = problems.map(({ path, error: { code, message, place, observed, expected, next } }) => ({
  path,
  code,
  message,
  place,
  observed,
  expected,
  next,
}))
console.log(JSON.stringify({ errors, files: files.length, stories: stories.length, megabytes: process.resourceUsage().maxRSS / 1024 }))
