// The tabs of the office, as far as an officer's roles reach. One place, so that every office page shows the same ones.
// A new page of the office adds one line here.
import { say, type Text } from '../../kernel/text.ts'
import { holds, type Role, type Visitor } from '../../platform/http/visitor.ts'
import { NATIONAL_READERS } from '../national/rules.ts'
import { NATIONAL_WORDS } from '../national/words.ts'
import { READERS as PARTNER_READERS } from '../partners/rules.ts'
import { PARTNER_WORDS } from '../partners/words.ts'
import { KEEPERS } from '../privacy/rules.ts'
import { WATCH_WORDS } from '../privacy/watch-words.ts'
import { PRIVACY_WORDS } from '../privacy/words.ts'
import { ADMIN_TABS, DEPUTY_WORDS } from '../regions/deputy-words.ts'
import { REGISTER_TABS } from '../register/office-tabs.ts'
import { ASSIST_WORDS } from './assist-words.ts'
import { CARD_WORDS } from './card-words.ts'
import { REPORT_WORDS } from './office-report-words.ts'
import { OFFICE_WORDS as w } from './office-words.ts'

const OFFICERS: readonly Role[] = ['front-office', 'verifier', 'validator', 'head', 'production', 'delivery']

/** Path below the office, its name, and who sees it. */
const TABS: readonly { readonly path: string; readonly label: Text; readonly roles: readonly Role[] }[] = [
  { path: '', label: w.work, roles: OFFICERS },
  { path: '/assist', label: ASSIST_WORDS.tab, roles: ['front-office'] },
  { path: '/reports', label: ASSIST_WORDS.reports, roles: ['front-office'] },
  { path: '/signing', label: w.signing, roles: ['head'] },
  ...REGISTER_TABS,
  { path: '/cards', label: CARD_WORDS.desk, roles: ['production'] },
  { path: '/stock', label: CARD_WORDS.stock, roles: ['production', 'head'] },
  { path: '/figures', label: REPORT_WORDS.tab, roles: ['head', 'data-officer', 'coordinator'] },
  { path: '/satisfaction', label: { id: 'Survei', en: 'Survey' }, roles: ['head', 'coordinator'] },
  ...ADMIN_TABS,
  { path: '/deputies', label: DEPUTY_WORDS.tab, roles: ['service-admin', 'head'] },
  { path: '/privacy', label: PRIVACY_WORDS.tab, roles: KEEPERS },
  { path: '/privacy/alarms', label: WATCH_WORDS.title, roles: ['head'] },
  { path: '/national', label: NATIONAL_WORDS.tab, roles: NATIONAL_READERS },
  { path: '/partners', label: PARTNER_WORDS.tab, roles: PARTNER_READERS },
  { path: '/hand-over', label: CARD_WORDS.handOver, roles: ['delivery'] },
  { path: '/officers', label: w.officers, roles: ['service-admin', 'head'] },
]

export function officeTabs(visitor: Visitor): readonly { href: string; label: string; current?: boolean }[] {
  const { code } = visitor.region!
  return TABS.filter((tab) => tab.roles.some((role) => holds(visitor.actor, code, role))).map((tab) => ({
    href: `/${code}/office${tab.path}`,
    label: say(tab.label, visitor.language),
  }))
}
