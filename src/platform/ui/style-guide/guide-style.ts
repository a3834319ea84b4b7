// The few rules only the style guide needs: themes beside each other, the wall of icons. Served as a file of its own, so that people who
// report a birth do not load it.
import { shrinkCss } from '../shrink-css.ts'

export const guideStyle = {
  path: '/assets/style-guide.css',
  body: shrinkCss(`
@layer component {
  .themes-3 { display: grid; gap: var(--s3); grid-template-columns: minmax(0, 1fr) }
  .themes-3 > .panel { min-inline-size: 0; overflow-x: clip }
  @media (min-width: 64rem) { .themes-3 { grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)) } }
  .themes-3.one { grid-template-columns: minmax(0, 1fr) }
  .icons { list-style: none; display: grid; gap: var(--s4) var(--s2); grid-template-columns: repeat(auto-fill, minmax(5rem, 1fr)) }
  .icons li { display: grid; justify-items: center; gap: var(--s1); font-size: var(--t-xs); color: var(--ink-2) }
  .swatch { display: inline-flex; flex-wrap: wrap; gap: 2px var(--s2); align-items: center; justify-content: end }
  .principles { padding-inline-start: 1.2em; max-inline-size: var(--measure) }
  .principles li + li { margin-block-start: var(--s2) }
  .strong { font-weight: var(--w-bold); line-height: var(--lh-tight) }
  .t-xl { font-size: var(--t-xl) }
  .t-2xl { font-size: var(--t-2xl) }
  .empty-sign { inline-size: 7rem; color: var(--rule) }
  .empty-sign .st { stroke: currentColor }
  .empty-sign .dt { fill: var(--kunyit) }
}`),
} as const
