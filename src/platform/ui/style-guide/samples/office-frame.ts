// What the sample pages of offices share: tabs, and an invented officer.
import type { PageContext, PageLink } from '../../context.ts'

export const tabs = (labels: readonly string[], current: number): readonly PageLink[] =>
  labels.map((label, index) => ({ href: `#${index}`, label, current: index === current }))

export const officer = (context: PageContext): PageContext => ({
  ...context,
  region: { ...context.region, office: 'Disdukcapil Balangan' },
  person: { name: 'Norhayati, S.AP', role: 'Kepala Bidang Pencatatan Sipil' },
})
