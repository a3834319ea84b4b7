// The arrows of the house (docs/architecture.md): who may import whom. A broken arrow fails `npm test`.
const PURE = '(rules|port|refusals|condition|definition|effect|snapshot|plan)'
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'kernel-stands-alone', severity: 'error', comment: 'The kernel is pure and imports only itself.', from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' }, to: { pathNot: '^src/kernel/|^instruments/|node_modules/(valibot|date-holidays)' } },
    { name: 'platform-below-modules', severity: 'error', comment: 'The platform knows no module.', from: { path: '^src/platform/' }, to: { path: '^src/modules/' } },
    { name: 'store-is-sql-only', severity: 'error', from: { path: 'src/modules/[^/]+/[a-z-]*store\\.ts$' }, to: { path: '^src/(platform/(http|ui|jobs|files|notify|auth)|modules/[^/]+/(commands|queries|routes|pages|jobs))' } },
    { name: 'routes-know-their-port-and-pages', severity: 'error', comment: 'Routes run in the field worker too: no store, no commands, no database.', from: { path: 'src/modules/[^/]+/[a-z-]*routes\\.tsx$' }, to: { path: '(src/modules/[^/]+/[a-z-]*(store|commands|queries|jobs)\\.ts$|^src/platform/(db|jobs|files|notify|auth|journal|secrets)|^node_modules/(kysely|pg|@electric-sql))', dependencyTypesNot: ['type-only'] } },
    { name: 'pages-are-html-from-data', severity: 'error', from: { path: 'src/modules/[^/]+/.*pages\\.tsx$' }, to: { path: '(src/modules/[^/]+/[a-z-]*(store|commands|queries|jobs)\\.ts$|^src/platform/(db|jobs|files|notify|auth|journal|secrets)|^node_modules/(kysely|pg))', dependencyTypesNot: ['type-only'] } },
    { name: 'pure-stays-pure', severity: 'error', comment: `Pure files decide; they touch nothing.`, from: { path: `src/modules/.*/${PURE}\\.ts$` }, to: { path: '(^src/platform/(db|jobs|files|notify|auth|journal|secrets)|/(store|commands|queries|jobs)\\.ts$|^node_modules/(kysely|pg|hono)|^(node:)?(fs|http|net|child_process)$)', dependencyTypesNot: ['type-only'] } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.(css|sql|svg)$' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, exclude: { path: '(\\.test\\.tsx?$|/demo/)' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] } },
}
