const needed = [
  'package.json',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CHANGELOG.md',
  'src/cli/snapcheck.js',
  'dist/src/index.js',
  'dist/src/index.d.ts',
]

/** What belongs to the workshop, and what Windows cannot store (most users sit there). */
const refused: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\.test\.|(^|\/)testing\//, 'is a test'],
  [/^(\.|bench\/|reports\/|node_modules\/|docs\/decisions\/)/, 'belongs to the workshop'],
  [/^src\/.*\.tsx?$/, 'is source beside its compiled form'],
  [/[<>:*?"|\\]|[. ](\/|$)/, 'is no legal name on NTFS'],
  [/(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.|\/|$)/i, 'is a reserved name on Windows'],
  [/^.{141,}$/, 'is too long for a Windows path'],
]

/** What goes along with every recording (design section 5). */
const papers = ['PROVENANCE.md', 'provenance.json', 'LICENSE.txt']
const fixtureFolder = /^(fixtures\/.+)\/[^/]+$/

/** @param paths of a packed tarball, with `/`. */
export function contentOffences(paths: readonly string[]): readonly string[] {
  const held = new Set(paths)
  const folders = new Set(paths.flatMap((path) => fixtureFolder.exec(path)?.[1] ?? []))
  return [
    ...needed.filter((path) => !held.has(path)).map((path) => `${path} is missing`),
    ...paths.flatMap((path) => refused.filter(([pattern]) => pattern.test(path)).map(([, why]) => `${path} ${why}`)),
    ...[...folders].flatMap((name) => papers.filter((paper) => !held.has(`${name}/${paper}`)).map((paper) => `${name} has no ${paper}`)),
  ]
}
